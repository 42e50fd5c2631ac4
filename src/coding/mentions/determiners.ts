import { ARTICLES } from "./complements.ts";
import type { Open, Scan } from "./drafts.ts";
import { numberOf } from "./equipment.ts";
import type { Extension } from "./extension.ts";
import { lower, sentenceBegin, together } from "./words.ts";

const BOTH = new Set(["the", "both", "these", "all"]);
export const POSSESSORS = new Map<string, "he" | "she" | "it" | "they">([
  ["its", "it"],
  ["his", "he"],
  ["her", "she"],
  ["their", "they"],
]);

/** "UN-backed": the token before a hyphenated participle that stands right before `token`; `token` itself where none does. */
export function beforeParticiple(scan: Scan, token: number): number {
  const { upos, relation, start, end } = scan.analysis;
  const hyphen = token - 2;
  if (upos[token - 1] !== "VERB" || relation[token - 1] !== "amod" || !together(scan, hyphen - 1, token)) return token;
  const tight = end[hyphen] === start[token - 1] && end[hyphen - 1] === start[hyphen];
  return tight && upos[hyphen] === "PUNCT" ? hyphen - 1 : token;
}

const PASSING = new Set("acting visiting outgoing incoming newly then".split(" "));

/** The word that says whose or which: "its", "the"; -1 where there is none. */
export function determinerOf(scan: Scan, body: number): number {
  const from = beforeParticiple(scan, body);
  for (let token = from - 1; token >= Math.max(sentenceBegin(scan, from), from - 3); token -= 1) {
    const word = lower(scan, token);
    if (ARTICLES.has(word) || BOTH.has(word) || POSSESSORS.has(word)) return token;
    const within = ["ADJ", "NUM", "NOUN"].includes(scan.analysis.upos[token]) || PASSING.has(word);
    if (!within && numberOf(word) === undefined) return -1;
  }
  return -1;
}

/** "The two men", "both women": persons, and never states. */
const PERSONS = new Set(["man", "woman"]);

/** "The two diplomats agreed": whoever does something in twos was named before, unlike two who are expelled. */
const OFFICIALS = new Set(["official", "diplomat", "envoy", "negotiator", "commander", "general"]);

function isPairActing({ analysis }: Scan, { agent, to }: Extension, numbered: boolean): boolean {
  return numbered && OFFICIALS.has(agent?.id ?? "") && analysis.relation[to - 1] === "nsubj";
}

/** What "the president", "the two leaders" or "both ministers" has to find; undefined for "a president". */
export function openOf(scan: Scan, determiner: number, from: number, extension: Extension): Open | undefined {
  if (determiner < 0) return undefined;
  const word = lower(scan, determiner);
  if (!BOTH.has(word)) return undefined;
  const kind = extension.agent?.kind;
  const inTwo = word === "both" && kind !== "people" && kind !== "force";
  const numbered = determiner < from - 1;
  if (word === "all" && !numbered) return undefined;
  const people = PERSONS.has(extension.agent?.id ?? "") && (numbered || word === "both");
  const acting = isPairActing(scan, extension, numbered);
  const counted = kind === "office" || (kind === "body" && numbered) || inTwo || people || acting;
  const many =
    extension.plural && counted && !(together(scan, extension.to, from) && lower(scan, extension.to) === "and");
  if (!many) return word === "the" ? { kind: "definite" } : undefined;
  const count = Math.max(
    ...[2, ...Array.from({ length: from - determiner }, (_, at) => numberOf(lower(scan, determiner + at)) ?? 0)],
  );
  if (count > 6) return undefined;
  return {
    kind: "group",
    count,
    of: people ? "pair" : kind === "office" || kind === "person" || acting ? "persons" : "states",
  };
}
