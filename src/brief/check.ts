import { EntenteError, type Statement } from "../schema/index.ts";
import type { Slice } from "./facts.ts";

/**
 * Holds a statement against the stored documents: its evidence must stand there word for word,
 * and a sentence without evidence must rest on a measure.
 * Throws `evidence.unresolved`.
 */
export function checkStatement(statement: Statement, slice: Slice): void {
  const { sentence, evidence, measures } = statement;
  if (evidence.length === 0 && measures.length === 0) {
    throw new EntenteError("evidence.unresolved", { sentence, document: "none" });
  }
  for (const { source, span, words } of evidence) {
    if (words.length === 0 || slice(source.document, span) !== words) {
      throw new EntenteError("evidence.unresolved", { sentence, document: source.document });
    }
  }
}
