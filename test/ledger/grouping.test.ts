import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import { linksOf } from "../../src/ledger/reviews/links.ts";
import type { Grouping } from "../../src/schema/index.ts";
import { emptyFolder, entryOf, ledgerWith } from "./entries.ts";

const PAPERS = ["Herald", "Post", "Times", "Courier"] as const;

/** One event as four papers tell it, or four that stand for four events. */
const telling = (paper: string, coder = "1.0.0", on = "2020-12-22") =>
  entryOf({
    text: `${paper}: Arnor and Gondor flew a joint patrol over the Anduin at dawn.`,
    publisher: paper,
    published: "2020-12-23",
    events: [{ actors: ["Arnor", "Gondor"], on }],
    coder,
  });
const four = PAPERS.map((paper) => telling(paper));
const keyOf = (at: number) => ({
  document: four[at].document.id,
  report: four[at].reading.reports[0].id,
});

/** Which papers tell of one incident, as the ledger has it. */
async function shape(ledger: Ledger): Promise<string[]> {
  const incidents = await Promise.all((await ledger.incidents()).map(({ id }) => ledger.incident(id)));
  return incidents
    .map(({ reports }) =>
      reports
        .map(({ evidence }) => String(evidence[0].source.publisher)[0])
        .sort()
        .join(""),
    )
    .sort();
}

const first = async (ledger: Ledger): Promise<string> => (await ledger.incidents())[0].id;
const by = { reviewer: "Ana", note: "two flights" };

test("reports taken out of an incident are one of their own, and go back when that is taken back", async () => {
  const ledger = await ledgerWith(four);
  expect(await shape(ledger)).toEqual(["CHPT"]);
  const incident = await first(ledger);
  const { grouping, incidents } = await ledger.reviews.split({ incident, reports: [keyOf(1), keyOf(3)], ...by });
  expect(await shape(ledger)).toEqual(["CP", "HT"]);
  expect(incidents).toHaveLength(2);
  expect((await ledger.incident(incident)).groupings).toEqual([grouping]);
  await ledger.reviews.undo(grouping.id, "Ben");
  expect(await shape(ledger)).toEqual(["CHPT"]);
  expect((await ledger.incident(incident)).groupings).toMatchObject([{ undone: { reviewer: "Ben" } }]);
});

test("a split is remembered when a newcomer could join either side, and through a new coder", async () => {
  const ledger = await ledgerWith(four.slice(0, 3));
  await ledger.reviews.split({ incident: await first(ledger), reports: [keyOf(2)], ...by });
  expect(await shape(ledger)).toEqual(["HP", "T"]);
  await ledger.append([four[3]]);
  expect(await shape(ledger)).toHaveLength(2);
  await ledger.append(PAPERS.map((paper) => telling(paper, "2.0.0")));
  const after = await shape(ledger);
  expect(after).toHaveLength(2);
  expect(after.find((papers) => papers.includes("T"))).not.toMatch(/[HP]/);
  await ledger.append(PAPERS.slice(0, 3).map((paper) => telling(paper, "3.0.0", "2020-12-21")));
  expect((await shape(ledger)).find((papers) => papers.includes("T"))).not.toMatch(/[HP]/);
});

test("merged incidents stay one, however unlike, and later reports join either of them", async () => {
  const ledger = await ledgerWith([telling("Herald"), telling("Post", "1.0.0", "2020-11-02")]);
  expect(await shape(ledger)).toEqual(["H", "P"]);
  const incidents = (await ledger.incidents()).map(({ id }) => id);
  await ledger.reviews.merge({ incidents, ...by });
  expect(await shape(ledger)).toEqual(["HP"]);
  await ledger.append([telling("Times"), telling("Courier", "1.0.0", "2020-11-02")]);
  expect(await shape(ledger)).toEqual(["CHPT"]);
  await ledger.append([telling("Herald", "2.0.0"), telling("Post", "2.0.0", "2020-11-03")]);
  expect(await shape(ledger)).toEqual(["CHPT"]);
});

test("the later word stands: merged after a split, split after a merge", async () => {
  const ledger = await ledgerWith(four);
  const incident = await first(ledger);
  await ledger.reviews.split({ incident, reports: [keyOf(1)], ...by });
  const halves = (await ledger.incidents()).map(({ id }) => id);
  await ledger.reviews.merge({ incidents: halves, ...by });
  expect(await shape(ledger)).toEqual(["CHPT"]);
  await ledger.reviews.split({ incident, reports: [keyOf(0), keyOf(1)], ...by });
  expect(await shape(ledger)).toEqual(["CT", "HP"]);
});

