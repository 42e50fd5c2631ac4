import type { Measurement } from "../../bench/report.ts";
import { wilsonInterval } from "../../src/measures/index.ts";
import { shippedReader } from "../../training/coder/shipped.ts";
import { drawnLines } from "./print.ts";
import { DRAWS, type Drawn, documentsOf, drawn } from "./sample.ts";
import { keptVerdicts, type Verdict } from "./verdicts.ts";

const Z95 = 1.959963984540054;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** How the drawn reports stand by the verdicts that are kept. */
export interface Standing {
  readonly read: number;
  readonly right: number;
  readonly unread: number;
}

/** Counts verdicts over a draw; a report that nobody has read is unread, not wrong. */
export function standingOf(reports: readonly Pick<Drawn, "key">[], verdicts: readonly Verdict[]): Standing {
  const known = new Map(verdicts.map((verdict) => [verdict.key, verdict.right]));
  const found = reports.flatMap(({ key }) => known.get(key) ?? []);
  return { read: found.length, right: found.filter((right) => right).length, unread: reports.length - found.length };
}

function roundLines(name: string, verdicts: readonly Verdict[]): string[] {
  const rounds = [...new Set(verdicts.filter(({ draw }) => draw === name).map(({ round }) => round))].sort();
  return rounds.map((round) => {
    const of = verdicts.filter((verdict) => verdict.draw === name && verdict.round === round);
    const right = of.filter((verdict) => verdict.right).length;
    const [low, high] = wilsonInterval(right, of.length, Z95)?.interval ?? [0, 1];
    const interval = `95 % interval ${percent(low)} to ${percent(high)}`;
    return `${name}, round ${round}: ${right} of ${of.length} right, ${percent(right / of.length)} (${interval})`;
  });
}

const optionOf = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

/**
 * How many of 150 drawn reports have type, actors and recipients right, by the verdicts in docs/audit/verdicts.tsv.
 * `--print` prints the reports, numbered, with their sentences; `--draw=development` takes the draw that is tuned on.
 */
export async function auditFigures(): Promise<Measurement[]> {
  const draw = DRAWS.find(({ name }) => name === (optionOf("draw") ?? "audit"));
  if (!draw) throw new Error(`the draws are ${DRAWS.map(({ name }) => name).join(", ")}`);
  const verdicts = keptVerdicts();
  for (const line of roundLines(draw.name, verdicts)) console.log(line);
  const documents = documentsOf(draw);
  if (!documents) {
    console.log("audit: skipped, the development data is absent");
    return [];
  }
  const reports = drawn(documents, shippedReader(), draw);
  if (process.argv.includes("--print"))
    for (const [index, one] of reports.entries()) for (const line of drawnLines(one, index + 1)) console.log(line);
  return figuresOf(draw.name, standingOf(reports, verdicts));
}

/** The standing as figures; the share is left out where nothing was read. */
export function figuresOf(name: string, { read, right, unread }: Standing): Measurement[] {
  const share = { name: `audit: right, of ${read} read in the ${name} draw`, value: right / read, target: 0.85 };
  return [
    ...(read > 0 ? [share] : []),
    { name: `audit: unread in the ${name} draw under this coder`, value: unread, lower: true },
  ];
}
