import { availableParallelism, loadavg } from "node:os";
import { LocalDesk } from "../src/desk/index.ts";
import { openLedger } from "../src/ledger/index.ts";
import { folderFor, sizesAsked } from "./folders.ts";
import { withInvented } from "./invented.ts";
import { archive, BUSIEST, MIDDLING } from "./ledger-archive.ts";

const [BUSY, OTHER] = BUSIEST;
const [ONE, TWO] = MIDDLING;
const YEAR = { from: "2018-01-01", to: "2018-12-31" } as const;

/** What pages ask of a desk. */
const QUESTIONS: Readonly<Record<string, (desk: LocalDesk) => Promise<unknown>>> = {
  overview: (desk) => desk.overview(),
  "relation, busiest": (desk) => desk.relation({ a: BUSY, b: OTHER, limit: 0 }),
  "measures, busiest": (desk) => desk.measure({ a: BUSY, b: OTHER, length: "quarter" }),
  "measures, middling": (desk) => desk.measure({ a: ONE, b: TWO, length: "quarter" }),
  "measures of another pair": (desk) => desk.measure({ a: "XBD", b: "XBE", length: "quarter" }),
  "blocs, one year": (desk) => desk.blocs(YEAR),
  "blocs, all": (desk) => desk.blocs({}),
  "brief, busiest, one year": (desk) => desk.brief({ a: BUSY, b: OTHER, ...YEAR }),
  actor: (desk) => desk.actors.actor({ id: BUSY }),
};

async function fill(folder: string, reports: number): Promise<void> {
  const ledger = await openLedger(folder);
  if ((await ledger.counts()).documents === 0) for (const batch of archive(reports)) await ledger.append(batch);
  await ledger.close();
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

async function askAll(desk: LocalDesk): Promise<number[]> {
  const times: number[] = [];
  for (const ask of Object.values(QUESTIONS)) times.push(await timed(() => ask(desk)));
  return times;
}

/** Rejects a report of the middling pair, or takes that back. */
async function review(desk: LocalDesk): Promise<void> {
  const { incidents } = await desk.relation({ a: ONE, b: TWO, limit: 1 });
  const { reports } = await desk.incident(incidents[0].id);
  const [{ report, evidence }] = reports;
  const { document } = evidence[0].source;
  const { review: done } = await desk.reviews.review({
    ...{ kind: "reject", document, report: report.id, reviewer: "Bench", second: true },
  });
  await desk.reviews.undo({ id: done.id, reviewer: "Bench" });
}

const add = (desk: LocalDesk): Promise<unknown> =>
  desk.add({
    ...{ kind: "text", published: "2019-03-05" },
    text: `Land${ONE} and Land${TWO} signed an agreement on trade on Monday. Number ${Date.now()}.`,
  });

/** How long what pages ask takes with nothing kept, with all kept, and after writes that touch the middling pair. */
async function measure(reports: number): Promise<void> {
  using folder = folderFor("ledger", reports);
  await fill(folder.path, reports);
  const desk = await LocalDesk.open(folder.path, { loaded: await withInvented(), workers: 0 });
  const columns: [string, number[]][] = [
    ["nothing kept", await askAll(desk)],
    ["kept", await askAll(desk)],
  ];
  const reviewing = await timed(() => review(desk));
  columns.push(["after a review", await askAll(desk)]);
  const adding = await timed(() => add(desk));
  columns.push(["after a document", await askAll(desk)]);
  await desk.close();
  const load = `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`;
  console.log(`\n${reports} reports, milliseconds; ${load}`);
  console.log(["".padEnd(26), ...columns.map(([name]) => name.padStart(18))].join(""));
  for (const [at, name] of Object.keys(QUESTIONS).entries())
    console.log([name.padEnd(26), ...columns.map(([, times]) => times[at].toFixed(0).padStart(18))].join(""));
  console.log(`a review and its taking back ${reviewing.toFixed(0)}, a document ${adding.toFixed(0)}`);
}

for (const size of sizesAsked()) await measure(size);