test("what can't be split or merged is refused", async () => {
  const ledger = await ledgerWith(four);
  const incident = await first(ledger);
  const all = [0, 1, 2, 3].map(keyOf);
  const split = (reports: typeof all) => ledger.reviews.split({ incident, reports, ...by });
  await expect(split(all)).rejects.toMatchObject({ code: "incident.whole" });
  await expect(split([{ document: "d0", report: "r0" }])).rejects.toMatchObject({ code: "incident.whole" });
  const merge = (incidents: string[]) => ledger.reviews.merge({ incidents, ...by });
  await expect(merge([incident, incident])).rejects.toMatchObject({ code: "incident.same" });
  await expect(merge([incident, "i0"])).rejects.toMatchObject({ code: "incident.unknown" });
  expect(await shape(ledger)).toEqual(["CHPT"]);
});

const numbers = fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 });
const anchor = (at: number) => ({ document: `d${at}`, report: "r0-9.AGREE", span: [0, 9] as [number, number] });
const reports = Array.from({ length: 8 }, (_, at) => ({
  ...{ document: `d${at}`, id: "r0-9.AGREE", type: "AGREE" as const },
  ...{ start: 0, stop: 9 },
}));

test("no two reports are both together and apart, and the newest word always holds", () => {
  const said = fc.record({ one: numbers, other: numbers, merge: fc.boolean() });
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (all) => {
      const groupings = all.map(({ one, other, merge }, at): Grouping => {
        const rest = other.filter((number) => !one.includes(number));
        const groups =
          merge || rest.length === 0 ? [[...one, ...rest].map(anchor)] : [one.map(anchor), rest.map(anchor)];
        return { id: `g${at}`, kind: groups.length === 1 ? "merge" : "split", reviewer: "Ana", at: "", groups };
      });
      const links = linksOf(groupings, reports);
      const groupOf = (at: number): string => links.groupOf(`d${at} r0-9.AGREE`);
      for (let one = 0; one < 8; one += 1) expect(links.areApart(groupOf(one), groupOf(one))).toBe(false);
      const last = groupings[groupings.length - 1].groups.map((group) =>
        group.map(({ document }) => groupOf(Number(document.slice(1)))),
      );
      for (const group of last) expect(new Set(group).size).toBe(1);
      if (last.length === 2) expect(links.areApart(last[0][0], last[1][0])).toBe(true);
    }),
  );
});

test("splits and merges taken back leave the incidents as they were, in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), fc.boolean(), async (course, forth) => {
      const ledger = await openLedger(emptyFolder());
      await ledger.append(four);
      const before = await ledger.incidents();
      const made: string[] = [];
      for (const at of course) {
        const { incidentOf } = await ledger.document(keyOf(at).document);
        const incident = incidentOf[keyOf(at).report];
        const incidents = (await ledger.incidents()).map(({ id }) => id);
        const lonely = (await ledger.incident(incident)).reports.length === 1;
        const { grouping } = lonely
          ? await ledger.reviews.merge({ incidents, ...by })
          : await ledger.reviews.split({ incident, reports: [keyOf(at)], ...by });
        made.push(grouping.id);
      }
      for (const id of forth ? made : made.toReversed()) await ledger.reviews.undo(id, "Zoe");
      expect((await ledger.incidents()).map(({ id, documents }) => [id, documents])).toEqual(
        before.map(({ id, documents }) => [id, documents]),
      );
      await ledger.close();
    }),
    { numRuns: 8 },
  );
}, 60_000);

test("the id of an incident that was merged leads to where its reports are, and back when that is taken back", async () => {
  const apart = [telling("Herald"), telling("Post", "1.0.0", "2021-03-22")];
  const ledger = await ledgerWith(apart);
  const ids = (await ledger.incidents()).map(({ id }) => id);
  expect(ids).toHaveLength(2);
  const { grouping, incidents } = await ledger.reviews.merge({ incidents: ids, ...by });
  expect(incidents).toHaveLength(1);
  const old = ids.find((id) => id !== incidents[0]) ?? "";
  expect(await ledger.incident(old)).toMatchObject({ id: incidents[0], asked: old });
  expect((await ledger.incident(old)).reports).toHaveLength(2);
  await ledger.reviews.undo(grouping.id, "Ben");
  expect((await ledger.incident(old)).asked).toBeUndefined();
  expect((await ledger.incident(old)).reports).toHaveLength(1);
});

test("an id that no report founded is unknown, whatever its form", async () => {
  const ledger = await ledgerWith(four);
  for (const id of ["i0", `i${"0".repeat(24)}`, "'; DROP TABLE reports; --"])
    await expect(ledger.incident(id)).rejects.toThrow(/no incident/);
});
