import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importLedger, openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, entryOf, ledgerWith, rowsOf, type Told } from "./entries.ts";
import { say } from "./review-of.ts";

const TEXT = "Arnor and Gondor flew a joint patrol over the Anduin. Mordor was told nothing of it.";
const SPAN = [0, 52] as const;
const ID = "r0-52.COOPERATE";
const flown: Told = { actors: ["Arnor", "Gondor"], on: "2020-12-22", evidence: [...SPAN], confidence: 0.5 };

const recoded = (coder: string, ...events: Told[]) =>
  entryOf({ text: TEXT, published: "2020-12-23", publisher: "Herald", events, coder });
const patrol = recoded("1.0.0", flown);
const post = entryOf({
  text: "A joint patrol over the Anduin was flown by Arnor and Gondor, the Post says.",
  published: "2020-12-23",
  publisher: "Post",
  events: [{ actors: ["Arnor", "Gondor"], on: "2020-12-22" }],
});
const document = patrol.document.id;

test("an accepted report counts as certain, and says so wherever its incident is shown", async () => {
  const ledger = await ledgerWith([patrol]);
  const { review, incident } = await say(ledger, document, ID);
  expect(await ledger.incidents()).toMatchObject([{ id: incident, review: "reviewed", confidence: 1 }]);
  const { reports } = await ledger.incident(incident ?? "");
  expect(reports[0].review).toMatchObject({ state: "reviewed", verdict: "stands", history: [{ id: review.id }] });
  expect(reports[0].review?.machine?.report.confidence).toBe(0.5);
});

test("a corrected report joins the incident it now tells of, and the coder's reading stays as it was", async () => {
  const ledger = await ledgerWith([patrol, post]);
  expect(await ledger.incidents()).toMatchObject([{ documents: 2 }]);
  await say(ledger, document, ID, { kind: "correct", change: { type: "ACCUSE", score: -2 } });
  const incidents = (await ledger.incidents()).toSorted((one, other) => one.type.localeCompare(other.type));
  expect(incidents.map(({ type, documents, review }) => ({ type, documents, review }))).toEqual([
    { type: "ACCUSE", documents: 1, review: "reviewed" },
    { type: "COOPERATE", documents: 1, review: undefined },
  ]);
  expect((await ledger.document(document)).reading).toEqual(patrol.reading);
  expect((await ledger.verify()).damage).toEqual([]);
});

test("a rejected report is of no incident any more, and comes back when the rejection is taken back", async () => {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  await ledger.append([patrol, post]);
  const before = await ledger.incidents();
  const { review, report, incident } = await say(ledger, document, ID, { kind: "reject", note: "a plan" });
  expect(incident).toBeUndefined();
  expect(report).toMatchObject({ verdict: "rejected", state: "reviewed" });
  expect(await ledger.incidents()).toMatchObject([{ documents: 1 }]);
  expect(await ledger.reviews.progress()).toMatchObject({ machine: 1, reviewed: 1, rejected: 1 });
  await ledger.reviews.undo(review.id, "Ben");
  expect(await ledger.incidents()).toEqual(before);
  await expect(ledger.reviews.undo(review.id, "Ben")).rejects.toMatchObject({ code: "review.undone" });
  await expect(ledger.reviews.undo("v0", "Ben")).rejects.toMatchObject({ code: "review.unknown" });
  await ledger.close();
  const { reviews } = await rowsOf(folder);
  expect(reviews).toMatchObject([
    { kind: "reject", reviewer: "Ana" },
    { kind: "undo", reviewer: "Ben", of: review.id },
  ]);
});

test("a second person who agrees confirms; one who doesn't disputes; a third settles it", async () => {
  const ledger = await ledgerWith([patrol]);
  await say(ledger, document, ID);
  const change = { status: "planned" } as const;
  const disputed = await say(ledger, document, ID, { by: "Ben", kind: "correct", change, second: true });
  expect(disputed.report?.state).toBe("disputed");
  expect(await ledger.incidents()).toMatchObject([{ review: "disputed", status: "planned", confidence: 0.5 }]);
  const settled = await say(ledger, document, ID, { by: "Cem", second: true });
  expect(settled.report?.state).toBe("confirmed");
  expect(await ledger.incidents()).toMatchObject([{ review: "confirmed", status: "planned", confidence: 1 }]);
});

