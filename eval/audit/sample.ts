import { createHash } from "node:crypto";
import { type Reader, read } from "../../src/coding/index.ts";
import type { Document, Participant, Report } from "../../src/schema/index.ts";
import { documentOf } from "../../training/coder/shipped.ts";
import { readLines, sharedPath } from "../coding/load.ts";

/** A way to draw reports: the documents are parted in two halves, so that what one draw shows the other does not. */
export interface Draw {
  readonly name: string;
  readonly seed: string;
  /** Which half of the documents, by the first bit of the hash of their id. */
  readonly half: 0 | 1;
}

/** A development draw may be read as often as one likes; the audit draw is read once, and then replaced by a new one. */
export const DRAWS: readonly Draw[] = [
  { name: "development", seed: "development 1", half: 0 },
  { name: "audit", seed: "audit 5", half: 1 },
];

export const DRAWN = 150;

/** A drawn report with its document. */
export interface Drawn {
  readonly document: Document;
  readonly report: Report;
  /** Document, evidence, type, actors and recipients: what a verdict is about. */
  readonly key: string;
}

const namesOf = (parties: readonly Participant[]): string =>
  [...new Set(parties.map(({ country, sector }) => `${country ?? "?"}.${sector}`))].sort().join("+") || "-";

/** The fields that a verdict is about, as they stand in the table of verdicts. */
const keyOf = (document: string, { evidence, type, actors, recipients }: Report): string =>
  [document, evidence[0].join("-"), type, namesOf(actors), namesOf(recipients)].join("\t");

const hash = (text: string): Buffer => createHash("sha256").update(text).digest();

interface NewsLine {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly source?: string;
}

function newsDocument({ id, text, date, source }: NewsLine): Document {
  return { ...documentOf(id, text, date), ...(source && { publisher: source }) };
}

/** The documents of a draw's half, or undefined where the development data is absent. */
export function documentsOf({ half }: Draw): Document[] | undefined {
  const paths = ["guardian-a.jsonl", "mixed-a.jsonl"].map((name) => sharedPath("data", "news", name));
  if (paths.includes(undefined)) return undefined;
  const lines = paths.flatMap((path) => readLines(path!).map((line): NewsLine => JSON.parse(line)));
  return lines.filter(({ id }) => hash(id)[0] >> 7 === half).map(newsDocument);
}

/**
 * The first 150 reports in the order of a hash of seed and key. A report that a newer coder gives unchanged keeps its
 * place, so that most verdicts stay of use.
 */
export function drawn(documents: readonly Document[], reader: Reader, { seed }: Draw, count = DRAWN): Drawn[] {
  const all = documents.flatMap((document) =>
    read(document, reader).reports.map((report) => {
      const key = keyOf(document.id, report);
      return { document, report, key, order: hash(`${seed}\n${key}`).toString("hex") };
    }),
  );
  return all.sort((one, other) => (one.order < other.order ? -1 : 1)).slice(0, count);
}
