import { expect, test } from "vitest";
import type { Desk } from "../../src/desk/index.ts";
import {
  type Correction,
  GoldLine,
  Incident,
  type ReviewAct,
  ReviewAgreement,
  ReviewQueue,
  ReviewResult,
} from "../../src/schema/index.ts";
import { errorCode } from "./error-code.ts";

const TEXT =
  "Brazil accused Peru of closing the river port on Monday.\nPeru rejected the charge, and Chile kept silent.";
const AGAIN = "Brazil has accused Peru of closing the river port, said a paper of Lima.";

/** What every desk must do with reviews; after the other cases, over documents of its own. */
export function reviewCases(desk: () => Desk): void {
  const dyad = { a: "Brazil", b: "PER" };
  const first = async () => (await desk().reviews.queue(dyad)).items.find(({ report }) => report.type === "ACCUSE");
  const incidents = async () => (await desk().relation({ a: "BRA", b: "PER" })).incidents;

  test("what was coded waits for review, with its words, its paragraph and how the order comes about", async () => {
    await desk().add({ kind: "text", text: TEXT, published: "2019-03-05", publisher: "El Comercio" });
    await desk().add({ kind: "text", text: AGAIN, published: "2019-03-05", publisher: "Folha" });
    const queue = ReviewQueue.parse(await desk().reviews.queue(dyad));
    expect(queue.names).toEqual(["Brazil", "Peru"]);
    expect(queue.formula).toMatch(/confidence/);
    expect(queue.progress).toMatchObject({ reviewed: 0, machine: queue.items.length });
    const values = queue.items.map(({ priority }) => priority?.value ?? 0);
    expect(values).toEqual(values.toSorted((one, other) => other - one));
    for (const { passage, evidence } of queue.items) {
      expect(evidence[0].span[0]).toBeGreaterThanOrEqual(passage.span[0]);
      expect(passage.text).toContain(evidence[0].words);
    }
  });

  test("a correction changes what counts, shows the coder's reading beside it, and is taken back", async () => {
    const item = await first();
    const before = await incidents();
    const report = { document: item?.source.document ?? "", report: item?.report.id ?? "" };
    const correction: Correction = { type: "CONSULT", recipients: [], actors: ["BRA", "CHL", "PER"], place: "Lima" };
    const act: ReviewAct = {
      kind: "correct",
      ...report,
      reviewer: "Ana",
      correction,
    };
    const { review, incident } = ReviewResult.parse(await desk().reviews.review(act));
    expect(review.changed).toEqual(expect.arrayContaining(["type", "actors", "recipients", "place"]));
    const told = Incident.parse(await desk().incident(incident ?? ""));
    expect(told).toMatchObject({ type: "CONSULT", actors: ["BRA", "CHL", "PER"], review: "reviewed" });
    expect(told.place?.name).toBe("Lima");
    const [one] = told.reports.filter(({ report: { id } }) => id === report.report);
    expect(one.review).toMatchObject({ machine: { report: { type: "ACCUSE" } }, history: [{ reviewer: "Ana" }] });
    expect(one.report.score).not.toBe(one.review?.machine?.report.score);
    const view = await desk().document(report.document);
    expect(view.reading?.reports.find(({ id }) => id === report.report)?.type).toBe("CONSULT");
    expect(view.reviews).toHaveLength(1);
    expect(await errorCode(desk().reviews.review({ ...act, reviewer: "Ben" }))).toBe("review.taken");
    await desk().reviews.undo({ id: review.id, reviewer: "Ana" });
    expect(await incidents()).toEqual(before);
    expect(await errorCode(desk().reviews.undo({ id: review.id, reviewer: "Ana" }))).toBe("review.undone");
  });

  test("only what was reviewed counts where the rule asks for that", async () => {
    const query = { ...dyad, from: "2019-03-01", to: "2019-03-31", rule: "reviewed only" };
    const { leftOut } = await desk().measure(query);
    const item = await first();
    const report = { document: item?.source.document ?? "", report: item?.report.id ?? "" };
    await desk().reviews.review({ kind: "accept", ...report, reviewer: "Ana" });
    const after = await desk().measure(query);
    expect(after.counted.incidents).toBe(1);
    expect(after.leftOut["not reviewed"] ?? 0).toBe(leftOut["not reviewed"] - 1);
    const second = await desk().reviews.queue({ ...dyad, part: "second", reviewer: "Ben" });
    expect(second.items.map(({ report: { id } }) => id)).toEqual([report.report]);
    const result = await desk().reviews.review({
      kind: "accept",
      ...report,
      reviewer: "Ben",
      second: true,
      blind: true,
    });
    expect(result.report?.state).toBe("confirmed");
    expect((await desk().reviews.queue({ ...dyad, part: "second", reviewer: "Cem" })).items).toEqual([]);
    const agreement = ReviewAgreement.parse(await desk().reviews.agreement());
    expect(agreement.pairs).toMatchObject([{ reviewers: ["Ana", "Ben"], n: 1, blind: 1 }]);
    expect(agreement.pairs[0].fields[0]).toMatchObject({ share: 1, reason: expect.stringMatching(/too few/) });
  });

  test("what the coder missed is added from its words", async () => {
    const [{ document }] = (await desk().reviews.history({ reviewer: "ana" })).slice(-1);
    const { document: stored } = await desk().document(document);
    const at = stored.text.indexOf("Chile kept silent");
    const act: ReviewAct = {
      ...{ kind: "add", document, reviewer: "Ana", spans: at < 0 ? [[0, 12]] : [[at - 1, at + 17]] },
      coding: { type: "REJECT", actors: ["CHL"], recipients: ["BRA"], contexts: ["diplomatic"] },
    };
    const { incident, review } = await desk().reviews.review(act);
    const { reports } = await desk().incident(incident ?? "");
    expect(reports[0].evidence[0].words).toBe(reports[0].evidence[0].words.trim());
    expect(reports[0].report).toMatchObject({ rule: "review", type: "REJECT" });
    expect(await errorCode(desk().reviews.review({ ...act, spans: [[5, 5]] }))).toBe("review.span");
    await desk().reviews.undo({ id: review.id, reviewer: "Ana" });
    expect(await errorCode(desk().incident(incident ?? ""))).toBe("incident.unknown");
  });

  test("an incident is split and merged again", async () => {
    const told = (await incidents()).find(({ documents }) => documents === 2);
    const { reports } = await desk().incident(told?.id ?? "");
    const [one] = reports;
    const key = { document: one.evidence[0].source.document, report: one.report.id };
    const split = await desk().reviews.split({ incident: told?.id ?? "", reports: [key], reviewer: "Ana" });
    expect(split.incidents).toHaveLength(2);
    for (const id of split.incidents) {
      const { apart, asked } = await desk().incident(id);
      expect(apart?.map((other) => other.id)).toEqual(split.incidents.filter((other) => other !== id));
      expect(asked).toBeUndefined();
    }
    const merged = await desk().reviews.merge({ incidents: split.incidents, reviewer: "Ben", note: "one charge" });
    expect(merged.incidents).toEqual([told?.id]);
    const left = split.incidents.find((id) => id !== told?.id) ?? "";
    expect(await desk().incident(left)).toEqual({ ...(await desk().incident(told?.id ?? "")), asked: left });
    expect((await desk().incident(merged.incidents[0])).groupings?.map(({ kind }) => kind)).toEqual(["split", "merge"]);
    for (const { grouping } of [merged, split]) await desk().reviews.undo({ id: grouping.id, reviewer: "Ana" });
    expect((await desk().incident(told?.id ?? "")).reports).toEqual(reports);
    expect(await errorCode(desk().reviews.split({ incident: "i0", reports: [key], reviewer: "Ana" }))).toBe(
      "incident.unknown",
    );
    expect(await errorCode(desk().reviews.merge({ incidents: ["i0", "i0"], reviewer: "Ana" }))).toBe("incident.same");
  });

  test("what was judged comes out as a gold set, with the texts only where asked for", async () => {
    const lines = (await desk().reviews.gold()).map((line) => GoldLine.parse(line));
    expect(lines).toMatchObject([{ reports: [{ verdict: "stands", state: "confirmed", coding: { type: "ACCUSE" } }] }]);
    expect(lines[0].text).toBeUndefined();
    const [{ text, reports }] = await desk().reviews.gold({ text: true });
    expect(text?.slice(...reports[0].spans[0])).toMatch(/accused Peru/);
  });

  test("acts on what is not there, or that say nothing, are named by their catalogue entry", async () => {
    const item = (await desk().reviews.queue({ ...dyad, part: "done" })).items[0];
    const { document } = item.source;
    const on = { document, report: item.report.id, reviewer: "Dan", second: true };
    const said = (act: ReviewAct) => errorCode(desk().reviews.review(act));
    expect(await said({ kind: "accept", ...on, report: "r0-1.AID" })).toBe("report.unknown");
    expect(await said({ kind: "accept", ...on, document: "d0" })).toBe("document.unknown");
    expect(await said({ kind: "correct", ...on, correction: { type: "ACCUSE" } })).toBe("review.nothing");
    expect(await said({ kind: "correct", ...on, correction: { actors: ["XQX"] } })).toBe("state.unknown");
    expect(await said({ kind: "correct", ...on, correction: { place: "Atlantis" } })).toBe("place.unknown");
    expect(await errorCode(desk().reviews.undo({ id: "v0", reviewer: "Ana" }))).toBe("review.unknown");
    expect(await errorCode(desk().reviews.queue({ a: "Atlantis", b: "PER" }))).toBe("state.unknown");
  });
}
