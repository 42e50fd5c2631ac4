import type { Cue } from "../../knowledge/index.ts";
import { give, sayingAt } from "./find.ts";
import type { Page } from "./page.ts";
import type { Saying } from "./saying.ts";
import { relationOf } from "./tree.ts";

/** Stands for a verb that only here introduces words: "released a summary of the call: “…”". */
const introducer = (lemma: string): Cue => ({ words: [lemma], pos: "verb", class: "say", content: new Set(["quote"]) });

/** The predicate of the sentence that ends before `token` in a colon; undefined where it has no verb with a subject. */
function introducingVerb(page: Page, token: number): number | undefined {
  const { analysis } = page;
  const colon = token - 1;
  if (colon < 1 || analysis.text[analysis.end[colon] - 1] !== ":" || page.layer[colon] !== page.layer[token - 1])
    return undefined;
  const first = analysis.sentenceStart[analysis.sentence[colon]];
  const isRoot = (at: number) => analysis.head[at] < 0 || analysis.head[at] < first || analysis.head[at] >= token;
  for (let at = colon - 1; at >= first; at--) if (isRoot(at) && analysis.upos[at] === "VERB") return at;
  return undefined;
}

/** A saying made from the verb before a colon, for a stretch that no cue claims. */
export function introducedBy(page: Page, stretch: number): Saying | undefined {
  const [start] = page.ranges[stretch];
  const verb = introducingVerb(page, start);
  if (verb === undefined || page.layer[verb] !== page.quoted[stretch].parent) return undefined;
  const saying = sayingAt(page, verb, introducer(page.analysis.lemma[verb]));
  if (saying.source === undefined) return undefined;
  const object = page.children(verb).find((child) => child > verb && relationOf(page.analysis, child) === "obj");
  if (object !== undefined && object - verb < 6) saying.cueRange = [saying.cueRange[0], object + 1];
  give(saying, [page.ranges[stretch]], "quote");
  // "There is a proverb: “…”": where the words themselves pass for the speaker, nobody says them.
  return saying.content.length > 0 ? saying : undefined;
}
