import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { LocalDesk, loadWhole } from "../../src/desk/index.ts";

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

test("a brief is written once, whoever edits it, and anew when something was added", async () => {
  const folder = await mkdtemp(join(tmpdir(), "entente-kept-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const desk = await LocalDesk.open(join(folder, "data"), { workers: 0 });
  onTestFinished(() => desk.close());
  const query = { a: "CHN", b: "RUS", from: "2020-12-01", to: "2020-12-31" };
  const add = (text: string) => desk.add({ kind: "text", text, published: "2020-12-23" });
  await add("Russian and Chinese bombers flew a joint patrol over the Sea of Japan on Tuesday.");
  const brief = frozen(await desk.brief(query));
  await desk.edits.save(
    { ...query, name: "main" },
    {
      schema: "entente.brief-edits/1",
      edits: [
        { kind: "note", statement: "count", note: "Ask the embassy." },
        { kind: "drop", statement: "coded" },
      ],
    },
    0,
  );
  expect(await desk.brief(query)).toEqual(brief);
  await desk.edits.open({ ...query, name: "main" });
  expect(await desk.brief(query)).toBe(await desk.brief(query));
  await add("Russia and China signed a treaty of friendship in Beijing on Wednesday.");
  const after = await desk.brief(query);
  expect(after.sources.length).toBeGreaterThan(brief.sources.length);
});

const TEXTS = [
  "Russian and Chinese bombers flew a joint patrol over the Sea of Japan on Tuesday.",
  "Russia and China signed an agreement on gas in Beijing. India criticised the agreement.",
  "China accused Japan of violating its airspace. Japan rejected the accusation.",
  "India and Russia held talks on trade. Russia offered India a loan.",
  "The Chinese foreign minister said China would support Russia against sanctions by Japan.",
  "Japan imposed sanctions on Russia. China condemned the sanctions.",
];
const PAPERS = ["Xinhua", "TASS", "The Herald"] as const;

const acted = fc.record({
  kind: fc.constantFrom("add", "add", "reject", "accept", "comment", "undo", "split", "merge"),
  at: fc.nat(40),
  day: fc.nat(400),
});
type Act = typeof acted extends fc.Arbitrary<infer T> ? T : never;

const dayOf = (day: number): string => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);

/** Does something at a desk; what cannot be done is left. */
async function act(desk: LocalDesk, { kind, at, day }: Act, number: number): Promise<void> {
  const text = `${TEXTS[at % TEXTS.length]} This was report ${number} of the day.`;
  if (kind === "add")
    await desk.add({ kind: "text", text, published: dayOf(day), publisher: PAPERS[at % PAPERS.length] });
  const { incidents } = await desk.incidents({ a: "CHN", b: day % 2 ? "RUS" : "JPN" });
  const [one, other] = [incidents[at % incidents.length], incidents[day % incidents.length]];
  if (one === undefined) return;
  const by = { reviewer: `R${number}` };
  const keys = (await desk.incident(one.id)).reports.map(({ report, evidence: [{ source }] }) => ({
    document: source.document,
    report: report.id,
  }));
  const [key] = keys;
  if (kind === "reject" || kind === "accept") await desk.reviews.review({ kind, ...key, ...by, second: true });
  if (kind === "comment") await desk.reviews.review({ kind, ...key, ...by, note: "Ask the embassy." });
  if (kind === "split" && keys.length > 1) await desk.reviews.split({ incident: one.id, reports: [key], ...by });
  if (kind === "merge" && one.id !== other.id) await desk.reviews.merge({ incidents: [one.id, other.id], ...by });
  const last = (await desk.reviews.history()).findLast(({ undone }) => !undone);
  if (kind === "undo" && last) await desk.reviews.undo({ id: last.id, reviewer: last.reviewer });
}

const YEAR = { from: "2020-01-01", to: "2020-12-31" };

/** Whatever a desk keeps, each by its name. */
const QUESTIONS: Readonly<Record<string, (desk: LocalDesk) => Promise<unknown>>> = {
  overview: (desk) => desk.overview(),
  relation: (desk) => desk.relation({ a: "CHN", b: "RUS" }),
  counted: (desk) => desk.relation({ a: "CHN", b: "RUS", ...YEAR, rule: "without patrols" }),
  measures: (desk) => desk.measure({ a: "CHN", b: "RUS", length: "quarter" }),
  year: (desk) => desk.measure({ a: "RUS", b: "JPN", ...YEAR, kind: "sum" }),
  fixed: (desk) => desk.measure({ a: "CHN", b: "RUS", ...YEAR, sources: "fixed" }),
  verdict: (desk) => desk.verdict({ a: "CHN", b: "JPN" }),
  blocs: (desk) => desk.blocs({}),
  "blocs of a year": (desk) => desk.blocs({ ...YEAR, rule: "without patrols" }),
  brief: (desk) => desk.brief({ a: "CHN", b: "RUS", ...YEAR }),
  actor: (desk) => desk.actors.actor({ id: "CHN" }),
};

const answersOf = async (desk: LocalDesk, names: readonly string[]): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        await QUESTIONS[name](desk).catch((error: unknown) => (error instanceof Error ? error.message : error)),
      ]),
    ),
  );

test("after whatever was added, judged, taken back, parted and joined, a desk answers as one that keeps nothing", {
  timeout: 300_000,
}, async () => {
  const loaded = await loadWhole("small");
  const names = Object.keys(QUESTIONS);
  const steps = fc.array(fc.tuple(acted, fc.subarray(names)), { minLength: 4, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(steps, async (done) => {
      const folder = await mkdtemp(join(tmpdir(), "entente-kept-"));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const open = () => LocalDesk.open(join(folder, "data"), { loaded, workers: 0 });
      const desk = await open();
      for (const [at, text] of TEXTS.entries()) await act(desk, { kind: "add", at, day: at * 61 }, -text.length);
      await answersOf(desk, names);
      for (const [number, [one, asked]] of done.entries()) {
        await act(desk, one, number);
        await answersOf(desk, asked);
      }
      const kept = await answersOf(desk, names);
      expect(Object.values(kept).filter((answer) => typeof answer === "string")).toEqual([]);
      await desk.close();
      const fresh = await open();
      const answers = await answersOf(fresh, names);
      await fresh.close();
      expect(kept).toEqual(answers);
    }),
    { numRuns: 10 },
  );
});
