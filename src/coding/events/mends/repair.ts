import type { Analysis } from "../../../schema/index.ts";
import { mendDayBefore, mendToolAgent } from "./agents.ts";
import { mendAttempt, mendBacked, mendHyphened, mendParticiple, mendVisiting } from "./clauses.ts";
import { mendHeadline, mendTwoHeadlines } from "./headline.ts";
import { mendSecondHolder, mendSecondName } from "./holders.ts";
import { mendInfinitive } from "./infinitives.ts";
import { mendAsking, mendJoinedPast, mendNotTo, mendTold } from "./joined.ts";
import { mendAuxiliary, mendCounted, mendFighting, mendInverted, mendMoney, mendTargeted } from "./kinds.ts";
import { mendBeforeInfinitive, mendBehindSubject, mendParted, mendPast, mendProgressive } from "./past.ts";
import {
  mendAbsolute,
  mendApposed,
  mendBorder,
  mendDisplaced,
  mendIncluding,
  mendListed,
  mendLostObject,
  mendOrigin,
  mendSharedVerb,
  mendSwallowed,
} from "./phrases.ts";
import { mendKilling, mendLetter } from "./relatives.ts";
import { mendNeighbouring, mendOff, mendResumed, mendSaid, mendTwoSubjects } from "./resumed.ts";
import { mendSoCalled } from "./so-called.ts";
import {
  mendAfter,
  mendAgent,
  mendCalled,
  mendCaller,
  mendCrossed,
  mendJoinedName,
  mendState,
  mendVocative,
} from "./subjects.ts";
import type { Mend } from "./work.ts";

/** What is mended, by the relation in which the slip shows. */
const MENDS: Readonly<Record<string, readonly Mend[]>> = {
  acl: [
    mendBacked,
    mendTold,
    mendParted,
    mendVisiting,
    mendHeadline,
    mendTwoHeadlines,
    mendAbsolute,
    mendFighting,
    mendCounted,
    mendCaller,
    mendLetter,
    mendTwoSubjects,
  ],

  "acl:relcl": [mendTold, mendKilling],
  appos: [mendSecondName, mendLostObject],
  advcl: [mendSaid, mendDisplaced, mendBacked, mendVisiting, mendAttempt, mendFighting, mendAfter],
  advmod: [mendNotTo],
  amod: [mendInfinitive, mendBehindSubject, mendPast, mendProgressive],
  case: [mendOff, mendNeighbouring],
  aux: [mendTargeted, mendInverted],
  compound: [mendJoinedName, mendCrossed],
  ccomp: [mendAuxiliary],
  conj: [mendSecondHolder, mendJoinedPast, mendSharedVerb, mendVisiting, mendAuxiliary],
  flat: [mendListed],
  nmod: [mendAgent, mendToolAgent, mendParticiple, mendApposed, mendSoCalled],
  nsubj: [mendCalled, mendState],
  obj: [mendSwallowed, mendMoney, mendSoCalled],
  obl: [mendDayBefore, mendHyphened, mendParticiple, mendOrigin, mendIncluding, mendBorder, mendSoCalled],
  root: [mendResumed, mendHeadline, mendAuxiliary],
  vocative: [mendVocative],
  xcomp: [mendAsking, mendBacked, mendVisiting, mendAttempt, mendBeforeInfinitive],
};

const MENDS_OF: ReadonlyMap<string, readonly Mend[]> = new Map(Object.entries(MENDS));

/** The mends that a relation may call for: of its base, and of the passive subject as of any other. */
const mendsOf = (relation: string): readonly Mend[] =>
  MENDS_OF.get(relation === "nsubj:pass" ? "nsubj" : relation) ?? [];

/**
 * The analysis with frequent slips of the parser put right: past tenses taken for adjectives of the noun behind them,
 * headlines without a finite verb, subjects joined to their verb, phrases hung over the participle before them. Short
 * news sentences ("China has established relations with …") and headlines are where it errs most.
 */
export function repaired(parsed: Analysis): Analysis {
  const { relation, lemma, upos } = parsed;
  const analysis = {
    ...parsed,
    head: parsed.head.slice(),
    relation: [...relation],
    lemma: [...lemma],
    upos: [...upos],
  };
  const { sentence, sentenceStart } = analysis;
  for (let token = 0; token < relation.length; token += 1)
    for (const mend of mendsOf(analysis.relation[token])) {
      const [from, to] = [sentenceStart[sentence[token]], sentenceStart[sentence[token] + 1]];
      const work = { ...analysis, analysis: parsed, from, to };
      mend(work, token);
    }
  return analysis;
}
