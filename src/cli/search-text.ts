import type { SearchHit, SearchQuery, SearchResult, SourceCard, Span } from "../schema/index.ts";
import { type Cell, counted, csvText } from "./table.ts";

const NOUNS = { documents: "document", quotations: "quotation", incidents: "incident", speakers: "speaker" } as const;
const HEAD = ["kind", "id", "date", "publisher", "title", "words", "score"];

/** Words with the matching ones in brackets, in one line. */
function marked(words: string, marks: readonly Span[]): string {
  let [text, at] = ["", 0];
  for (const [start, stop] of marks) {
    text += `${words.slice(at, start)}[${words.slice(start, stop)}]`;
    at = stop;
  }
  return (text + words.slice(at)).replace(/\s+/g, " ").trim();
}

const sourceLine = ({ publisher, published, title, document }: SourceCard): string =>
  [published?.slice(0, 10), publisher, title, document].filter(Boolean).join(" · ");

function linesOf(hit: SearchHit): string[] {
  switch (hit.kind) {
    case "document":
      return [sourceLine(hit.source), marked(hit.words, hit.marks)];
    case "quotation":
      return [
        `${hit.quotation.speaker || "unnamed speaker"}: ${marked(hit.quotation.words, hit.marks)}`,
        sourceLine(hit.quotation.source),
      ];
    case "incident": {
      const { type, actors, recipients, date, id } = hit.incident;
      const parties = [actors.join(", "), recipients.join(", ")].filter(Boolean).join(" → ");
      return [`${date?.from ?? "undated"} ${type} ${parties} · ${id}`, marked(hit.words, hit.marks)];
    }
    case "speaker":
      return [
        `${hit.actor.name} · ${hit.actor.id}`,
        `quoted ${counted(hit.said, "time")}, acts in ${counted(hit.did, "report")}`,
      ];
  }
}

/** The results in words, the best first, with their number. */
export function resultText({ kind, matches, hits, ignored }: SearchResult, { offset = 0 }: SearchQuery): string {
  const shown = hits.length < matches && hits.length > 0 ? `, ${offset + 1} to ${offset + hits.length}` : "";
  const head = `${counted(matches, NOUNS[kind])}${shown}`;
  const rest = ignored.length === 0 ? "" : `\nToo many words; not looked for: ${ignored.join(" ")}`;
  const body = hits.map((hit, at) => {
    const [first, second] = linesOf(hit);
    return `\n${String(offset + at + 1).padStart(3)}  ${first}\n     ${second}\n`;
  });
  return `${head}${rest}\n${body.join("")}`;
}

function cellsOf(hit: SearchHit): Cell[] {
  switch (hit.kind) {
    case "document":
      return [
        "document",
        hit.source.document,
        hit.source.published,
        hit.source.publisher,
        hit.source.title,
        hit.words,
        hit.score,
      ];
    case "quotation": {
      const { source, words } = hit.quotation;
      return [
        "quotation",
        `${source.document} ${hit.quotation.id}`,
        source.published,
        source.publisher,
        hit.quotation.speaker,
        words,
        hit.score,
      ];
    }
    case "incident": {
      const { id, date, type, actors, recipients } = hit.incident;
      return [
        "incident",
        id,
        date?.from,
        hit.source.publisher,
        `${type} ${[...actors, ...recipients].join(" ")}`,
        hit.words,
        hit.score,
      ];
    }
    case "speaker":
      return [
        "speaker",
        hit.actor.id,
        undefined,
        undefined,
        hit.actor.name,
        `said ${hit.said}, did ${hit.did}`,
        undefined,
      ];
  }
}

/** The results, a row each. */
export const hitsCsv = ({ hits }: SearchResult): string => csvText(HEAD, hits.map(cellsOf));
