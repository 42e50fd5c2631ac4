import { mentionsOf } from "../../src/coding/mentions/index.ts";
import type { TokenMention } from "../../src/coding/types.ts";
import type { Analysis } from "../../src/schema/index.ts";
import { analysisOf, type Row } from "./trees.ts";
import { world } from "./world.ts";

/** The mentions of a text in the invented world. */
export const read = (analysis: Analysis, published = "2015-06-01"): TokenMention[] =>
  mentionsOf({ document: { id: "d1", language: "en", text: analysis.text, published }, analysis, knowledge: world() });

/** One line a mention: its words, kind, who, and whom it stands for. */
export function lines(sentences: readonly (readonly Row[])[], published?: string): string[] {
  const analysis = analysisOf(...sentences);
  const mentions = read(analysis, published);
  const words = (id: string): string => {
    const found = mentions.find((mention) => mention.id === id);
    return found ? analysis.text.slice(...found.span) : `lost ${id}`;
  };
  return mentions.map((mention) => {
    const who = mention.actor ? ` ${mention.actor.id} ${mention.actor.country} ${mention.actor.sector}` : "";
    const what = mention.actor ? "" : ` ${mention.name}${mention.quantity ? ` x${mention.quantity.value}` : ""}`;
    const refers = mention.refersTo ? ` -> ${mention.refersTo.map(words).join(" + ")}` : "";
    return `${words(mention.id)}: ${mention.kind}${who}${what}${refers}`;
  });
}

/** A proper noun. */
export const p = (form: string, head: number, relation: string): Row => [form, "PROPN", head, relation];
/** "said", whose head is given. */
export const said = (head: number): Row => ["said", "VERB", head, "root", "say"];
export const stop = (head: number): Row => [".", "PUNCT", head, "punct"];
