/**
 * How much two reports look like reports of one event: the sum of what speaks for it and against it, as log-odds.
 * From `THRESHOLD` on they are taken as one. The weights are those of a logistic regression over the development half
 * of eval/incidents/reports.tsv (eval/incident-weights.ts), rounded. Set by hand are those of which it has hardly any:
 * other ordinals, persons and places, days that miss each other, the same words. `kin` and `moreStatesInOneDocument`
 * were tried anew with whole incidents of that half, as the threshold was.
 */
export const THRESHOLD = 0;

export const WEIGHTS = {
  talks: 1.5,
  deed: 0.6,
  words: -1.7,
  mixed: -0.5,
  talksInOneDocument: 0.6,
  deedInOneDocument: 0.2,
  wordsInOneDocument: -0.9,
  mixedInOneDocument: -0.7,
  bothDated: 1.2,
  oneDated: 1,
  noneDated: 0.3,
  near: -2,
  nearBothDated: -2.4,
  withinAMonth: -0.1,
  wide: -2.5,
  noDate: -1,
  daysBetweenUndated: -0.1,
  kin: -1.3,
  kinMutualWords: -0.3,
  sameMode: 0.4,
  otherMode: -1.3,
  sameEvidence: 1.5,
  evidenceOfTwo: 0,
  farInDocument: -0.2,
  clause: 1,
  sentence: 1.1,
  verbatim: 1.1,
  sameSubject: 1,
  otherSubject: -1.2,
  otherMedium: -1.2,
  sameOrdinal: 1.1,
  otherOrdinal: -4,
  samePerson: 0.3,
  otherPerson: -3,
  otherCounterpart: -3.1,
  sameName: 0.6,
  otherName: -0.2,
  sameManyStates: 0.5,
  manyMoreStates: -1.6,
  samePlace: 0.4,
  otherPlace: -2.5,
  sameThing: 0.5,
  moreStatesInOneDocument: 0.4,
  bothDirected: 0.3,
  oneDirected: -0.6,
  mutualWords: 0.4,
  datedMutualWords: 1.7,
};

export type Sign = keyof typeof WEIGHTS;
