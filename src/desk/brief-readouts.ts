import type { ReadoutPair } from "../brief/index.ts";
import type { Reader } from "../coding/index.ts";
import type { ReadText } from "../ledger/index.ts";
import { compareReadouts, type Readout, type ReadoutStatement } from "../measures/index.ts";
import type { IncidentReport, IncidentSummary, SourceCard, Upos } from "../schema/index.ts";
import { governmentOf } from "./brief-sides.ts";

/** Pairs of accounts laid side by side in one brief; the incidents with most sources first. */
const MOST = 6;
const CONTENT: ReadonlySet<Upos> = new Set<Upos>(["NOUN", "VERB", "ADJ", "PROPN", "NUM"]);
/** A sentence of fewer content words makes no point. */
const LEAST_WORDS = 3;

/** What every account of a talk says, so that it makes no point of its own. */
const OF_EVERY_TALK = new Set(
  "president leader head state side country nation two both telephone phone call conversation talk speak say tell meet meeting note stress".split(
    " ",
  ),
);

const wordsOf = (name = ""): string[] => name.toLowerCase().split(/\s+/);

/** The sentences of an account with their content words; the names of the two sides are in every account. */
function statementsOf({ document, reading }: ReadText, reader: Reader, codes: readonly string[]): ReadoutStatement[] {
  const analysis = reader.analyse(document.text);
  const sides = new Set(
    codes.flatMap((code) => {
      const state = reader.knowledge.stateOf(code);
      return state ? [state.name, ...state.adjectives].map((name) => name.toLowerCase()) : [];
    }),
  );
  const named = new Set(reading.mentions.flatMap(({ kind, name }) => (kind === "actor" ? wordsOf(name) : [])));
  const isCommon = (lemma: string): boolean => sides.has(lemma) || named.has(lemma) || OF_EVERY_TALK.has(lemma);
  const starts = [...analysis.sentenceStart];
  return starts.slice(0, -1).flatMap((first, at): ReadoutStatement[] => {
    const tokens = Array.from({ length: starts[at + 1] - first }, (_, offset) => first + offset);
    const lemmas = tokens
      .filter((token) => CONTENT.has(analysis.upos[token]))
      .map((token) => analysis.lemma[token].toLowerCase())
      .filter((lemma) => !isCommon(lemma));
    if (lemmas.length < LEAST_WORDS) return [];
    const from = skipPlace(document.text, analysis.start[first], analysis.end[tokens[tokens.length - 1]]);
    const span: [number, number] = [from, analysis.end[tokens[tokens.length - 1]]];
    return [{ id: `s${span.join("-")}`, text: document.text.slice(...span), span, lemmas: [...new Set(lemmas)] }];
  });
}

const PLACE_LINE = /^[\p{Lu}][\p{Lu}\s/]{2,30},? [^-–—]{0,30}(?:--|–|—|-)\s+/u;
const skipPlace = (text: string, from: number, to: number): number =>
  from + (text.slice(from, to).match(PLACE_LINE)?.[0].length ?? 0);

/** The side whose government or state media publish a source; undefined for everybody else. */
function voiceOf(
  { publisher, side, stateMedia }: SourceCard,
  dyad: readonly string[],
  { knowledge }: Reader,
): string | undefined {
  if (stateMedia && side !== undefined && dyad.includes(side)) return side;
  return governmentOf(publisher ?? "", dyad, knowledge);
}

const TALK_WORDS: Readonly<Record<string, RegExp>> = {
  phone: /\b(telephone|telephoned|phone|phoned|call|called)\b/i,
  visit: /\b(visit|visited|talks|met|meeting|summit)\b/i,
};
const OTHER_TALKS = /\b(talks|met|meeting|summit|conversation)\b/i;
const NEAR_MS = 2 * 86_400_000;

const isNear = (one: SourceCard, other: SourceCard): boolean =>
  Math.abs(Date.parse(one.published?.slice(0, 10) ?? "") - Date.parse(other.published?.slice(0, 10) ?? "")) <= NEAR_MS;

/** What is known of the documents that may be accounts. */
interface Candidates {
  /** The earliest first. */
  readonly sources: readonly SourceCard[];
  readonly dyad: readonly [string, string];
  readonly reader: Reader;
  readonly documentOf: (id: string) => Promise<ReadText>;
}

/** The other side's account of a talk: a document of its own voice, of about the same day, on a talk of that kind. */
async function counterpart(
  incident: IncidentSummary,
  known: SourceCard,
  side: string,
  all: Candidates,
): Promise<SourceCard | undefined> {
  const words = TALK_WORDS[incident.mode ?? ""] ?? OTHER_TALKS;
  for (const source of all.sources) {
    if (!isNear(source, known) || voiceOf(source, all.dyad, all.reader) !== side) continue;
    const { text, title = "" } = (await all.documentOf(source.document)).document;
    if (words.test(`${title}\n${text}`)) return source;
  }
  return undefined;
}

/** The two sides' own accounts of an incident, the first published of each; undefined where one is missing. */
async function accountsOf(
  incident: IncidentSummary,
  reports: readonly IncidentReport[],
  all: Candidates,
): Promise<readonly [SourceCard, SourceCard] | undefined> {
  const told = reports.map(({ evidence: [first] }) => first.source);
  const [first, second] = all.dyad.map((code) => told.find((source) => voiceOf(source, all.dyad, all.reader) === code));
  if (first && second) return [first, second];
  if (first) {
    const found = await counterpart(incident, first, all.dyad[1], all);
    return found && [first, found];
  }
  const found = second && (await counterpart(incident, second, all.dyad[0], all));
  return found && second && [found, second];
}

/** Calls and meetings of which both sides published an account, with the accounts compared. */
export async function readoutPairs(
  incidents: readonly IncidentSummary[],
  reportsOf: ReadonlyMap<string, readonly IncidentReport[]>,
  all: Candidates,
): Promise<ReadoutPair[]> {
  const talks = incidents.filter(({ type, status }) => type === "CONSULT" && status === "happened");
  const pairs = new Map<string, ReadoutPair>();
  for (const incident of talks) {
    if (pairs.size >= MOST) break;
    const accounts = await accountsOf(incident, reportsOf.get(incident.id) ?? [], all);
    const key = accounts?.map(({ document }) => document).join(" ");
    if (!accounts || !key || pairs.has(key)) continue;
    const [first, second] = accounts;
    const account = async ({ document, side }: SourceCard): Promise<Readout> => ({
      document,
      side: side ?? "",
      statements: statementsOf(await all.documentOf(document), all.reader, all.dyad),
    });
    pairs.set(key, {
      incident: incident.id,
      first,
      second,
      comparison: compareReadouts(await account(first), await account(second)),
    });
  }
  return [...pairs.values()];
}