test("whoever has not seen the newest judgement is told of it", async () => {
  const ledger = await ledgerWith([patrol]);
  const { review } = await say(ledger, document, ID);
  const again = say(ledger, document, ID, { kind: "reject" });
  await expect(again).rejects.toMatchObject({ code: "review.taken", message: expect.stringContaining("Ana at 2") });
  await expect(say(ledger, document, ID, { second: true })).rejects.toMatchObject({ code: "review.taken" });
  await expect(say(ledger, document, ID, { by: "Ben" })).rejects.toMatchObject({ code: "review.taken" });
  await say(ledger, document, ID, { kind: "comment", note: "a comment is always heard", by: "Ben" });
  const changed = await say(ledger, document, ID, { kind: "reject", seen: review.id });
  expect(changed.report).toMatchObject({ state: "reviewed", verdict: "rejected" });
});

test("of twenty who judge at once, one is heard", async () => {
  const ledger = await ledgerWith([patrol]);
  const tries = Array.from({ length: 20 }, (_, at) => say(ledger, document, ID, { by: `R${at}` }));
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await ledger.reviews.all()).toHaveLength(1);
});

test("what the coder missed is added with its words as evidence, and survives the next coder", async () => {
  const bare = recoded("1.0.0");
  const ledger = await ledgerWith([bare]);
  const told = patrol.reading.reports[0];
  const saw = { report: { ...told, rule: "review", confidence: 1 }, domain: "military" } as const;
  await ledger.reviews.add({ review: { kind: "add", document, report: ID, reviewer: "Ana", saw } });
  expect(await ledger.incidents()).toMatchObject([{ type: "COOPERATE", review: "reviewed" }]);
  await ledger.append([recoded("2.0.0")]);
  expect(await ledger.incidents()).toMatchObject([{ type: "COOPERATE", review: "reviewed" }]);
  await ledger.append([recoded("3.0.0", flown)]);
  const [incident] = await ledger.incidents();
  const { reports } = await ledger.incident(incident.id);
  expect(reports).toHaveLength(1);
  expect(reports[0].review?.machine?.report.id).toBe(ID);
});

test("a correction is carried on to the report that a newer coder finds in the same words", async () => {
  const ledger = await ledgerWith([patrol]);
  await say(ledger, document, ID, { kind: "correct", change: { status: "planned" } });
  await ledger.append([recoded("2.0.0", { ...flown, evidence: [0, 34], type: "COOPERATE" })]);
  expect(await ledger.incidents()).toMatchObject([{ status: "planned", review: "reviewed" }]);
  const { reviews } = await ledger.reviews.reviewed(document);
  expect(reviews).toMatchObject([{ report: "r0-34.COOPERATE", orphaned: false, history: [{ report: ID }] }]);
  await say(ledger, document, "r0-34.COOPERATE", { kind: "comment", note: "still so" });
});

test("a rejection is carried on only to the same event; otherwise it is shown as orphaned, not lost", async () => {
  const ledger = await ledgerWith([patrol]);
  await say(ledger, document, ID, { kind: "reject" });
  await ledger.append([recoded("2.0.0", { ...flown, evidence: [0, 40] })]);
  expect(await ledger.incidents()).toEqual([]);
  await ledger.append([recoded("3.0.0", { ...flown, actors: ["Arnor", "Mordor"] })]);
  expect(await ledger.incidents()).toMatchObject([{ actors: ["ARN", "MOR"] }]);
  expect(await ledger.reviews.progress()).toMatchObject({ orphaned: 1, rejected: 1 });
  const orphans = await ledger.reviews.queue({ part: "orphaned", limit: 9 });
  expect(orphans).toMatchObject([{ document, report: `${ID}.r` }]);
});

