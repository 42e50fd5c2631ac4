import { readFileSync } from "node:fs";
import { read } from "../src/coding/index.ts";
import { loadReader } from "../src/desk/index.ts";
import { documentOfMarkdown } from "../src/intake/index.ts";
import { reportsOf } from "../src/ledger/append/rows.ts";
import { clusterReports } from "../src/ledger/incidents/cluster.ts";
import { type StoredTelling, tellingOf } from "../src/ledger/incidents/stored.ts";
import { labelOf, trueEvents } from "./ledger-labels.ts";
import type { Measurement } from "./report.ts";

/** A coded report of the samples, the true event it tells of, and the incident it was put into. */
interface Labelled {
  readonly event: string;
  readonly incident: number;
}

/** Documents of the samples by their file. */
async function* sampleDocuments() {
  for (const file of new Set(trueEvents().flatMap((event) => [...event.files, ...event.background]))) {
    const path = `samples/${file}`;
    yield { file, document: documentOfMarkdown(readFileSync(path, "utf8"), {}, path).document };
  }
}

/** Codes the samples, clusters their reports, and labels those that clearly tell of one true event. */
async function labelledReports(): Promise<Labelled[]> {
  const reader = await loadReader();
  const events = trueEvents();
  const tellings: StoredTelling[] = [];
  const eventOf = new Map<StoredTelling, string>();
  let seq = 0;
  for await (const { file, document } of sampleDocuments()) {
    seq += 1;
    const entry = { document, original: new Uint8Array(), reading: read(document, reader), domains: {} };
    for (const row of reportsOf(entry, seq, document.id)) {
      if (row.states === "") continue;
      const telling = tellingOf(row);
      tellings.push(telling);
      const event = row.tense === "happened" ? labelOf(row, file, events) : undefined;
      if (event !== undefined) eventOf.set(telling, event);
    }
  }
  return clusterReports(tellings).flatMap(({ members }, incident) =>
    members.flatMap((member) => {
      const event = eventOf.get(member);
      return event === undefined ? [] : [{ event, incident }];
    }),
  );
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const f1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

/** Precision and recall over all pairs of labelled reports: is a pair of one event in one incident? */
function pairwise(reports: readonly Labelled[]): { precision: number; recall: number; pairs: number } {
  let [together, event, both] = [0, 0, 0];
  for (const [index, one] of reports.entries())
    for (const other of reports.slice(index + 1)) {
      const sameIncident = one.incident === other.incident;
      const sameEvent = one.event === other.event;
      together += Number(sameIncident);
      event += Number(sameEvent);
      both += Number(sameIncident && sameEvent);
    }
  return { precision: percent(both, together), recall: percent(both, event), pairs: event };
}

/** B-cubed (Bagga and Baldwin 1998): precision and recall of each report's incident, averaged over reports. */
function bCubed(reports: readonly Labelled[]): { precision: number; recall: number } {
  let [precision, recall] = [0, 0];
  for (const one of reports) {
    const incident = reports.filter((other) => other.incident === one.incident);
    const event = reports.filter((other) => other.event === one.event);
    const both = incident.filter((other) => other.event === one.event).length;
    precision += both / incident.length;
    recall += both / event.length;
  }
  return { precision: percent(precision, reports.length), recall: percent(recall, reports.length) };
}

/**
 * How well incidents match the true events of `samples/events.tsv`, end to end: the coder's own reports, labelled by
 * type, states and date. What the coder misses or gets wrong counts against the recall.
 */
export async function incidentFigures(): Promise<Measurement[]> {
  const reports = await labelledReports();
  const pairs = pairwise(reports);
  const cubed = bCubed(reports);
  return [
    { name: "samples: reports labelled with a true event", value: reports.length },
    { name: "samples: pairs of reports of one event", value: pairs.pairs },
    { name: "incidents: pairwise precision", value: pairs.precision },
    { name: "incidents: pairwise recall", value: pairs.recall },
    { name: "incidents: pairwise F1", value: f1(pairs.precision, pairs.recall), target: 90 },
    { name: "incidents: B-cubed precision", value: cubed.precision },
    { name: "incidents: B-cubed recall", value: cubed.recall },
    { name: "incidents: B-cubed F1", value: f1(cubed.precision, cubed.recall) },
  ];
}
