import PostalMime, { type Email } from "postal-mime";
import { EntenteError } from "../schema/index.ts";
import { attempt } from "./attempt.ts";
import { publicationDate } from "./dates.ts";
import { documentOfHtml } from "./html.ts";
import { assertSize, DOCUMENT_LIMIT } from "./limits.ts";
import { splitLines } from "./lines.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Outcome, Taken } from "./types.ts";

/** Parts within parts within parts end here. */
const DEEPEST = 20;

/** The sender: newsletters name their outlet there. */
function senderOf({ from }: Email): string | undefined {
  if (!from) return undefined;
  return from.name || from.address || undefined;
}

/** A year of the first millennium: the date parser takes its last two figures for a year of ours. */
const LONG_AGO = /\s0\d{3}(?:\s|$)/;

function dateOf({ date, headers }: Email): string | undefined {
  const written = headers.find(({ key }) => key === "date")?.value ?? "";
  return date === undefined || LONG_AGO.test(written) ? undefined : publicationDate(date);
}

const factsOf = (mail: Email): Facts => ({
  title: mail.subject,
  publisher: senderOf(mail),
  published: dateOf(mail),
});

/** Whether the plain part is the letter itself, and not "see this in your browser". */
const isWhole = ({ text = "", html = "" }: Email): boolean =>
  text.trim() !== "" && (html === "" || text.length > 200 || text.length > html.length / 20);

async function parsed(bytes: Uint8Array, path: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError("input.damaged", { path, detail }, { cause });
  }
}

/**
 * The letter in a mail: its plain part, or its HTML where that is the letter. Attachments are not read. The sender is
 * the publisher. Errors: input.empty, input.damaged.
 */
export async function documentOfMail(bytes: Uint8Array, path: string): Promise<Taken> {
  const mail = await parsed(bytes, path);
  const facts = factsOf(mail);
  if (isWhole(mail)) return documentOfText((mail.text ?? "").trim(), facts, bytes);
  if (!mail.html) throw new EntenteError("input.empty", { path });
  const { document } = documentOfHtml(mail.html, facts, { path });
  return documentOfText(document.text, { ...facts, author: document.author }, bytes);
}

const NEWLINE = Buffer.from("\n");
const startsWith = (bytes: Uint8Array, words: string): boolean =>
  Buffer.from(bytes.subarray(0, words.length)).toString("latin1") === words;

/** A letter that is being collected; its bytes are let go when they are too many. */
class Letter {
  readonly line: number;
  #pieces: Uint8Array[] = [];
  #size = 0;

  constructor(line: number) {
    this.line = line;
  }

  add(bytes: Uint8Array): void {
    this.#size += bytes.length + 1;
    if (this.#size > DOCUMENT_LIMIT) this.#pieces = [];
    else this.#pieces.push(startsWith(bytes, ">From ") ? bytes.subarray(1) : bytes, NEWLINE);
  }

  outcome(path: string): Promise<Outcome> {
    const input = `${path}:${this.line}`;
    return attempt(input, () => {
      assertSize(input, this.#size);
      return documentOfMail(Buffer.concat(this.#pieces), input);
    });
  }
}

/** The letters of an mbox file, one after the other; never more than one of them is held. */
export async function* documentsOfMbox(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Outcome> {
  let letter: Letter | undefined;
  for await (const { line, bytes } of splitLines(stream)) {
    if (startsWith(bytes, "From ")) {
      if (letter) yield await letter.outcome(path);
      letter = new Letter(line);
    } else letter?.add(bytes);
  }
  if (!letter) throw new EntenteError("input.empty", { path });
  yield await letter.outcome(path);
}
