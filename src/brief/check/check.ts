import { type Brief, EntenteError, type Statement } from "../../schema/index.ts";
import type { Slice } from "../facts.ts";
import { type Context, unsupported } from "./support.ts";

/**
 * Holds a statement against the stored documents: its evidence must stand there word for word,
 * and a sentence without evidence must rest on a measure.
 * Throws `evidence.unresolved`.
 */
export function checkEvidence({ sentence, evidence, measures, by }: Statement, slice: Slice): void {
  if (evidence.length === 0 && measures.length === 0 && by !== "analyst") {
    throw new EntenteError("evidence.unresolved", { sentence, document: "none" });
  }
  for (const { source, span, words } of evidence) {
    if (words.length === 0 || slice(source.document, span) !== words) {
      throw new EntenteError("evidence.unresolved", { sentence, document: source.document });
    }
  }
}

/** Holds a sentence of ours against what it cites. Throws `brief.unsupported`. */
export function checkClaims(statement: Statement, context: Context): void {
  const [claim] = statement.by === "analyst" ? [] : unsupported(statement, context);
  if (claim !== undefined) throw new EntenteError("brief.unsupported", { sentence: statement.sentence, claim });
}

/** Checks every sentence of a brief. Throws `evidence.unresolved`, `brief.unsupported`. */
export function checkBrief({ sections }: Pick<Brief, "sections">, slice: Slice, context: Context): void {
  for (const { statements } of sections) {
    for (const statement of statements) {
      checkEvidence(statement, slice);
      checkClaims(statement, context);
    }
  }
}
