import type { SourceCard } from "../../schema/index.ts";
import { dayInWords } from "../grammar/dates.ts";

/** A link that leads to a page or nowhere; any other scheme is dropped. */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

/** The parts of a source's line: outlet with its side and owner, title, date. */
export function sourceParts({ publisher, side, stateMedia, title, published }: SourceCard): string[] {
  const owner = [side, stateMedia ? "state media" : undefined].filter((part) => part !== undefined).join(", ");
  return [
    `${publisher ?? "Unnamed publisher"}${owner && ` (${owner})`}`,
    ...(title ? [`“${title}”`] : []),
    ...(published ? [dayInWords(published)] : []),
  ];
}
