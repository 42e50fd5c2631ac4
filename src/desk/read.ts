import { type Reader, read } from "../coding/index.ts";
import { type Facts, takeIn } from "../intake/index.ts";
import { asEntenteError, type Document, type ReadResult, type Refusal, type Source } from "../schema/index.ts";

const withFacts = (document: Document, facts: Facts): Document => ({ ...document, ...facts });

/** A fault of the coder costs one document, not the batch. */
function readOne(document: Document, reader: Reader): ReadResult | { refused: Refusal } {
  try {
    return { document, reading: read(document, reader) };
  } catch (thrown) {
    return { refused: { input: document.title ?? document.id, error: asEntenteError(thrown).toRecord() } };
  }
}

/**
 * Every document of a source with its reading, one after the other, nothing stored.
 * What can't be read comes out as a refusal. `facts` stand before what the text says of itself.
 */
export async function* readAll(
  source: Source,
  reader: Reader,
  facts: Facts = {},
): AsyncGenerator<ReadResult | { refused: Refusal }> {
  for await (const intake of takeIn(source)) {
    if ("refused" in intake) {
      yield intake;
      continue;
    }
    yield readOne(withFacts(intake.document, facts), reader);
  }
}
