import type { BriefSection, Evidence, Measure, Statement } from "../../schema/index.ts";
import type { Saying, Speaker } from "../facts.ts";
import { likeness } from "../grammar/alike.ts";
import { dayInWords } from "../grammar/dates.ts";
import { clipped, quoted, quotedEnd, trimmed } from "../grammar/quote.ts";
import { capital, stateInText } from "../grammar/words.ts";
import type { Desk } from "./incidents.ts";
import { measure, statementOf } from "./statement.ts";
import { hangsOnBefore } from "./tellings.ts";

const MOST = 7;
const LONGEST = 300;
const DATELINE = /\([A-Z][A-Za-z ]+\)\s*(?:-|–|—)|^[A-Z]{3,}[A-Z/ ]*[,(]/;
const ABOUT_BOTH =
  /\b(two (?:countries|sides|nations|militaries|peoples|presidents|leaders)|both (?:countries|sides)|relations?|ties|cooperation|partnership|alliance|together|joint|each other|strategic)\b/i;
const SUBJECT_START =
  /^(?:\p{Lu}|the|a|an|its?|their|his|her|they|he|she|we|our|no|both|two|any|all|this|these|there)(?![\p{L}])|^\p{Lu}/u;

/** A short clause on an "it" says nothing without what stood before it. */
const PRONOUN_SUBJECT = /^(?:it|they|this|that|these|those)\b/i;
const SHORT_CLAUSE = 70;

/** A quotation with its words made ready. */
interface Said extends Saying {
  readonly speaker: Speaker;
  readonly words: string;
  /** The content hangs on a "that". */
  readonly clause: boolean;
}

/** The content as it stands in the text, without the marks and joints around it; undefined where it says too little. */
function prepared({ card, speaker }: Saying): Said | undefined {
  if (!speaker) return undefined;
  const words = clipped(trimmed(card.words), LONGEST);
  const clause = /^\W*that\s/.test(card.words);
  const enough = words.split(" ").length >= (card.kind === "direct" ? 4 : 7);
  if (!enough || DATELINE.test(card.words) || words.includes(" … ")) return undefined;
  if (!clause && card.kind === "indirect" && !SUBJECT_START.test(words)) return undefined;
  if (PRONOUN_SUBJECT.test(words) && words.length < SHORT_CLAUSE && !ABOUT_BOTH.test(words)) return undefined;
  return isByAnother(words, card.kind, speaker) ? undefined : { card, speaker, words, clause };
}

/** Reported speech that names its own speaker was spoken by somebody else. */
const isByAnother = (words: string, kind: string, { kind: who, name, short }: Speaker): boolean =>
  kind !== "direct" && who === "person" && new RegExp(`\\b(${name}|${short ?? name})\\b`).test(words);

/** A named person or body says more than a state that "says", or an official without a name. */
const VOICE = { person: 0.5, organ: 0.5, state: -0.5, official: -1 } as const;

function interest({ card, words, speaker }: Said): number {
  const length = words.length >= 60 && words.length <= 260 ? 1 : 0;
  const dyad = ABOUT_BOTH.test(words) ? 2 : 0;
  const pronoun = /^(It|They|He|She|it|they|he|she)\b/.test(words) ? -1 : 0;
  const loose = hangsOnBefore(words) && pronoun === 0 ? -2 : 0;
  return (card.kind === "direct" ? 1.5 : 0) + length + dyad + pronoun + loose + VOICE[speaker.kind];
}

const publishedOf = ({ card }: Said): string => card.source.published ?? "";

/** The quotations that say most, none twice: copies of one wire story count once. */
function chosen(sayings: readonly Said[]): Said[] {
  const picked: Said[] = [];
  const ranked = [...sayings].sort((a, b) => interest(b) - interest(a) || publishedOf(a).localeCompare(publishedOf(b)));
  for (const said of ranked) {
    if (picked.length >= MOST) break;
    if (picked.every((known) => likeness(known.words, said.words) < 0.5)) picked.push(said);
  }
  return picked.sort(
    (a, b) =>
      publishedOf(a).localeCompare(publishedOf(b)) ||
      a.card.source.document.localeCompare(b.card.source.document) ||
      a.card.spans[0][0] - b.card.spans[0][0],
  );
}

export const speakerMeasures = ({ name, short, role, adjective }: Speaker): Measure[] => [
  measure("speaker", [adjective, role, name, short].filter(Boolean).join(" | ")),
];

/** A body that publishes its own words is not rendered by another. */
const ownVoice = (words: string, who: string, kind: "own" | "that" | "main"): string =>
  kind === "that" ? `${who} stated that ${quoted(words)}.` : `${who} stated: ${quotedEnd(capital(words))}`;

const isOwnVoice = ({ card, speaker }: Said): boolean =>
  speaker.kind === "organ" && card.source.publisher?.toLowerCase() === speaker.name.toLowerCase();

type Variants = (outlet: string, words: string, who: string) => readonly string[];

const ownWords: Variants = (outlet, words, who) => [
  `${who} said, as quoted by ${outlet}: ${quotedEnd(words)}`,
  `${outlet} quoted ${who}: ${quotedEnd(words)}`,
];

const thatClause: Variants = (outlet, words, who) => [
  `in the words of ${outlet}, ${who} said that ${quoted(words)}.`,
  `${outlet} reported ${who} as saying that ${quoted(words)}.`,
  `${who} said, as ${outlet} put it, that ${quoted(words)}.`,
];

const mainClause: Variants = (outlet, words, who) => [
  `${outlet} paraphrased ${who}: ${quotedEnd(capital(words))}`,
  `${who} said, as paraphrased by ${outlet}: ${quotedEnd(capital(words))}`,
  `${who} said in substance, according to ${outlet}: ${quotedEnd(capital(words))}`,
];

function saidStatement(said: Said, desk: Desk, before: string | undefined): Statement {
  const { card, speaker, words, clause } = said;
  const outlet = desk.names.outlet(card.source);
  const who = desk.names.speaker(speaker);
  const [kind, variants] =
    clause && card.kind !== "direct"
      ? (["that", thatClause] as const)
      : card.kind !== "indirect"
        ? (["own", ownWords] as const)
        : (["main", mainClause] as const);
  const sentence = isOwnVoice(said) ? ownVoice(words, who, kind) : desk.turns.take(kind, variants(outlet, words, who));
  const day = card.source.published?.slice(0, 10);
  const dated = day === undefined || day === before ? sentence : `On ${dayInWords(day)}, ${sentence}`;
  return statementOf(`said.${card.source.document}.${card.id}`, dated, {
    evidence: evidenceOf(card, desk),
    measures: speakerMeasures(speaker),
  });
}

const evidenceOf = ({ source, spans }: Saying["card"], { facts }: Desk): Evidence[] =>
  spans.map((span) => ({ source, span, words: facts.slice(source.document, span) }));

/** True where the words were not told before, as what happened or what was denied. */
const isFresh = ({ source, spans }: Saying["card"], { library }: Desk): boolean =>
  !library.wasTold({ source, span: spans[0], words: "" });

/** Quotations from documents that tell something of the two states; what a state says elsewhere is of others. */
function onTheDyad({ sayings, reportsOf }: Desk["facts"]): readonly Saying[] {
  const reports = [...reportsOf.values()].flat();
  const documents = new Set(reports.map(({ evidence: [first] }) => first.source.document));
  const own = sayings.filter(({ card }) => documents.has(card.source.document));
  return own.length > 0 ? own : sayings;
}

/** What each side said, a section a side. */
export function saidSections(desk: Desk): BriefSection[] {
  const fresh = onTheDyad(desk.facts).filter(({ card }) => isFresh(card, desk));
  const prepare = fresh.flatMap((saying) => prepared(saying) ?? []);
  return desk.facts.view.dyad.map((code): BriefSection => {
    let before: string | undefined;
    const statements = chosen(prepare.filter(({ card }) => card.country === code)).map((said) => {
      const statement = saidStatement(said, desk, before);
      before = said.card.source.published?.slice(0, 10);
      return statement;
    });
    return {
      id: `said.${code}`,
      part: "What each side said",
      heading: `What ${stateInText(desk.facts.nameOf(code))} said`,
      statements,
    };
  });
}
