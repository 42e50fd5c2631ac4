import type { Cue } from "../../knowledge/index.ts";
import { accordingTo, phraseAt } from "./according.ts";
import { standsAside } from "./between.ts";
import { contentOf } from "./content.ts";
import type { Page } from "./page.ts";
import { ASPECTS, type Form, governorOf, type Saying, verbCueRange, WRITINGS } from "./saying.ts";
import { sourceRange } from "./source.ts";
import { caseOf, speakerOf } from "./speaker.ts";
import { type Range, relationOf } from "./tree.ts";

const POS: Readonly<Record<string, Cue["pos"]>> = { VERB: "verb", NOUN: "noun", ADJ: "adjective" };
const MODIFIES = /^(amod|compound|aux|cop|case|mark|fixed|det)/;

/** Whether the further words of the cue stand with its first: as its particle, or right behind it. */
function hasFurtherWords(page: Page, token: number, words: readonly string[]): boolean {
  const { analysis } = page;
  return words.every((word, index) => {
    const at = token + index + 1;
    if (analysis.lemma[at]?.toLowerCase() === word && analysis.relation[at] !== "case") return true;
    return page
      .children(token)
      .some((child) => analysis.relation[child] === "compound:prt" && analysis.lemma[child] === word);
  });
}

/** The cue that begins at a token, the one of most words. */
export function cueAt(page: Page, token: number): Cue | undefined {
  const { analysis, cues } = page;
  const pos = POS[analysis.upos[token]];
  if (pos === undefined || MODIFIES.test(analysis.relation[token])) return undefined;
  const rows = cues.cuesOf(analysis.lemma[token].toLowerCase(), pos);
  return rows.find(({ words }) => words.length === 1 || hasFurtherWords(page, token, words.slice(1)));
}

/** Whose it is: "Moscow's claim", "the U.N. claim". */
function possessorOf(page: Page, noun: number): number | undefined {
  const { relation, upos } = page.analysis;
  const children = page.children(noun);
  return (
    children.find((child) => relation[child] === "nmod:poss") ??
    children.find((child) => relation[child] === "compound" && upos[child] === "PROPN" && child === noun - 1)
  );
}

/** Whether a noun is its verb's subject's own: "spreads the claim", but not "condemns the claim". */
function mayOwn(page: Page, noun: number): boolean {
  const { analysis, cues } = page;
  if (analysis.relation[noun] !== "obj") return false;
  return (
    carrierOf(page, noun) >= 0 || cues.cuesOf(analysis.lemma[analysis.head[noun]].toLowerCase(), "verb").length === 0
  );
}

/** The possessor or author of a noun: "Moscow's claim", "a statement by the ministry". */
function ownerOf(page: Page, noun: number): number | undefined {
  const { analysis } = page;
  const children = page.children(noun);
  const owner = possessorOf(page, noun);
  if (owner !== undefined && !(carrierOf(page, noun) >= 0 && isOwn(page, owner))) return owner;
  const author = children.find(
    (child) => relationOf(analysis, child) === "nmod" && /^(by|from)$/.test(caseOf(page, child)),
  );
  if (author !== undefined) return author;
  return mayOwn(page, noun) ? speakerOf(page, analysis.head[noun]) : undefined;
}

/** Verbs that only carry the noun that says something: "made the claim". */
const CARRIERS: ReadonlySet<string> = new Set(
  (
    "make issue give have deliver hold express raise offer send release get receive voice repeat reiterate pose level " +
    "take show share draw cast lend feel harbor harbour bear pay announce publish present provide state outline lodge " +
    "file launch mount use find see mind throw turn retain maintain nurse set pass reach keep stir spark provoke generate"
  ).split(" "),
);

/** The verb that only carries a noun, close before it; -1 for none. */
function carrierOf(page: Page, noun: number): number {
  const { analysis } = page;
  const verb = analysis.head[noun];
  const isCarried =
    analysis.relation[noun] === "obj" && CARRIERS.has(analysis.lemma[verb]) && verb < noun && noun - verb < 6;
  return isCarried ? verb : -1;
}

/** Whether what is carried has no owner but the verb's subject: "voiced [her] doubts". */
const isOwn = (page: Page, owner: number | undefined): boolean =>
  owner === undefined || page.analysis.upos[owner] === "PRON";

/** A noun cue reaches from the verb that carries it ("made the claim"), or from what describes it, to itself. */
function nounCueRange(page: Page, noun: number, owner: number | undefined): Range {
  const { analysis } = page;
  const carrier = carrierOf(page, noun);
  if (carrier >= 0 && isOwn(page, owner)) return [verbCueRange(page, carrier, 1)[0], noun + 1];
  let from = noun;
  const describes = (token: number) =>
    /^(ADJ|DET|ADV|NUM|NOUN|PART)$/.test(analysis.upos[token]) && analysis.head[token] === noun;
  const isClitic = (token: number) => owner !== undefined && token === owner + 1 && analysis.relation[token] === "case";
  while (from > 0 && from - 1 !== owner && (describes(from - 1) || isClitic(from - 1))) from--;
  return [from, noun + 1];
}

/** A cue with its source, not yet with its content. */
export function sayingAt(page: Page, token: number, cue: Cue): Saying {
  const isNoun = cue.pos === "noun";
  const speaker = isNoun ? ownerOf(page, token) : speakerOf(page, token);
  const cueRange = isNoun
    ? nounCueRange(page, token, possessorOf(page, token))
    : verbCueRange(page, token, cue.words.length);
  const known = speaker !== undefined && page.layer[speaker] === page.layer[token] ? speaker : undefined;
  const source = known === undefined ? undefined : sourceRange(page, known, cueRange);
  return { cue, token, cueRange, source, speaker: known, content: [], layer: page.layer[token], form: undefined };
}

