import type { Attribution, Quotation, Span } from "../../schema/index.ts";
import { spanOfTokens } from "../../schema/index.ts";
import type { TokenMention } from "../types.ts";
import type { Page } from "./page.ts";
import { isTitle, stretchIn } from "./page.ts";
import type { Saying } from "./saying.ts";
import { sourceRange } from "./source.ts";
import { QUOTES_OTHERS, speakerOf } from "./speaker.ts";
import type { Range } from "./tree.ts";

/** What tells outlets from other names. */
export type OutletOf = (name: string) => { readonly name: string } | undefined;

const WORDS: ReadonlySet<string> = new Set(["clause", "quote", "aside", "rest", "transcript"]);
/** What something may be according to without being said by anybody. */
const NO_SPEAKERS: ReadonlySet<string> = new Set(
  "standard law rule plan schedule principle practice need size type custom tradition convention timetable".split(" "),
);

/** The stretches of the saying's layer that its content holds. */
function stretchesIn(page: Page, saying: Saying): number[] {
  const found: number[] = [];
  for (const [from, to] of saying.content)
    for (let token = from; token < to; token++) {
      const stretch = stretchIn(page, token, saying.layer);
      if (stretch >= 0 && found.at(-1) !== stretch) found.push(stretch);
    }
  return found;
}

const spokenStretches = (page: Page, saying: Saying): number[] =>
  stretchesIn(page, saying).filter((stretch) => !isTitle(page, stretch));

/**
 * "to say that …", "would say that …", "did not say that …": without words in marks nothing was said,
 * but "went on to say" reports what was.
 */
function isUnrealised(page: Page, saying: Saying): boolean {
  if (saying.cue.pos !== "verb") return false;
  const { analysis } = page;
  const above = analysis.head[saying.token];
  const before = wordsBefore(page, saying.token);
  if (
    before.some(
      (child) => UNREAL.has(analysis.lemma[child].toLowerCase()) && /^(aux|advmod)/.test(analysis.relation[child]),
    )
  )
    return true;
  const isInfinitive = before.some((child) => analysis.lemma[child] === "to" && analysis.relation[child] === "mark");
  return isInfinitive && !(above >= 0 && GOES_ON.has(analysis.lemma[above]));
}

/** What hangs on a verb before it; a verb that is joined to another without a subject or tense of its own shares that one's auxiliaries. */
function wordsBefore(page: Page, verb: number): number[] {
  const { analysis } = page;
  const own = page.children(verb).filter((child) => child < verb);
  const shares =
    analysis.relation[verb] === "conj" &&
    !/VerbForm=Fin/.test(analysis.features[verb]) &&
    !own.some((child) => /^(nsubj|aux)/.test(analysis.relation[child]));
  return shares ? [...own, ...page.children(analysis.head[verb]).filter((child) => child < analysis.head[verb])] : own;
}

/** Auxiliaries and adverbs with which nothing has been said. */
const UNREAL: ReadonlySet<string> = new Set([
  "will",
  "would",
  "can",
  "could",
  "may",
  "might",
  "should",
  "must",
  "shall",
  "not",
  "never",
  "n't",
  "n’t",
  "'ll",
  "’ll",
]);

const GOES_ON: ReadonlySet<string> = new Set(["go", "continue", "proceed", "appear"]);

/** "a town called “Bree”": a participle that only gives its noun a name. */
const isNaming = ({ analysis }: Page, { token }: Saying): boolean =>
  analysis.features[token].includes("Voice=Pass") && analysis.relation[token].startsWith("acl");

/** Whether the saying gives somebody's words, and not only a belief, wish or judgement. */
export function isQuotation(page: Page, saying: Saying): boolean {
  if (saying.form === "quote" && saying.cue.class !== "think")
    return saying.source !== undefined || saying.cue.content.has("that");
  if (saying.cue.class === "think" || isUnrealised(page, saying)) return false;
  if (saying.cue.pos === "phrase")
    return saying.speaker === undefined || !NO_SPEAKERS.has(page.analysis.lemma[saying.speaker]);
  if (WORDS.has(saying.form ?? ""))
    return saying.cue.class !== "judge" && (saying.cue.class !== "show" || saying.source !== undefined);
  const isSomebodys =
    saying.source !== undefined &&
    saying.layer < 0 &&
    saying.cue.pos === "verb" &&
    saying.cue.class !== "show" &&
    !isNaming(page, saying);
  return isSomebodys && spokenStretches(page, saying).length > 0;
}

