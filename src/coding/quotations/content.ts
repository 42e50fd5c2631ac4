import { clauseBounds, clauseFrom, clauseOpener, clauseStart, isFollowedByVerb } from "./bounds.ts";
import { objectBounds } from "./object-bounds.ts";
import { lift, type Page, stretchIn, textOf } from "./page.ts";
import type { Form, Saying } from "./saying.ts";
import { caseOf, isPassive, SUBJECT } from "./speaker.ts";
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

/** The infinitive of a verb, its object with it where the verb has somebody do something. */
function infinitive(page: Page, saying: Saying): Content | undefined {
  const { analysis } = page;
  const { token: verb, cue } = saying;
  const children = page.children(verb).filter((child) => child > verb);
  const clause = children.find(
    (child) => /^(xcomp|advcl)$/.test(analysis.relation[child]) && caseOf(page, child) === "to",
  );
  if (clause === undefined) return undefined;
  const object = children.find((child) => child < clause && /^i?obj$/.test(analysis.relation[child]));
  const takesObject = cue.content.has("obj") || cue.content.has("them");
  const from = object !== undefined && takesObject ? page.first[object] : page.first[clause];
  const range = contentRange(page, from, page.last[clause] + 1, saying.layer);
  return {
    ranges: [objectBounds(page, saying, range, clause)],
    cueEnd: saying.cueRange[1],
    form: "infinitive",
    top: clause,
  };
}

/** "proposed barring all", "rethink bringing them": a gerund right behind the verb, where it takes an object. */
function gerund(page: Page, saying: Saying): Content | undefined {
  const { analysis } = page;
  const { token: verb, cue, layer, cueRange } = saying;
  if (cue.pos !== "verb" || cue.content.has("whom") || !(cue.content.has("obj") || cue.content.has("that")))
    return undefined;
  const top = page
    .children(verb)
    .find((child) => /^(xcomp|ccomp)$/.test(analysis.relation[child]) && page.first[child] === cueRange[1]);
  if (top === undefined || !/ing$/.test(textOf(page, top)) || analysis.upos[top] !== "VERB") return undefined;
  const range = contentRange(page, page.first[top], page.last[top] + 1, layer);
  return { ranges: [objectBounds(page, saying, range, top)], cueEnd: cueRange[1], form: "object" };
}

const LONGEST_GAP = 4;

/** "spoke [at length] about", "distanced [himself] from": a few words between a verb and its preposition that say how. */
function belongsToCue(page: Page, from: number, to: number): boolean {
  const { analysis } = page;
  if (to < from || to - from > LONGEST_GAP) return false;
  for (let token = from; token < to; token++)
    if (/^(VERB|AUX|PUNCT|CCONJ|SCONJ|PROPN)$/.test(analysis.upos[token]) && !/day$/.test(textOf(page, token)))
      return false;
  return true;
}

/** "takes a stand [against it]": what the tree hangs on the verb right behind the noun that the verb only carries. */
function besideNoun(page: Page, { cue, token }: Saying): number[] {
  const { analysis } = page;
  if (cue.pos !== "noun" || analysis.relation[token] !== "obj") return [];
  return page.children(analysis.head[token]).filter((child) => page.first[child] === token + 1);
}

/** A nominal or infinitive behind a preposition that the cue takes: "called for calm", "called on them to leave". */
function prepositional(page: Page, saying: Saying): Content | undefined {
  const { analysis } = page;
  const { token: verb, cue, layer } = saying;
  const cueEnd = saying.cueRange[1];
  for (const child of [...page.children(verb), ...besideNoun(page, saying)]) {
    const relation = relationOf(analysis, child);
    if (child < verb || !/^(obl|advcl|nmod|acl|ccomp|xcomp)$/.test(relation)) continue;
    const first = page.first[child];
    const marker = analysis.lemma[first]?.toLowerCase() ?? "";
    if (!cue.content.has(marker) || marker === "that" || !/^(ADP|SCONJ)$/.test(analysis.upos[first])) continue;
    const isAddressee = marker === "to" && cue.pos === "noun" && cue.class === "say" && relation !== "acl";
    if (isAddressee && analysis.relation[verb] === "obj") continue;
    const inCue = first === cueEnd || belongsToCue(page, cueEnd, first);
    const range = contentRange(page, first + 1, page.last[child] + 1, layer);
    const bounds = inCue
      ? objectBounds(page, { ...saying, cueRange: [saying.cueRange[0], first + 1] }, range, child)
      : range;
    return { ranges: [bounds], cueEnd: inCue ? first + 1 : cueEnd, form: "preposition" };
  }
  return undefined;
}