const overlaps = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1];

/** Cuts from a content what its own cue and source take up; drops it where nothing is left. */
function cutContent(saying: Saying, range: Range): Range | undefined {
  let [from, to] = range;
  for (const other of [saying.cueRange, saying.source ?? [0, 0]] as const) {
    if (!overlaps([from, to], other)) continue;
    if (other[0] - from > to - other[1]) to = other[0];
    else from = other[1];
  }
  return from < to ? [from, to] : undefined;
}

/** Gives a saying its content, less what its cue and source take up. */
export function give(saying: Saying, ranges: readonly Range[], form: Form): void {
  saying.content = ranges.map((range) => cutContent(saying, range)).filter((range) => range !== undefined);
  saying.form = saying.content.length > 0 ? form : undefined;
}

/** "refuses to say": the cue of an infinitive begins with the words that govern it; those are no cue of their own then. */
function joinGovernor(page: Page, saying: Saying, byToken: Map<number, Saying>): void {
  const governor = governorOf(page, saying.token, saying.cueRange[0]);
  if (governor < 0 || saying.content.length === 0) return;
  const outer = byToken.get(governor);
  const isOwn =
    outer === undefined ||
    ASPECTS.has(page.analysis.lemma[governor]) ||
    (outer.form === "infinitive" && outer.content.some(([from, to]) => from <= saying.token && saying.token < to));
  const isCommitment =
    outer?.cue.class === "say" &&
    !ASPECTS.has(page.analysis.lemma[governor]) &&
    outer.cue.content.has("that") &&
    saying.cue.class !== "say";
  if (!isOwn || isCommitment) return;
  if (outer) outer.content = [];
  const start = outer?.cueRange[0] ?? verbCueRange(page, governor, 1)[0];
  if (start >= saying.cueRange[0] || saying.content.some(([from, to]) => from < saying.cueRange[1] && to > start))
    return;
  saying.cueRange = [start, saying.cueRange[1]];
  if (outer?.source) Object.assign(saying, { source: outer.source, speaker: outer.speaker });
}

/** A cue with the content that the tree gives it. */
function sayingWithContent(page: Page, token: number, cue: Cue): Saying {
  const saying = sayingAt(page, token, cue);
  if (standsAside(page, saying)) return saying;
  const content = contentOf(page, saying);
  if (content) {
    saying.cueRange = [saying.cueRange[0], content.cueEnd];
    give(saying, content.ranges, content.form);
  }
  return saying;
}

/**
 * "expressed concern that", "takes a stand against": a verb that carries a noun with a content is no cue of its own.
 * A verb of speech takes over the noun and its content instead; true where it does.
 */
function joinsCarrier(page: Page, saying: Saying, byToken: ReadonlyMap<number, Saying>): boolean {
  const outer = saying.cue.pos === "noun" ? byToken.get(carrierOf(page, saying.token)) : undefined;
  if (outer === undefined || saying.content.length === 0) return false;
  outer.content = [];
  if (outer.cue.class !== "say" || saying.cueRange[0] > outer.token) return false;
  Object.assign(outer, { cueRange: saying.cueRange, content: saying.content, form: saying.form });
  return true;
}

/**
 * "The ministry released a statement on Monday, saying …": who issues a writing speaks in it,
 * and the cue begins with that.
 */
function joinWriting(page: Page, saying: Saying): void {
  const { analysis } = page;
  const { token, cueRange } = saying;
  if (saying.content.length === 0 || !/ing$/.test(analysis.text.slice(analysis.start[token], analysis.end[token])))
    return;
  const above = analysis.head[token];
  if (above < 0 || above >= token || cueRange[0] - above > LONGEST_WRITING) return;
  const verb = WRITINGS.has(analysis.lemma[above]) && analysis.relation[above] === "obj" ? analysis.head[above] : above;
  const writing = page
    .children(verb)
    .some((child) => child > verb && analysis.relation[child] === "obj" && WRITINGS.has(analysis.lemma[child]));
  const speaker = writing && verb < above + 1 ? speakerOf(page, verb) : undefined;
  if (speaker === undefined || !CARRIERS.has(analysis.lemma[verb]) || page.layer[verb] !== saying.layer) return;
  saying.cueRange = [verbCueRange(page, verb, 1)[0], cueRange[1]];
  Object.assign(saying, { speaker, source: sourceRange(page, speaker, saying.cueRange) });
}

const LONGEST_WRITING = 12;

/** All cues of a text, each with what the tree gives as its content. */
export function findSayings(page: Page): Saying[] {
  const sayings: Saying[] = [];
  const byToken = new Map<number, Saying>();
  for (let token = 0; token < page.analysis.start.length; token++) {
    const phrase = phraseAt(page, token);
    const attributed = phrase && accordingTo(page, token, phrase);
    if (attributed) sayings.push(attributed);
    const isInCue = (sayings.at(-1)?.cueRange[1] ?? 0) > token;
    const cue = phrase || isInCue ? undefined : cueAt(page, token);
    if (!cue) continue;
    const saying = sayingWithContent(page, token, cue);
    if (cue.pos === "noun" && saying.form === "preposition" && saying.source === undefined) continue;
    if (joinsCarrier(page, saying, byToken)) continue;
    byToken.set(token, saying);
    sayings.push(saying);
    joinGovernor(page, saying, byToken);
    if (cue.pos === "verb") joinWriting(page, saying);
  }
  return sayings;
}