/** Whether the saying only passes on what another in its content says: "TASS quoted him as saying …". */
export function isRelay(page: Page, saying: Saying, all: readonly Saying[]): boolean {
  if (!QUOTES_OTHERS.has(page.analysis.lemma[saying.token])) return false;
  const [from] = saying.content[0];
  const [, to] = saying.content.at(-1)!;
  return all.some(({ speaker, token, content }) => {
    const isInside = speaker !== undefined && from <= speaker && speaker < to && token > saying.token;
    return isInside && content.some((range) => range[0] < to);
  });
}

function kindOf(page: Page, saying: Saying): Quotation["kind"] {
  const spoken = spokenStretches(page, saying);
  if (saying.form === "transcript") return "direct";
  if (spoken.length === 0) return saying.form === "quote" ? "direct" : "indirect";
  const { lemma } = page.analysis;
  const isWhole = ([from, to]: Range) => {
    const start = lemma[from] === "that" ? from + 1 : from;
    return spoken.some((stretch) => page.ranges[stretch][0] <= start && to <= page.ranges[stretch][1]);
  };
  return saying.content.every(isWhole) ? "direct" : "mixed";
}

/** Mentions of actors and works by the tokens that they cover. */
export type MentionIndex = ReadonlyMap<number, readonly TokenMention[]>;

export function indexMentions(mentions: readonly TokenMention[]): MentionIndex {
  const index = new Map<number, TokenMention[]>();
  for (const mention of mentions) {
    if (mention.kind !== "actor" && mention.kind !== "work") continue;
    for (let token = mention.tokens[0]; token < mention.tokens[1]; token++) {
      const there = index.get(token);
      if (there) there.push(mention);
      else index.set(token, [mention]);
    }
  }
  return index;
}

const width = ({ tokens }: TokenMention): number => tokens[1] - tokens[0];

/** The mention that names the speaker: the one with the same head, else one that holds it, else the longest in the source. */
function mentionOf(page: Page, mentions: MentionIndex, { source, speaker }: Saying): TokenMention | undefined {
  if (source === undefined) return undefined;
  const head = speaker === undefined ? source[0] : antecedentOf(page, speaker);
  const there = mentions.get(head) ?? [];
  const named = there.find((mention) => mention.head === head) ?? there[0];
  if (named) return named;
  let longest: TokenMention | undefined;
  for (let token = source[0]; token < source[1]; token++)
    for (const mention of mentions.get(token) ?? [])
      if (mention.tokens[1] <= source[1] && (!longest || width(mention) > width(longest))) longest = mention;
  return longest;
}

/** Whom "who said …" stands for: the noun that its clause hangs on. */
function antecedentOf(page: Page, speaker: number): number {
  const { analysis } = page;
  const verb = analysis.head[speaker];
  const isRelative = /^(who|which|that)$/.test(analysis.lemma[speaker].toLowerCase()) && verb >= 0;
  return isRelative && analysis.relation[verb].startsWith("acl") ? analysis.head[verb] : speaker;
}

const attributionOfRange = (page: Page, range: Range, outletOf: OutletOf): Attribution => {
  const span = spanOfTokens(page.analysis, ...range);
  const words = page.analysis.text.slice(...span);
  const outlet = outletOf(words) ?? outletWithin(page, range, outletOf);
  return { kind: outlet ? "outlet" : "work", name: outlet?.name ?? words, span };
};

