import type { ReadoutStatement } from "../../measures/index.ts";
import type { BriefSection, Evidence, IncidentSummary, SourceCard, Statement } from "../../schema/index.ts";
import type { ReadoutPair } from "../facts.ts";
import { dayInWords } from "../grammar/dates.ts";
import { clipped, quoted, quotedEnd, trimmed } from "../grammar/quote.ts";
import { withoutDateline } from "../grammar/sentences.ts";
import { numberInWords } from "../grammar/words.ts";
import type { Desk } from "./incidents.ts";
import { measure, statementOf } from "./statement.ts";

const MOST_POINTS = 3;
const LEAST_WORDS = 7;
const LONGEST = 220;

const evidenceOf = (source: SourceCard, { span, text }: ReadoutStatement): Evidence => ({ source, span, words: text });
const wordsOf = ({ text }: ReadoutStatement): string => clipped(trimmed(withoutDateline(text)), LONGEST);

/** Statements that say something by themselves, the richest first, in the order of the account. */
function telling(statements: readonly ReadoutStatement[]): ReadoutStatement[] {
  const full = statements.filter(({ text, lemmas }) => text.split(/\s+/).length >= LEAST_WORDS && lemmas.length >= 4);
  const rich = [...full].sort((a, b) => b.lemmas.length - a.lemmas.length).slice(0, MOST_POINTS);
  return full.filter((statement) => rich.includes(statement));
}

const kindInWords = ({ mode }: IncidentSummary): string =>
  mode === "phone" ? "telephone call" : mode === "visit" ? "visit" : "talks";

/** A point that says something; a dateline or a lone phrase is none. */
const isPoint = ({ text, lemmas }: ReadoutStatement): boolean =>
  text.split(/\s+/).length >= LEAST_WORDS && lemmas.length >= 3;

const noneOr = (count: number): string => (count === 0 ? "none" : numberInWords(count));

/** `, published on 16 April 2020`, or both days. */
function publishedWhen({ first, second }: ReadoutPair): string {
  const days = [first, second].flatMap(({ published }) => published?.slice(0, 10) ?? []);
  const [one, other] = [...new Set(days)].sort();
  if (one === undefined) return "";
  if (other === undefined) return `, published on ${dayInWords(one)}`;
  const isSameMonth = one.slice(0, 7) === other.slice(0, 7);
  return `, published on ${isSameMonth ? Number(one.slice(8)) : dayInWords(one)} and ${dayInWords(other)}`;
}

function openingStatement(pair: ReadoutPair, incident: IncidentSummary, { names }: Desk): Statement {
  const { shared } = pair.comparison;
  const [onlyFirst, onlySecond] = [pair.comparison.onlyFirst, pair.comparison.onlySecond].map((all) =>
    all.filter(isPoint),
  );
  const [first, second] = [names.outlet(pair.first), names.outlet(pair.second)];
  const sentence =
    `Two accounts of the ${kindInWords(incident)}, by ${first} and ${second}${publishedWhen(pair)}, can be held against each other: ` +
    `as far as their words can be matched, ${shared.length === 0 ? "no point stands" : shared.length === 1 ? "one point stands" : `${numberInWords(shared.length)} points stand`} in both, ` +
    `${noneOr(onlyFirst.length)} in the first alone and ${noneOr(onlySecond.length)} in the second alone.`;
  return statementOf(`readout.${pair.incident}`, sentence, {
    evidence: [
      ...[shared[0]?.first ?? onlyFirst[0]].filter(Boolean).map((point) => evidenceOf(pair.first, point)),
      ...[shared[0]?.second ?? onlySecond[0]].filter(Boolean).map((point) => evidenceOf(pair.second, point)),
    ],
    measures: [
      measure("accounts", 2),
      measure("points in both", shared.length),
      measure("points of the first only", onlyFirst.length),
      measure("points of the second only", onlySecond.length),
      ...[pair.first, pair.second].map(({ publisher }) => measure("publisher", publisher ?? "unnamed")),
      ...[pair.first, pair.second].flatMap(({ published }) => (published ? [measure("published", published)] : [])),
    ],
    incidents: [pair.incident],
  });
}

function sharedStatements({ first, second, incident, comparison }: ReadoutPair, { names, turns }: Desk): Statement[] {
  const best = [...comparison.shared].sort((a, b) => b.similarity - a.similarity).slice(0, MOST_POINTS);
  return comparison.shared
    .filter((point) => best.includes(point))
    .map((point) => {
      const [one, other] = [wordsOf(point.first), wordsOf(point.second)];
      const [a, b] = [names.outlet(first), names.outlet(second)];
      const sentence = turns.take(point.differentWords ? "other-words" : "same-words", [
        `Both make this point${point.differentWords ? ", in other words" : ""}: ${quoted(one)} (${a}); ${quoted(other)} (${b}).`,
        `Where ${a} has ${quoted(one)}, ${b} has ${quoted(other)}.`,
      ]);
      return statementOf(`readout.${incident}.both.${point.first.span[0]}`, sentence, {
        evidence: [evidenceOf(first, point.first), evidenceOf(second, point.second)],
        incidents: [incident],
      });
    });
}

function onlyStatements(
  source: SourceCard,
  statements: readonly ReadoutStatement[],
  incident: string,
  desk: Desk,
): Statement[] {
  const outlet = desk.names.outlet(source);
  return telling(statements).map((statement) => {
    const words = wordsOf(statement);
    const sentence = desk.turns.take("only", [
      `Without a match in the other account, ${outlet} has: ${quotedEnd(words)}`,
      `In the other account nothing matches what ${outlet} writes: ${quotedEnd(words)}`,
      `${outlet} alone has words like these: ${quotedEnd(words)}`,
    ]);
    return statementOf(`readout.${incident}.${source.document}.${statement.span[0]}`, sentence, {
      evidence: [evidenceOf(source, statement)],
      incidents: [incident],
    });
  });
}

/** ` of 28 December 2020` where the day is known, else ` published on` the first day on which it was told. */
function whenTold({ first, second }: ReadoutPair, { date }: IncidentSummary): string {
  if (date && date.from === date.to) return ` of ${dayInWords(date.from)}`;
  const [day] = [first, second].flatMap(({ published }) => published ?? []).sort();
  return day ? ` told on ${dayInWords(day)}` : "";
}

/** Two sides' accounts of one call or meeting: what both say, and what only one mentions. */
export function readoutSections(desk: Desk): BriefSection[] {
  return desk.facts.readouts.flatMap((pair): BriefSection[] => {
    const incident = desk.facts.view.incidents.find(({ id }) => id === pair.incident);
    if (!incident) return [];
    const statements = [
      openingStatement(pair, incident, desk),
      ...sharedStatements(pair, desk),
      ...onlyStatements(pair.first, pair.comparison.onlyFirst, pair.incident, desk),
      ...onlyStatements(pair.second, pair.comparison.onlySecond, pair.incident, desk),
    ];
    const heading = `Two accounts of the ${kindInWords(incident)}${whenTold(pair, incident)}`;
    return [{ id: `readouts.${pair.incident}`, part: "What each side said", heading, statements }];
  });
}
