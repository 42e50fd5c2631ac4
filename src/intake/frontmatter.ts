import { parse, YAMLParseError } from "yaml";
import { z } from "zod";
import { EntenteError } from "../schema/index.ts";
import { withKnownNames } from "./names.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Taken } from "./types.ts";

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/;
const HEADING = /^# +(.+?)[ \t#]*$/m;

const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? undefined : String(value)));

const Mapping = z.record(z.string(), z.unknown());

/** The fields of the front matter that Entente knows; others are left alone. */
const FrontMatter = z
  .object({ title: word, publisher: word, published: word, language: word, url: word, author: word })
  .partial();

function fieldsOf(yaml: string, path: string): Facts {
  try {
    return FrontMatter.parse(withKnownNames(Mapping.parse(parse(yaml) ?? {})));
  } catch (cause) {
    if (!(cause instanceof YAMLParseError || cause instanceof z.ZodError)) throw cause;
    const detail = cause instanceof YAMLParseError ? cause.message.split("\n")[0] : z.prettifyError(cause);
    throw new EntenteError("input.frontmatter", { path, detail: detail.replace(/\.$/, "") }, { cause });
  }
}

/**
 * Markdown with optional YAML front matter (title, publisher, published, language, url, author,
 * or under other names of `FIELD_NAMES`).
 * The document's text is the body behind the front matter and the blank lines that follow it, unchanged.
 * Errors: input.frontmatter, and those of `documentOfText`.
 */
export function documentOfMarkdown(text: string, facts: Facts, path: string, original?: Uint8Array): Taken {
  const fenced = FENCED.exec(text);
  const fields = fenced ? fieldsOf(fenced[1], path) : {};
  const body = fenced ? text.slice(fenced[0].length) : text;
  if (body.trim() === "") throw new EntenteError("input.empty", { path });
  const title = HEADING.exec(body)?.[1];
  return documentOfText(body, { title, ...fields, ...facts }, original);
}
