import type { IncidentSummary, Measure } from "../../schema/index.ts";
import type { BriefFacts, Speaker } from "../facts.ts";
import type { Names } from "../grammar/names.ts";
import { trimmed } from "../grammar/quote.ts";
import { bothOf, listOf, withArticle } from "../grammar/words.ts";
import { measure } from "./statement.ts";
import type { Account, Telling } from "./tellings.ts";

/** A clause of our own for an incident whose evidence names its kind; every word of it stands in the evidence or ledger. */
export interface Activity {
  readonly clause: string;
  readonly measures: readonly Measure[];
  /** The account whose words it is taken from. */
  readonly from: Account;
}

const ORDINAL = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|annual";
const KIND = new RegExp(
  `\\b((?:(?:${ORDINAL}|joint|combined|strategic|air|aerial|naval|maritime|military|bilateral|trilateral|live-fire|large)\\s+)*)(patrol|exercises?|drills?|manoeuvres|maneuvers|war games|mission)\\b`,
  "u",
);
const JOINT = /\b(joint|combined|together)\b/;
const PLACE =
  /^\s+(over|in|off|near|across) ((?:the )?(?:(?:western|eastern|northern|southern|central) )?\p{Lu}[\p{L}-]+(?: (?:of|and|the|region|coast)|,? (?:and )?(?:the )?\p{Lu}[\p{L}-]+)*)/u;
const MONTH_OR_DAY =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b/;

/** The place that follows a noun, in the words of the text: `over the Sea of Japan`. */
function placeAfter(rest: string): string {
  const place = rest.match(PLACE);
  if (!place || MONTH_OR_DAY.test(place[2])) return "";
  return ` ${place[1]} ${place[2].replace(/(?:,|\s+(?:of|and|the))+$/, "")}`;
}

const PLURAL = /(exercises|drills|manoeuvres|maneuvers|war games)$/;

function verbFor(noun: string, words: string): string {
  if (!/patrol|mission/.test(noun)) return "held";
  return /\b(bombers?|planes?|aircraft|flew|flown|air)\b/.test(words) ? "flew" : "conducted";
}

function jointActivity(account: Account, actors: string): (Activity & { readonly richness: number }) | undefined {
  const words = trimmed(account.sentence.words);
  const match = words.match(KIND);
  if (!match || !JOINT.test(words.slice(Math.max(0, match.index! - 60), match.index! + match[0].length + 60)))
    return undefined;
  const modifiers = match[1].replace(/\b(joint|combined|military|large)\s+/g, "").trim();
  const noun =
    `${modifiers.match(new RegExp(`^(${ORDINAL})\\b`)) ? modifiers.replace(/^(\S+)/, "$1 joint") : `joint ${modifiers}`} ${match[2]}`.replace(
      /\s+/g,
      " ",
    );
  const place = placeAfter(words.slice(match.index! + match[0].length));
  const article = new RegExp(`^(${ORDINAL})\\b`).test(noun)
    ? `their ${noun}`
    : PLURAL.test(noun)
      ? noun
      : withArticle(noun);
  return {
    clause: `${actors} ${verbFor(noun, words)} ${article}${place}`,
    measures: [measure("kind", "joint")],
    from: account,
    richness: modifiers.length + 2 * place.length,
  };
}

function personsOn(telling: Telling, facts: BriefFacts): Speaker[] {
  const all = telling.accounts.flatMap(
    ({ source, report }) => facts.personsOf.get(`${source.document} ${report.id}`) ?? [],
  );
  return [...new Map(all.map((person) => [person.name, person])).values()];
}

const personMeasure = ({ name, role, adjective, short }: Speaker): Measure =>
  measure("person", [adjective, role, name, short].filter(Boolean).join(" | "));

/** `Chinese President Xi Jinping and Russian President Vladimir Putin`, where the ledger names one of each side. */
function talkers(telling: Telling, facts: BriefFacts, names: Names): { words: string; measures: Measure[] } {
  const persons = personsOn(telling, facts);
  const pair = facts.view.dyad.map((code) => persons.find(({ adjective }) => adjective === facts.adjectiveOf(code)));
  const [incident] = telling.incidents;
  if (pair.every((person) => person !== undefined)) {
    return { words: listOf(pair.map((person) => names.speaker(person))), measures: pair.map(personMeasure) };
  }
  const words = `representatives of ${bothOf([...new Set([...incident.actors, ...incident.recipients])].map(facts.nameOf))}`;
  return { words, measures: [] };
}

const BY_VIDEO = /\bvideo(?:\s|-)?(?:link|conference|call)|\bby video\b|videoconference/;
const MET = /\b(met|meets|meeting|summit|received|hosted)\b/;

function conversation(telling: Telling, facts: BriefFacts, names: Names): Activity | undefined {
  const [incident] = telling.incidents;
  const [from] = telling.accounts;
  const words = telling.accounts.map(({ sentence }) => sentence.words).join(" ");
  const how = howTheyTalked(incident, words);
  if (!how) return undefined;
  const { words: who, measures } = talkers(telling, facts, names);
  return { clause: `${who} ${how}`, measures, from };
}

function howTheyTalked({ mode }: IncidentSummary, words: string): string | undefined {
  if (mode === "phone") return "spoke by telephone";
  if (BY_VIDEO.test(words)) return "held talks by video link";
  return MET.test(words) ? "met" : undefined;
}

/** Tells a joint military activity or a conversation in a clause of our own; undefined where the evidence names no kind. */
export function activityOf(telling: Telling, facts: BriefFacts, names: Names): Activity | undefined {
  const [incident] = telling.incidents;
  if (incident.type === "CONSULT") return conversation(telling, facts, names);
  if (incident.type !== "COOPERATE" || incident.domain !== "military" || incident.recipients.length > 0)
    return undefined;
  const actors = bothOf(incident.actors.map(facts.nameOf));
  const found = telling.accounts.flatMap((account) => jointActivity(account, actors) ?? []);
  return found.sort((a, b) => b.richness - a.richness)[0];
}