/** Whether a clause before its cue ends in a comma or in marks, as one that is quoted does. */
function standsApart(page: Page, top: number, layer: number): boolean {
  const last = page.last[top];
  return stretchIn(page, last, layer) >= 0 || [last, last + 1].some((token) => /^[,?!]$/.test(textOf(page, token)));
}

/** ", which is …": a clause that goes on about the noun before its comma. */
function isRelative(page: Page, top: number): boolean {
  const comma = textOf(page, page.first[top]) === "," ? page.first[top] : page.first[top] - 1;
  return comma > 0 && textOf(page, comma) === "," && /^(which|who|whose)$/.test(textOf(page, comma + 1));
}

/** "Asked about the raid, he said": a participle that opens the sentence tells when it was said. */
export function opensWithParticiple(page: Page, clause: number): boolean {
  const from = page.first[clause];
  return (
    clause === from &&
    page.analysis.upos[from] === "VERB" &&
    /(ed|ing)$|^(Told|Given|Seen)$/.test(textOf(page, from)) &&
    !page.children(from).some((child) => SUBJECT.test(page.analysis.relation[child]))
  );
}

/** "told reporters he would stay": the clause behind whom it is told, which the tree takes for one about them. */
function clauseBehindAddressee(page: Page, saying: Saying): Content | undefined {
  const { analysis } = page;
  const { token: verb, cueRange } = saying;
  const addressee = page.children(verb).find((child) => child > verb && /^i?obj$/.test(analysis.relation[child]));
  if (addressee === undefined) return undefined;
  const top = page
    .children(addressee)
    .find((child) => child > addressee && analysis.relation[child] === "acl:relcl" && hasOwnSubject(page, child));
  if (top === undefined) return undefined;
  const start = textOf(page, page.first[top]) === "," ? page.first[top] + 1 : page.first[top];
  return { ranges: [clauseFrom(page, saying, start, top)], cueEnd: cueRange[1], form: "clause", top };
}

/** Whether a clause begins with its subject, and with no word that stands for the noun before it. */
function hasOwnSubject(page: Page, top: number): boolean {
  const { analysis } = page;
  const subject = page.children(top).find((child) => /^nsubj/.test(analysis.relation[child]));
  return subject !== undefined && !/^(who|which|that|whom|whose)$/i.test(textOf(page, page.first[top]));
}

/** The clause of a verb or noun: opened by "that" behind an addressee, or as the tree has it. */
function clause(page: Page, saying: Saying): Content | undefined {
  const { analysis } = page;
  const { token: verb, cue, layer, cueRange } = saying;
  const opener = cue.pos === "verb" ? clauseOpener(page, saying) : -1;
  const form = "clause";
  if (opener >= 0) {
    const top = analysis.head[opener];
    return { ranges: [clauseFrom(page, saying, opener, top)], cueEnd: cueRange[1], form, top };
  }
  const told = cue.content.has("whom") ? clauseBehindAddressee(page, saying) : undefined;
  if (told) return told;
  const isNominal = cue.pos === "noun";
  const isClause = (child: number) =>
    analysis.relation[child] === "ccomp" ||
    (isNominal && child > verb && analysis.relation[child].startsWith("acl") && caseOf(page, child) === "that");
  const isBefore = (child: number) =>
    child < verb && standsApart(page, child, layer) && !opensWithParticiple(page, child);
  const clauses = page.children(verb).filter((child) => isClause(child) && !isRelative(page, child));
  const top = clauses.find((child) => child > verb) ?? clauses.find(isBefore);
  if (top === undefined) return undefined;
  const range = contentRange(page, page.first[top], page.last[top] + 1, layer);
  const clause = clauseBounds(page, saying, range, top);
  const bounds: Range = isNominal ? [range[0], Math.min(range[1], Math.max(clause[1], range[0] + 1))] : clause;
  return { ranges: [bounds], cueEnd: cueRange[1], form, top };
}

