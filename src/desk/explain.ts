import { explain, explanationText, type Reader } from "../coding/index.ts";
import { takeIn } from "../intake/index.ts";
import type { Document, DocumentExplanation, Refusal, Source } from "../schema/index.ts";

/** How the coder, as it is now, comes to its reading of a document. */
export function explanationOf(document: Document, reader: Reader): DocumentExplanation {
  const sentences = explain(document, reader).sentences.map(({ text: _, tried: __, ...sentence }) => ({
    ...sentence,
    tokens: [...sentence.tokens],
    mentions: [...sentence.mentions],
    candidates: sentence.candidates.map((candidate) => ({
      ...candidate,
      actors: [...candidate.actors],
      recipients: [...candidate.recipients],
      operators: [...candidate.operators],
    })),
    orientations: [...sentence.orientations],
    reports: [...sentence.reports],
  }));
  return { document: document.id, sentences };
}

/** The explanation of every document of a source, as data and as text; what can't be read comes out as a refusal. */
export async function* explainAll(
  source: Source,
  reader: Reader,
): AsyncGenerator<{ explanation: DocumentExplanation; text: string } | { refused: Refusal }> {
  for await (const intake of takeIn(source)) {
    if ("refused" in intake) yield intake;
    else {
      const text = explanationText(explain(intake.document, reader));
      yield { explanation: explanationOf(intake.document, reader), text };
    }
  }
}
