import { type Document, type Domain, EntenteError, type Reading } from "../../schema/index.ts";
import { newestReadings } from "../queries/readings.ts";
import { withoutNulls } from "../queries/shapes.ts";
import { applyReviews, type Reviewed } from "./apply.ts";
import { type Reads, reviewsOf } from "./records.ts";

/** The newest reading of each of these documents as people left it, by document. */
export async function reviewedReadings(reads: Reads, documents: readonly string[]): Promise<Map<string, Reviewed>> {
  const both = await readingsOf(reads, documents);
  return new Map([...both].map(([document, { reviewed }]) => [document, reviewed]));
}

/** The same beside the reading as the coder left it. */
export async function readingsOf(
  reads: Reads,
  documents: readonly string[],
): Promise<Map<string, { readonly reading: Reading; readonly reviewed: Reviewed }>> {
  const rows = await newestReadings(reads, documents);
  const reviews = Map.groupBy(await reviewsOf(reads, documents), ({ document }) => document);
  return new Map(
    rows.map(({ document, json, domains }) => {
      const reading = JSON.parse(json) as Reading;
      const own = JSON.parse(domains) as Record<string, Domain>;
      return [document, { reading, reviewed: applyReviews(reading, own, reviews.get(document) ?? []) }];
    }),
  );
}

interface DocumentRow {
  readonly seq: number;
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly text: string;
  readonly original: string;
  readonly family: string;
}

/** A document with what clustering needs to know of it. */
export interface Shelved {
  readonly document: Document;
  readonly seq: number;
  readonly family: string;
}

/** A document with its newest reading as people left it. Errors: document.unknown. */
export async function reviewedDocument(
  reads: Reads,
  document: string,
): Promise<{ readonly stored: Shelved; readonly reviewed: Reviewed }> {
  const [row] = await reads.read<DocumentRow>(
    'SELECT seq, id, title, publisher, published, url, language, "text", original, family FROM documents WHERE id = $1',
    [document],
  );
  const reviewed = (await reviewedReadings(reads, [document])).get(document);
  if (!row || !reviewed) throw new EntenteError("document.unknown", { id: document });
  const { seq, family, id, language, text, original, ...facts } = row;
  return { stored: { document: { id, language, text, original, ...withoutNulls(facts) }, seq, family }, reviewed };
}
