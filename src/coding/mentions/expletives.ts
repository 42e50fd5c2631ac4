import type { Scan } from "./drafts.ts";
import { lower, together } from "./words.ts";

/** The token after "would be", "has been"; the token itself where no such words stand there. */
function bePast(scan: Scan, from: number): number {
  const { analysis } = scan;
  let token = from;
  while (together(scan, from, token) && analysis.upos[token] === "AUX") token += 1;
  return token > from + 1 && analysis.lemma[token - 1] === "be" && together(scan, from, token) ? token : from;
}

/** What a state or organisation can be said to be: "It is a member of NATO". */
const BODIES = new Set(
  "country nation state member ally partner power neighbour neighbor kingdom republic democracy party signatory exporter importer producer buyer supplier organisation organization alliance group movement union bloc host donor home backer supporter rival enemy foe target victim part one island".split(
    " ",
  ),
);

/** "It was the third such incident": it is a thing, unless it is said to be what states are. */
function isThingTold({ analysis }: Scan, token: number): boolean {
  const noun = analysis.head[token];
  if (noun < token || !analysis.relation[token].startsWith("nsubj") || analysis.upos[noun] !== "NOUN") return false;
  for (let at = token + 1; at < noun; at += 1)
    if (analysis.head[at] === noun && analysis.relation[at] === "cop")
      // "it was severing ties": a verb, whatever the parser took it for
      return analysis.xpos[at + 1] !== "VBG" && !BODIES.has(analysis.lemma[noun]);
  return false;
}

/** "It is likely that" means nobody. */
export function isEmpty(scan: Scan, token: number): boolean {
  const { analysis } = scan;
  if (/^expl/.test(analysis.relation[token])) return true;
  if (lower(scan, token) !== "it" || !together(scan, token, token + 2)) return false;
  const verb = bePast(scan, token + 1);
  if (verb > token + 1) return analysis.upos[verb] === "ADJ";
  if (isThingTold(scan, token)) return true;
  const be = analysis.lemma[token + 1] === "be" || /^['\u2019]s$/.test(lower(scan, token + 1));
  if (/^(seem|appear|emerge|remain|turn)$/.test(analysis.lemma[token + 1])) return true;
  const told =
    analysis.upos[token + 2] === "VERB" && together(scan, token, token + 3) && lower(scan, token + 3) === "that";
  const said = analysis.upos[token + 2] === "ADJ" && !isSaidOf(scan, token, token + 2);
  return be && (told || said || /^(that|time|not|n't|also)$/.test(lower(scan, token + 2)));
}

/** "The alliance says it is defensive": of somebody who speaks of himself, unless a clause follows that it announces. */
function isSaidOf(scan: Scan, token: number, adjective: number): boolean {
  const { relation, head } = scan.analysis;
  const next = together(scan, token, adjective + 1) ? lower(scan, adjective + 1) : "";
  return head[token] === adjective && relation[adjective] === "ccomp" && !/^(that|to|for|whether|if|how)$/.test(next);
}
