import type { Attribution, Quotation, Span } from "../../schema/index.ts";
import { spanOfTokens } from "../../schema/index.ts";
import type { TokenMention } from "../types.ts";
import type { Page } from "./page.ts";
import { stretchIn } from "./page.ts";
import { QUOTES_OTHERS, type Saying, sourceRange, speakerOf } from "./saying.ts";
import type { Range } from "./tree.ts";

/** What tells outlets from other names. */
export type OutletOf = (name: string) => { readonly name: string } | undefined;

const WORDS: ReadonlySet<string> = new Set(["clause", "quote", "aside", "rest"]);

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

/** A title in marks, every long word of it with a capital, is a name and no words of a speaker. */
function isTitle(page: Page, stretch: number): boolean {
  const { text } = page.analysis;
  const words = text.slice(...page.quoted[stretch].span).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return (
    long.length > 0 &&
    words.length < 12 &&
    long.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) &&
    !/[.!?,]\W*$/.test(text.slice(...page.quoted[stretch].span))
  );
}

const spokenStretches = (page: Page, saying: Saying): number[] =>
  stretchesIn(page, saying).filter((stretch) => !isTitle(page, stretch));

/** Whether the saying gives somebody's words, and not only a belief, wish or judgement. */
export function isQuotation(page: Page, saying: Saying): boolean {
  const spoken = spokenStretches(page, saying);
  if (saying.form === "quote") return true;
  if (saying.cue.class === "think") return false;
  return spoken.length > 0 || (saying.cue.class !== "judge" && WORDS.has(saying.form ?? ""));
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
  if (spoken.length === 0) return "indirect";
  const { lemma } = page.analysis;
  const isWhole = ([from, to]: Range) => {
    const start = lemma[from] === "that" ? from + 1 : from;
    return spoken.some((stretch) => page.ranges[stretch][0] <= start && to <= page.ranges[stretch][1]);
  };
  return saying.content.every(isWhole) ? "direct" : "mixed";
}

/** The mention that names the speaker: the one with the same head, else the longest inside the source. */
function mentionOf(page: Page, mentions: readonly TokenMention[], saying: Saying): TokenMention | undefined {
  const source = saying.source;
  if (source === undefined) return undefined;
  const speaker = saying.speaker === undefined ? -1 : antecedentOf(page, saying.speaker);
  const eligible = mentions.filter(({ kind }) => kind === "actor" || kind === "work");
  const byHead = eligible.find(({ tokens, head }) => head === speaker || (tokens[0] <= speaker && speaker < tokens[1]));
  if (byHead) return byHead;
  const inside = eligible.filter(({ tokens }) => source[0] <= tokens[0] && tokens[1] <= source[1]);
  return inside.sort((a, b) => b.tokens[1] - b.tokens[0] - (a.tokens[1] - a.tokens[0]))[0];
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
  return page
    .children(saying.token)
    .filter((child) => child > saying.token && /^(i?obj|obl)/.test(analysis.relation[child]))
    .map((child) => attributionOfRange(page, [page.first[child], page.last[child] + 1], outletOf))
    .filter(({ kind }) => kind === "outlet");
}

/** A saying as it stands in a reading; its id and place among the others come later. */
export function quotationFrom(
  page: Page,
  mentions: readonly TokenMention[],
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
      ...(!mention && source && { name: analysis.text.slice(...source) }),
    },
    cue: toSpan(saying.cueRange),
    content: saying.content.map(toSpan),
    kind: kindOf(page, saying),
    ...(via.length > 0 && { via }),
  };
}
