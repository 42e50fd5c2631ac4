import { type Document, EntenteError } from "../schema/index.ts";
import { givenDate } from "./dates.ts";
import { documentId, sha256 } from "./identity.ts";
import { languageOf } from "./language.ts";
import type { Facts, Taken } from "./types.ts";

/** What stands for a text in messages: its address, its title, or its first words. */
export function nameOf(text: string, facts: Facts): string {
  return facts.url ?? facts.title ?? (`"${text.trim().slice(0, 40)}"` || "the text");
}

/** An empty field says nothing. */
const filled = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ""));

/**
 * A document with exactly this text. Halves of surrogate pairs become U+FFFD, which moves no offset.
 * `original` defaults to the text in UTF-8. Errors: input.empty, input.date.
 */
export function documentOfText(given: string, facts: Facts = {}, original?: Uint8Array): Taken {
  const text = given.toWellFormed();
  if (text.trim() === "") throw new EntenteError("input.empty", { path: facts.url ?? facts.title ?? "The text" });
  const bytes = original ?? new TextEncoder().encode(text);
  const { published, language, ...rest } = filled(facts);
  const document: Document = {
    id: documentId(text),
    ...rest,
    ...(published === undefined ? {} : { published: givenDate(published, nameOf(text, facts)) }),
    language: language ?? languageOf(text),
    text,
    original: sha256(bytes),
  };
  return { document, original: bytes };
}