/** The object with all that is said of it; a whole clause where a finite verb follows it. */
function objectOf(page: Page, saying: Saying): Content | undefined {
  const { token: verb, cue, layer } = saying;
  const cueEnd = saying.cueRange[1];
  const object = page.children(verb).find((child) => child > verb && page.analysis.relation[child] === "obj");
  if (object === undefined) return undefined;
  const own = contentRange(page, page.first[object], page.last[object] + 1, layer);
  const range: Range = [cue.content.has("whom") ? own[0] : clauseStart(page, saying, own[0]), own[1]];
  const takesClause = cue.content.has("that") && /^(say|show|think)$/.test(cue.class);
  if (takesClause && range[0] === cueEnd && isFollowedByVerb(page, saying, range[1]))
    return { ranges: [clauseFrom(page, saying, cueEnd, object)], cueEnd, form: "clause" };
  const bounds =
    cue.class === "show" ? clauseBounds(page, saying, range, object) : objectBounds(page, saying, range, object);
  return cue.content.has("obj") ? { ranges: [bounds], cueEnd, form: "object" } : undefined;
}

/** Cues whose subject is what they tell of: "they seem to agree". */
const RAISES: ReadonlySet<string> = new Set(["seem", "appear"]);

/** The subject of a passive, of which something is said: "[the talks] are expected [to begin]". */
function passiveSubject(page: Page, saying: Saying): Range | undefined {
  const { analysis } = page;
  const { token: verb, cue, layer } = saying;
  const isSubject = (child: number) =>
    child < verb &&
    ((analysis.relation[child] === "nsubj:pass" && isPassive(page, verb)) ||
      (RAISES.has(cue.words[0]) && analysis.relation[child] === "nsubj"));
  const subject = page.children(verb).find(isSubject);
  if (subject === undefined || cue.content.has("whom") || /^(it|there)$/i.test(analysis.lemma[subject]))
    return undefined;
  return contentRange(page, page.first[subject], Math.min(page.last[subject] + 1, saying.cueRange[0]), layer);
}

/** What a passive says of its subject behind a preposition: "is seen as [a threat]". */
function predicative(page: Page, saying: Saying): Content | undefined {
  const { analysis } = page;
  const from = saying.cueRange[1];
  if (!/^(as|for)$/.test(textOf(page, from)) || analysis.sentence[from] !== analysis.sentence[saying.token])
    return undefined;
  const noun = analysis.head[from];
  const cueRange: Range = [saying.cueRange[0], from + 1];
  const range = objectBounds(page, { ...saying, cueRange }, [from + 1, from + 2], noun);
  return { ranges: [range], cueEnd: from + 1, form: "preposition" };
}

/** With the subject of a passive before what is said of it. */
function withSubject(page: Page, saying: Saying, content: Content | undefined): Content | undefined {
  if (saying.cue.pos !== "verb" || content?.form === "clause") return content;
  const subject = passiveSubject(page, saying);
  if (subject === undefined || subject[0] >= subject[1]) return content;
  const rest = content ??
    predicative(page, saying) ?? { ranges: [], cueEnd: saying.cueRange[1], form: "object" as const };
  return { ...rest, ranges: [subject, ...rest.ranges] };
}

/** What the tree gives a verb, noun or adjective as its content; undefined where it gives none. */
export function contentOf(page: Page, saying: Saying): Content | undefined {
  const { content } = saying.cue;
  const found =
    (content.has("that") ? clause(page, saying) : undefined) ??
    (content.has("to") || content.has("them") ? infinitive(page, saying) : undefined) ??
    objectOf(page, saying) ??
    gerund(page, saying) ??
    prepositional(page, saying);
  return withSubject(page, saying, found);
}
