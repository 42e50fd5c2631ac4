import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { StoredTelling } from "../../src/ledger/incidents/stored.ts";
import type { Span } from "../../src/schema/index.ts";

/** Words of a sample that somebody read: found again in another reading by the document and the overlap of the span. */
export interface Anchor {
  /** File of the document, relative to `samples/`. */
  readonly document: string;
  readonly span: Span;
  /** The type that the coder gave when the words were read; only decides between reports of the same words. */
  readonly type: string;
}

/** What a report tells of, as read by hand. */
export interface Label extends Anchor {
  readonly event: string;
}

/** Whether two reports tell of one event, as read by hand. */
export interface LabelledPair {
  readonly one: Anchor;
  readonly other: Anchor;
  readonly same: boolean;
}

const rowsOf = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

function anchor(document: string, span: string, type: string): Anchor {
  const [start, stop] = span.split("-").map(Number);
  return { document, span: [start, stop], type };
}

export const labels = (): Label[] =>
  rowsOf("reports.tsv").map(([document, span, type, event]) => ({ ...anchor(document, span, type), event }));

export const labelledPairs = (): LabelledPair[] =>
  rowsOf("pairs.tsv").map(([document, span, type, otherDocument, otherSpan, otherType, same]) => ({
    one: anchor(document, span, type),
    other: anchor(otherDocument, otherSpan, otherType),
    same: same === "1",
  }));

/** The parts of what is labelled: the halves of the sample archive, and further texts written for this evaluation. */
export const PARTS = ["development", "second half", "further development", "fresh 2"] as const;
export type Part = (typeof PARTS)[number];

/** The weights may be fitted on these. */
export const OPEN_PARTS = ["development", "second half", "further development"] as const satisfies readonly Part[];

export const isOpen = (part: Part): boolean => OPEN_PARTS.some((open) => open === part);

/** The archive that a labelled document belongs to: the samples, or the folder of the further texts. */
export const archiveOf = (document: string): string =>
  document.startsWith("further") ? document.split("/")[0] : "samples";

/** The part of a document: further texts by their folder, samples by the last bit of the SHA-256 of the file's name. */
export function partOf(document: string): Part {
  const archive = archiveOf(document);
  if (archive !== "samples") return archive === "further-fresh-2" ? "fresh 2" : "further development";
  const last = createHash("sha256").update(document).digest().at(-1) ?? 0;
  return last % 2 === 0 ? "development" : "second half";
}

const LEAST_OVERLAP = 0.5;

const sharedOf = ([start, stop]: Span, row: StoredTelling["row"]): number =>
  Math.min(stop, row.stop) - Math.max(start, row.start);

/** How well a report fits an anchor, from 0 to 2; nothing where less than half of the shorter span is shared. */
function likenessTo({ span, type }: Anchor, { row }: StoredTelling): number | undefined {
  const shared = sharedOf(span, row);
  if (shared < LEAST_OVERLAP * Math.min(span[1] - span[0], row.stop - row.start)) return undefined;
  return shared / (Math.max(span[1], row.stop) - Math.min(span[0], row.start)) + Number(type === row.type);
}

export const keyOf = ({ document, span, type }: Anchor): string => `${document} ${span.join("-")} ${type}`;

/** The reports of a reading that anchors in the same document stand for, by the anchor's key: the best fits first, each once. */
export function found(anchors: readonly Anchor[], tellings: readonly StoredTelling[]): Map<string, StoredTelling> {
  const fits = anchors.flatMap((one) =>
    tellings.flatMap((telling) => {
      const value = likenessTo(one, telling);
      return value === undefined ? [] : [{ key: keyOf(one), telling, value }];
    }),
  );
  const reports = new Map<string, StoredTelling>();
  const taken = new Set<StoredTelling>();
  for (const { key, telling } of fits.sort((one, other) => other.value - one.value)) {
    if (reports.has(key) || taken.has(telling)) continue;
    reports.set(key, telling);
    taken.add(telling);
  }
  return reports;
}
