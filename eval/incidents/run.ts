import type { Measurement } from "../../bench/report.ts";
import { read } from "../../src/coding/index.ts";
import { loadReader } from "../../src/desk/index.ts";
import { reportsOf } from "../../src/ledger/append/rows.ts";
import { clusterReports } from "../../src/ledger/incidents/cluster.ts";
import { comparable } from "../../src/ledger/incidents/similarity.ts";
import { type StoredTelling, tellingOf } from "../../src/ledger/incidents/stored.ts";
import {
  type Anchor,
  archiveOf,
  found,
  isOpen,
  keyOf,
  type Label,
  labelledPairs,
  labels,
  PARTS,
  type Part,
  partOf,
} from "./labels.ts";
import { bCubed, f1Interval, type Judged, pairwise, type Score } from "./scores.ts";
import { documentOf } from "./texts.ts";

/** A labelled report as the present coder gives it. */
export interface Read {
  readonly label: Label;
  readonly telling: StoredTelling;
}

interface Placed extends Read {
  readonly event: string;
  readonly incident: number;
}

/** Reads the labelled documents with the present coder: all reports that name a state, and the labelled ones among them. */
export async function readLabelled(): Promise<{ readonly tellings: StoredTelling[]; readonly labelled: Read[] }> {
  const reader = await loadReader();
  const tellings: StoredTelling[] = [];
  const labelled: Read[] = [];
  for (const [seq, [file, some]] of [...Map.groupBy(labels(), ({ document }) => document)].entries()) {
    const document = documentOf(file);
    const rows = reportsOf({ document, reading: read(document, reader), domains: {} }, seq, file);
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

/** The labelled reports with the incident that each is put into; every archive is clustered by itself. */
export function placedOf(tellings: readonly StoredTelling[], labelled: readonly Read[]): Placed[] {
  const archives = Map.groupBy(tellings, ({ row }) => archiveOf(row.family));
  const incidents = [...archives.values()].flatMap((some) => clusterReports(some));
  const incidentOf = new Map(incidents.flatMap(({ members }, incident) => members.map((each) => [each, incident])));
  return labelled.map((one) => ({ ...one, event: one.label.event, incident: incidentOf.get(one.telling) ?? -1 }));
}

const judge = (one: Placed, other: Placed): Judged => ({
  events: [one.event, other.event],
  same: one.event === other.event,
  together: one.incident === other.incident,
});

const pairsOf = <T>(things: readonly T[]): [T, T][] =>
  things.flatMap((one, index) => things.slice(index + 1).map((other): [T, T] => [one, other]));

const apart = (one: Placed, other: Placed): boolean =>
  one.event === other.event && !comparable(one.telling, other.telling);

/** The pairs of pairs.tsv; one whose reports are gone counts as put apart. */
function listed(placed: readonly Placed[], part: Part): { readonly judged: Judged[]; readonly lost: number } {
  const byKey = new Map(placed.map((each) => [keyOf(each.label), each]));
  const wanted = labelledPairs().filter((pair) => [pair.one, pair.other].every((end) => partOf(end.document) === part));
  const ends = wanted.map((pair) => ({ pair, one: byKey.get(keyOf(pair.one)), other: byKey.get(keyOf(pair.other)) }));
  const eventOf = new Map(labels().map((label) => [keyOf(label), label.event]));
  const ofEvent = (end: Anchor): string => eventOf.get(keyOf(end)) ?? keyOf(end);
  return {
    lost: ends.filter(({ one, other }) => !one || !other).length,
    judged: ends.map(({ pair, one, other }) => ({
      events: [ofEvent(pair.one), ofEvent(pair.other)],
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

function toldPairs(name: string, pairs: readonly Judged[], target?: number): Measurement[] {
  const [low, high] = f1Interval(pairs);
  return [
    ...told(name, pairwise(pairs), target),
    { name: `${name} F1, from (95 of 100 draws of events)`, value: low },
    { name: `${name} F1, to (95 of 100 draws of events)`, value: high },
  ];
}

function figuresOf(placed: readonly Placed[], part: Part): Measurement[] {
  const own = placed.filter(({ label }) => partOf(label.document) === part);
  const pairs = pairsOf(own);
  const { judged, lost } = listed(placed, part);
  const target = isOpen(part) ? undefined : 90;
  return [
    { name: `${part}: pairs of one event`, value: pairs.filter(([one, other]) => one.event === other.event).length },
    {
      name: `${part}: of these set apart by their coding`,
      value: pairs.filter(([one, other]) => apart(one, other)).length,
    },
    ...(judged.length === 0
      ? []
      : [
          { name: `${part}: listed pairs`, value: judged.length },
          { name: `${part}: listed pairs whose reports are gone`, value: lost },
          ...toldPairs(`${part}: listed pairs,`, judged),
        ]),
    ...toldPairs(
      `${part}: pairwise`,
      pairs.map(([one, other]) => judge(one, other)),
      target,
    ),
    ...toldPairs(
      `${part}: pairwise, but for those set apart by their coding,`,
      pairs.filter(([one, other]) => !apart(one, other)).map(([one, other]) => judge(one, other)),
    ),
    ...told(`${part}: B-cubed`, bCubed(own)),
  ];
}

/**
 * How well incidents match the events that labelled reports tell of, as read by hand (eval/incidents/reports.tsv), end
 * to end: with the reports of the present coder. The weights were fitted on the parts of OPEN_PARTS only.
 */
export async function incidentFigures(): Promise<Measurement[]> {
  const { tellings, labelled } = await readLabelled();
  const placed = placedOf(tellings, labelled);
  const samples = placed.filter(({ label }) => archiveOf(label.document) === "samples");
  return [
    { name: "labelled reports", value: labels().length },
    { name: "labelled reports found", value: placed.length },
    ...PARTS.flatMap((part) => figuresOf(placed, part)),
    ...toldPairs(
      "all samples, crossing pairs too: pairwise",
      pairsOf(samples).map(([one, other]) => judge(one, other)),
    ),
    ...told("all samples: B-cubed", bCubed(samples)),
  ];
}
