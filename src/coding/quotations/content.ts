import type { Cue } from "../../knowledge/index.ts";
import { lift, type Page, stretchIn } from "./page.ts";
import type { Form } from "./saying.ts";
import { caseOf } from "./source.ts";
import { type Range, relationOf, trim } from "./tree.ts";

/** The content of a cue, and the end of the cue where a preposition of the content belongs to it. */
export interface Content {
  readonly ranges: Range[];
  readonly cueEnd: number;
  readonly form: Form;
  /** The clause's main word, where the content is a clause. */
  readonly top?: number;
}

/** A subtree as tokens, in whole stretches, without punctuation at its edges but the marks of a stretch. */
export function contentRange(page: Page, from: number, to: number, layer: number): Range {
  const isMark = (token: number) => stretchIn(page, token, layer) >= 0;
  return lift(page, trim(page.analysis, lift(page, [from, to], layer), isMark), layer);
}

const subtree = (page: Page, token: number, layer: number): Range =>
  contentRange(page, page.first[token], page.last[token] + 1, layer);

/** Parts of a verb phrase that go on with what its object began: "accused him of lying", "urged them to leave". */
const CONTINUES = /^(obl|xcomp|ccomp|advcl|nmod|obj|iobj|acl)$/;
const CONTINUING_CASES = new Set([
  "for",
  "of",
  "as",
  "to",
  "with",
  "from",
  "against",
  "over",
  "into",
  "about",
  "on",
  "than",
]);

function objectPhrase(page: Page, verb: number, object: number, layer: number): Range {
  const { analysis } = page;
  let to = page.last[object] + 1;
  for (const child of page.children(verb)) {
    if (child <= object || page.first[child] > to + 1 || !CONTINUES.test(relationOf(analysis, child))) continue;
    const marker = caseOf(page, child);
    if (relationOf(analysis, child) === "xcomp" || CONTINUING_CASES.has(marker))
      to = Math.max(to, page.last[child] + 1);
  }
  return contentRange(page, page.first[object], to, layer);
}

/** The infinitive or clause of a verb, its object with it where the verb tells somebody to do something. */
function infinitive(page: Page, verb: number, cue: Cue, layer: number): Range | undefined {
  const { analysis } = page;
  const clause = page
    .children(verb)
    .find((child) => child > verb && /^(xcomp|advcl)$/.test(analysis.relation[child]) && caseOf(page, child) === "to");
  if (clause === undefined) return undefined;
  const object = page
    .children(verb)
    .find((child) => child > verb && child < clause && /^i?obj$/.test(analysis.relation[child]));
  const from = object !== undefined && cue.content.has("obj") ? page.first[object] : page.first[clause];
  return contentRange(page, from, page.last[clause] + 1, layer);
}

/** A nominal behind a preposition that the cue takes: "called for calm", "warned of war". */
function prepositional(page: Page, verb: number, cue: Cue, cueEnd: number, layer: number): Content | undefined {
  const { analysis } = page;
  for (const child of page.children(verb)) {
    const relation = relationOf(analysis, child);
    if (child < verb || !/^(obl|advcl|nmod|acl|ccomp|xcomp)$/.test(relation)) continue;
    const marker = caseOf(page, child);
    if (marker === "" || marker === "to" ? relation !== "obl" && relation !== "nmod" : false) continue;
    if (!cue.content.has(marker) || marker === "that") continue;
    const first = page.first[child];
    const inCue = first === cueEnd;
    const range = contentRange(page, first + 1, page.last[child] + 1, layer);
    return { ranges: [range], cueEnd: inCue ? first + 1 : cueEnd, form: "preposition" };
  }
  return undefined;
}

const isClausal = (page: Page, child: number): boolean => page.analysis.relation[child] === "ccomp";

/** What the tree gives a verb, noun or adjective as its content; undefined where it gives none. */
export function contentInTree(page: Page, verb: number, cue: Cue, cueEnd: number, layer: number): Content | undefined {
  const { analysis } = page;
  const children = page.children(verb);
  if (cue.content.has("that")) {
    const isNominal = cue.pos === "noun";
    const clause = children.find(
      (child) =>
        isClausal(page, child) ||
        (isNominal && child > verb && analysis.relation[child] === "acl" && caseOf(page, child) === "that"),
    );
    if (clause !== undefined) return { ranges: [subtree(page, clause, layer)], cueEnd, form: "clause", top: clause };
  }
  if (cue.content.has("to")) {
    const range = infinitive(page, verb, cue, layer);
    if (range) return { ranges: [range], cueEnd, form: "infinitive" };
  }
  const object = cue.content.has("obj")
    ? children.find((child) => child > verb && analysis.relation[child] === "obj")
    : undefined;
  if (object !== undefined) return { ranges: [objectPhrase(page, verb, object, layer)], cueEnd, form: "object" };
  return prepositional(page, verb, cue, cueEnd, layer);
}
