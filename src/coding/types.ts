import type { Knowledge } from "../knowledge/index.ts";
import type { Analysis, Document, Mention } from "../schema/index.ts";

/** A mention with its tokens: `tokens` is [from, to), `head` the token whose head lies outside of it. */
export interface TokenMention extends Mention {
  readonly tokens: readonly [number, number];
  readonly head: number;
}

/** What the coder knows of a document before it reads it. */
export type DocumentFacts = Pick<Document, "id" | "title" | "publisher" | "published" | "url" | "language" | "text">;

/** What every stage may look at. */
export interface Sight {
  readonly document: DocumentFacts;
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
}

/** All that `read` needs besides the document; loaded once. */
export interface Reader {
  readonly analyse: (text: string) => Analysis;
  readonly knowledge: Knowledge;
  /** Version of the parser's model, for the reading's `coder.model`. */
  readonly model: string;
}