/** An outlet named at the beginning of a phrase: "An American Military News analysis". */
function outletWithin(page: Page, [from, to]: Range, outletOf: OutletOf): ReturnType<OutletOf> {
  for (let start = from; start < Math.min(to, from + 3); start++)
    for (let end = to; end > start; end--) {
      const outlet = outletOf(page.analysis.text.slice(...spanOfTokens(page.analysis, start, end)));
      if (outlet) return outlet;
    }
  return undefined;
}

/** Through whom the words came: "TASS quoted him as saying", "told Reuters". */
function viaOf(page: Page, saying: Saying, outletOf: OutletOf): Attribution[] {
  const { analysis } = page;
  const above = [analysis.head[saying.token], saying.speaker === undefined ? -1 : analysis.head[saying.speaker]];
  const quoting = above.find(
    (token) => token >= 0 && token !== saying.token && QUOTES_OTHERS.has(analysis.lemma[token]),
  );
  const reporter = quoting === undefined ? undefined : speakerOf(page, quoting);
  if (reporter !== undefined && reporter !== saying.speaker)
    return [attributionOfRange(page, sourceRange(page, reporter, [quoting!, quoting! + 1]), outletOf)];
  const named = page.children(saying.token).flatMap((child) => viaOfNominal(page, saying, child, outletOf));
  return named.length > 0 ? named : workBetween(page, saying);
}

/** "Schen and Kaylan, in their book “…”, describe": a title between the source and its cue. */
function workBetween(page: Page, { source, cueRange, layer }: Saying): Attribution[] {
  for (let token = source?.[1] ?? cueRange[0]; token < cueRange[0]; token++) {
    const stretch = stretchIn(page, token, layer);
    if (stretch >= 0 && isTitle(page, stretch)) return [workOf(page, stretch)];
  }
  return [];
}

function workOf(page: Page, stretch: number): Attribution {
  const { span } = page.quoted[stretch];
  return { kind: "work", name: page.analysis.text.slice(...span).replace(/^\W+|\W+$/gu, ""), span };
}

/** "told Reuters": the outlet; "write in their book “…”": the work. */
function viaOfNominal(page: Page, { token, layer }: Saying, child: number, outletOf: OutletOf): Attribution[] {
  const { analysis } = page;
  if (!/^(i?obj|obl)/.test(analysis.relation[child])) return [];
  const range: Range = [page.first[child], page.last[child] + 1];
  for (let at = range[0]; at < range[1]; at++) {
    const stretch = stretchIn(page, at, layer);
    if (stretch >= 0 && isTitle(page, stretch)) return [workOf(page, stretch)];
  }
  const named = child > token ? attributionOfRange(page, range, outletOf) : undefined;
  return named?.kind === "outlet" ? [named] : [];
}

/** "Schen and Kaylan": names joined in one source, of which a mention gives only one. */
function areSeveral({ analysis }: Page, { source }: Saying): boolean {
  for (let token = (source?.[0] ?? 0) + 1; token + 1 < (source?.[1] ?? 0); token++) {
    const [before, behind] = [analysis.upos[token - 1], analysis.upos[token + 1]];
    if (analysis.upos[token] === "CCONJ" && before === "PROPN" && behind === "PROPN") return true;
  }
  return false;
}

/** A saying as it stands in a reading; its id and place among the others come later. */
export function quotationFrom(
  page: Page,
  mentions: MentionIndex,
  outletOf: OutletOf,
  saying: Saying,
): Omit<Quotation, "id" | "inside"> {
  const { analysis } = page;
  const toSpan = (range: Range): Span => spanOfTokens(analysis, ...range);
  const source = saying.source && toSpan(saying.source);
  const mention = mentionOf(page, mentions, saying);
  const via = viaOf(page, saying, outletOf);
  return {
    speaker: {
      ...(source && { span: source }),
      ...(mention && { mention: mention.id }),
      ...((!mention || areSeveral(page, saying)) && source && { name: analysis.text.slice(...source) }),
    },
    cue: toSpan(saying.cueRange),
    content: saying.content.map(toSpan),
    kind: kindOf(page, saying),
    ...(via.length > 0 && { via }),
  };
}
