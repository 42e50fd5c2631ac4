import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import { roleOn } from "../../src/knowledge/index.ts";
import type { Mention, Span } from "../../src/schema/index.ts";
import { documentOf } from "../../training/coder/shipped.ts";

/** A pronoun or description in a passage, and for whom it stands: countries, persons or organisations; none where for no actor. */
export interface Wanted {
  readonly span: Span;
  readonly words: string;
  readonly who: readonly string[];
}

export interface Passage {
  readonly part: "develop" | "fresh";
  readonly text: string;
  readonly wanted: readonly Wanted[];
}

const DAY = "2021-03-02";

/** Parts the marks (`[its=RUS]`) from a passage. */
export function passageOf(line: string): Passage {
  const [part, marked] = line.split(" | ");
  const wanted: Wanted[] = [];
  let text = "";
  for (const piece of marked.split(/(\[[^\]]*\])/)) {
    const mark = /^\[(.*)=(.*)\]$/.exec(piece);
    if (!mark) text += piece;
    else {
      const start = text.length;
      text += mark[1];
      wanted.push({ span: [start, text.length], words: mark[1], who: mark[2] === "-" ? [] : mark[2].split("+") });
    }
  }
  return { part: part === "develop" ? "develop" : "fresh", text, wanted };
}

export const passages = (): Passage[] =>
  readFileSync(join(import.meta.dirname, "coreference", "passages.txt"), "utf8")
    .split("\n")
    .filter((line) => line.includes(" | "))
    .map(passageOf);

/** A pronoun's answer: right, wrong, or none given where there is one. */
export type Verdict = "right" | "wrong" | "silent";

/** What a mention is known by: its country, its id, and the ids of those for whom it stands. */
function namesOf(mention: Mention, mentions: readonly Mention[]): string[][] {
  const members = (mention.refersTo ?? []).flatMap((id) => mentions.filter((other) => other.id === id));
  const group = mention.actor?.id.startsWith("group.") || (members.length > 1 && mention.actor?.country == null);
  const those = group ? members.map(({ actor, place }) => ({ actor, place })) : [mention];
  return those.map(({ actor, place }) => [
    actor?.country ?? place?.country ?? "",
    ...(actor?.id.split(".").slice(-2) ?? []),
    ...(actor?.id.split(".") ?? []),
  ]);
}

function isNamed(names: readonly string[], who: string, reader: Reader, wide: boolean): boolean {
  if (names.includes(who)) return true;
  const person = wide ? reader.knowledge.persons.find(({ id }) => id === who) : undefined;
  return person !== undefined && names.includes(roleOn(person, DAY)?.country ?? "?");
}

/** Whether the reading has the pronoun stand for whom it should. A possessive is read by the country of what is possessed. */
export function verdictOf(wanted: Wanted, mentions: readonly Mention[], reader: Reader): Verdict {
  const found = mentions.find(
    ({ kind, span }) => kind === "actor" && span[0] >= wanted.span[0] && span[0] < wanted.span[1],
  );
  const known = found && (found.actor?.country != null || found.refersTo !== undefined) ? found : undefined;
  if (wanted.who.length === 0) return known === undefined || known.actor?.country == null ? "right" : "wrong";
  if (!known) return "silent";
  const names = namesOf(known, mentions);
  const wide = known.span[1] > wanted.span[1];
  const all =
    names.length === wanted.who.length &&
    wanted.who.every((who) => names.some((one) => isNamed(one, who, reader, wide)));
  return all ? "right" : "wrong";
}

export interface Answered {
  readonly passage: Passage;
  readonly wanted: Wanted;
  readonly verdict: Verdict;
}

export function answerPassages(reader: Reader): Answered[] {
  return passages().flatMap((passage, index) => {
    const { mentions } = read(documentOf(`passage-${index}`, passage.text, DAY), reader);
    return passage.wanted.map((wanted) => ({ passage, wanted, verdict: verdictOf(wanted, mentions, reader) }));
  });
}

/** The share of pronouns and descriptions that stand for the right ones, and of those that stand for wrong ones. */
export function coreferenceFigures(reader: Reader): Measurement[] {
  const answered = answerPassages(reader);
  return (["develop", "fresh"] as const).flatMap((part) => {
    const of = answered.filter(({ passage }) => passage.part === part);
    const share = (verdict: Verdict): number => (100 * of.filter((one) => one.verdict === verdict).length) / of.length;
    return [
      { name: `pronouns in own passages, ${part}, of ${of.length}: right`, value: share("right") },
      { name: `pronouns in own passages, ${part}, of ${of.length}: wrong`, value: share("wrong"), lower: true },
    ];
  });
}