test("what somebody stands for stays, even where a newer coder no longer finds it", async () => {
  const ledger = await ledgerWith([patrol]);
  await say(ledger, document, ID);
  await ledger.append([recoded("2.0.0")]);
  expect(await ledger.incidents()).toMatchObject([{ type: "COOPERATE", review: "reviewed" }]);
  expect((await ledger.reviews.reviewed(document)).reviews).toMatchObject([{ orphaned: true, state: "reviewed" }]);
});

test("the queue asks first for what is least certain and weighs most", async () => {
  const ledger = await ledgerWith([
    patrol,
    entryOf({ text: "Rohan met Gondor.", events: [{ actors: ["Rohan", "Gondor"], score: 1, confidence: 0.6 }] }),
    entryOf({ text: "Mordor struck Rohan.", events: [{ actors: ["Mordor"], recipients: ["Rohan"], score: -10 }] }),
    entryOf({ text: "Mordor waited.", events: [{ actors: ["Mordor"], confidence: 0.1 }] }),
  ]);
  const queue = await ledger.reviews.queue({ part: "open", limit: 10 });
  expect(queue.map(({ priority }) => priority?.value.toFixed(3))).toEqual(["0.200", "0.050", "0.040"]);
  expect(await ledger.reviews.queue({ part: "open", dyad: ["GON", "ARN"], limit: 10 })).toMatchObject([{ document }]);
  await say(ledger, document, ID);
  expect(await ledger.reviews.queue({ part: "open", dyad: ["GON", "ARN"], limit: 10 })).toEqual([]);
  expect(await ledger.reviews.queue({ part: "second", reviewer: "ana", limit: 10 })).toEqual([]);
  expect(await ledger.reviews.queue({ part: "second", reviewer: "Ben", limit: 10 })).toMatchObject([{ document }]);
  expect(await ledger.reviews.progress(["ARN", "GON"])).toMatchObject({ machine: 0, reviewed: 1 });
});

test("an import, and a ledger whose tables are made anew, hold what people said", async () => {
  const [folder, imported] = [emptyFolder(), emptyFolder()];
  const ledger = await openLedger(join(folder, "data"));
  await ledger.append([patrol, post]);
  await say(ledger, document, ID, { kind: "correct", change: { type: "CONSULT" } });
  const before = await ledger.incidents();
  await ledger.export(join(folder, "out"), "ndjson");
  await ledger.close();
  await importLedger(join(folder, "out"), imported);
  const instance = await DuckDBInstance.create(join(folder, "data", "ledger.duckdb"));
  const connection = await instance.connect();
  await connection.run("DROP TABLE bands");
  connection.closeSync();
  instance.closeSync();
  for (const each of [imported, join(folder, "data")]) {
    const again = await openLedger(each);
    expect(await again.incidents()).toEqual(before);
    expect(await again.reviews.progress()).toMatchObject({ machine: 1, reviewed: 1 });
    await again.close();
  }
});

const acts = fc.constantFrom("accept", "correct", "reject", "undo", "recode", "comment");

test("whatever people do and in whatever order, taking it all back leaves the ledger as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 8 }), async (course) => {
      const folder = emptyFolder();
      const ledger = await openLedger(folder);
      await ledger.append([patrol, post]);
      const before = await ledger.incidents();
      let version = 1;
      for (const [at, act] of course.entries()) {
        const live = (await ledger.reviews.all()).filter(({ undone }) => !undone);
        if (act === "undo") {
          if (live.length > 0) await ledger.reviews.undo(live[live.length - 1].id, "Zoe");
        } else if (act === "recode") await ledger.append([recoded(`${++version}.0.0`, flown)]);
        else
          await say(ledger, document, ID, {
            ...{ by: `R${at}`, kind: act, second: true, note: "so" },
            ...(act === "correct" && { change: { status: at % 2 === 0 ? "planned" : "denied" } }),
          });
      }
      for (const review of await ledger.reviews.all()) if (!review.undone) await ledger.reviews.undo(review.id, "Zoe");
      expect(await ledger.incidents()).toEqual(before);
      expect(await ledger.reviews.progress()).toMatchObject({ reviewed: 0, confirmed: 0, disputed: 0 });
      await ledger.close();
    }),
    { numRuns: 12 },
  );
}, 60_000);
