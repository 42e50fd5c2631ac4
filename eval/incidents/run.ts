import { readFileSync } from "node:fs";
import type { Measurement } from "../../bench/report.ts";
import { read } from "../../src/coding/index.ts";
import { loadReader } from "../../src/desk/index.ts";
import { documentOfMarkdown } from "../../src/intake/index.ts";
import { reportsOf } from "../../src/ledger/append/rows.ts";
import { clusterReports } from "../../src/ledger/incidents/cluster.ts";
import { comparable } from "../../src/ledger/incidents/similarity.ts";
import { type StoredTelling, tellingOf } from "../../src/ledger/incidents/stored.ts";
import { found, halfOf, keyOf, type Label, labelledPairs, labels } from "./labels.ts";
import { bCubed, type Judged, pairwise, type Score } from "./scores.ts";

/** A labelled report as the present coder gives it. */
export interface Read {
  readonly label: Label;
  readonly telling: StoredTelling;
}

interface Placed extends Read {
  readonly event: string;
  readonly incident: number;
}

/** Reads the samples with the present coder: all reports that name a state, and the labelled ones among them. */
export async function readSamples(): Promise<{ readonly tellings: StoredTelling[]; readonly labelled: Read[] }> {
  const reader = await loadReader();
  const tellings: StoredTelling[] = [];
  const labelled: Read[] = [];
  let seq = 0;
  for (const [file, some] of Map.groupBy(labels(), ({ document }) => document)) {
    seq += 1;
    const { document } = documentOfMarkdown(readFileSync(`samples/${file}`, "utf8"), {}, file);
    const rows = reportsOf({ document, reading: read(document, reader), domains: {} }, seq, document.id);
    const told = rows.filter(({ states }) => states !== "").map(tellingOf);
    const reports = found(some, told);
    tellings.push(...told);
    for (const label of some) {
      const telling = reports.get(keyOf(label));
      if (telling) labelled.push({ label, telling });
    }
  }
  return { tellings, labelled };
}

const judge = (one: Placed, other: Placed): Judged => ({
  same: one.event === other.event,
  together: one.incident === other.incident,
});

const pairsOf = <T>(things: readonly T[]): [T, T][] =>
  things.flatMap((one, index) => things.slice(index + 1).map((other): [T, T] => [one, other]));

const apart = (one: Placed, other: Placed): boolean =>
  one.event === other.event && !comparable(one.telling, other.telling);

/** The pairs of pairs.tsv; one whose reports are gone counts as put apart. */
function listed(placed: readonly Placed[], half: string): { readonly judged: Judged[]; readonly lost: number } {
  const byKey = new Map(placed.map((each) => [keyOf(each.label), each]));
  const wanted = labelledPairs().filter((pair) => [pair.one, pair.other].every((end) => halfOf(end.document) === half));
  const ends = wanted.map((pair) => ({ pair, one: byKey.get(keyOf(pair.one)), other: byKey.get(keyOf(pair.other)) }));
  return {
    lost: ends.filter(({ one, other }) => !one || !other).length,
    judged: ends.map(({ pair, one, other }) => ({
      same: pair.same,
      together: one !== undefined && other !== undefined && one.incident === other.incident,
    })),
  };
}

const told = (name: string, { precision, recall, f1 }: Score, target?: number): Measurement[] => [
  { name: `${name} precision`, value: precision },
  { name: `${name} recall`, value: recall },
  { name: `${name} F1`, value: f1, ...(target === undefined ? {} : { target }) },
];

function figuresOf(placed: readonly Placed[], half: "development" | "untouched"): Measurement[] {
  const own = placed.filter(({ label }) => halfOf(label.document) === half);
  const pairs = pairsOf(own);
  const { judged, lost } = listed(placed, half);
  const target = half === "untouched" ? 90 : undefined;
  return [
    { name: `${half}: pairs of one event`, value: pairs.filter(([one, other]) => one.event === other.event).length },
    {
      name: `${half}: of these set apart by their coding`,
      value: pairs.filter(([one, other]) => apart(one, other)).length,
    },
    { name: `${half}: listed pairs`, value: judged.length },
    { name: `${half}: listed pairs whose reports are gone`, value: lost },
    ...told(`${half}: listed pairs,`, pairwise(judged)),
    ...told(`${half}: pairwise`, pairwise(pairs.map(([one, other]) => judge(one, other))), target),
    ...told(
      `${half}: pairwise, but for those set apart by their coding,`,
      pairwise(pairs.filter(([one, other]) => !apart(one, other)).map(([one, other]) => judge(one, other))),
    ),
    ...told(`${half}: B-cubed`, bCubed(own)),
  ];
}

/**
 * How well incidents match the events that the samples' reports tell of, as read by hand (eval/incidents/reports.tsv),
 * end to end: with the reports of the present coder. The weights were fitted on the development half only.
 */
export async function incidentFigures(): Promise<Measurement[]> {
  const { tellings, labelled } = await readSamples();
  const incidentOf = new Map<StoredTelling, number>();
  for (const [incident, { members }] of clusterReports(tellings).entries())
    for (const member of members) incidentOf.set(member, incident);
  const placed = labelled.map((one) => ({
    ...one,
    event: one.label.event,
    incident: incidentOf.get(one.telling) ?? -1,
  }));
  return [
    { name: "labelled reports", value: labels().length },
    { name: "labelled reports found", value: placed.length },
    ...figuresOf(placed, "development"),
    ...figuresOf(placed, "untouched"),
    ...told("all, crossing pairs too: pairwise", pairwise(pairsOf(placed).map(([one, other]) => judge(one, other)))),
    ...told("all: B-cubed", bCubed(placed)),
  ];
}
