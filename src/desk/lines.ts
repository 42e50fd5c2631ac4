import { type Reader, read } from "../coding/index.ts";
import { documentOfLine, type LineOutcome, readLines as linesOf } from "../intake/index.ts";
import {
  asEntenteError,
  EntenteError,
  type PairQuestion,
  type Reading,
  type ReadLine,
  type ReadLineError,
} from "../schema/index.ts";

function errorLine(line: number, id: string | undefined, error: EntenteError): ReadLineError {
  return { ...(id !== undefined && { id }), line, error: error.toRecord() };
}

const isInside = ({ actor, recipient }: PairQuestion, length: number): boolean =>
  [actor, recipient].every(([start, end]) => start < end && end <= length);

function readingOf(value: ReadLine, line: number, reader: Reader): Reading {
  const { document } = documentOfLine(value, line);
  const stray = value.pairs?.find((pair) => !isInside(pair, document.text.length));
  if (stray) {
    throw new EntenteError("line.shape", {
      line,
      detail: `the pair ${JSON.stringify(stray)} lies outside of the text`,
    });
  }
  const reading = read(document, reader, { pairs: value.pairs });
  return value.id === undefined ? reading : { ...reading, id: value.id };
}

function answer(outcome: LineOutcome, reader: Reader): Reading | ReadLineError {
  if ("error" in outcome) return errorLine(outcome.line, outcome.id, outcome.error);
  const { value, line } = outcome;
  try {
    return readingOf(value, line, reader);
  } catch (thrown) {
    return errorLine(line, value.id, asEntenteError(thrown));
  }
}

/**
 * The filter: NDJSON of `ReadLine` in, a reading a line out, in the same order and with the same id, each as soon
 * as its line is whole. A line that can't be used gives an error in its place. Memory stays that of one line.
 */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  reader: Reader,
): AsyncGenerator<Reading | ReadLineError> {
  for await (const outcome of linesOf(stream)) yield answer(outcome, reader);
}
