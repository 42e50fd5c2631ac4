/**
 * How much two reports look like reports of one event: the sum of what speaks for it and against it, as log-odds.
 * From `THRESHOLD` on they are taken as one. The weights are those of a logistic regression over the development parts
 * of eval/incidents/reports.tsv (eval/incident-weights.ts), rounded. Set by hand are those of which there is hardly
 * any: other ordinals, other persons, other places, no date. The threshold was chosen by cross-validation.
 */
export const THRESHOLD = -0.2;

export const WEIGHTS = {
  talks: 1.5,
  deed: 0.7,
  words: -1.7,
  mixed: -0.7,
  talksInOneDocument: 0.4,
  deedInOneDocument: 0,
  wordsInOneDocument: -1.3,
  mixedInOneDocument: -0.8,
  bothDated: 1.6,
  oneDated: 1,
  noneDated: 0.2,
  near: -1.9,
  nearBothDated: -2.5,
  withinAMonth: -0.1,
  wide: -2.8,
  noDate: -1,
  daysBetweenUndated: -0.5,
  kin: -1.4,
  kinMutualWords: -0.1,
  sameMode: 0.5,
  otherMode: -1.4,
  sameEvidence: 1.5,
  evidenceOfTwo: -0.2,
  pointsBack: 1.1,
  farInDocument: -0.4,
  clause: 1.1,
  sentence: 1.4,
  verbatim: 1.1,
  sameSubject: 0.9,
  otherSubject: -1.3,
  otherMedium: -1.3,
  sameOrdinal: 1.1,
  otherOrdinal: -5,
  samePerson: 0.1,
  otherPerson: -4,
  otherCounterpart: -3.2,
  sameName: 0.6,
  otherName: -0.2,
  sameManyStates: 0.4,
  manyMoreStates: -1.7,
  samePlace: 0.7,
  otherPlace: -2.5,
  sameThing: 0.6,
  moreStatesInOneDocument: 0.5,
  bothDirected: 0.5,
  oneDirected: -0.6,
  mutualWords: 0.2,
  datedMutualWords: 1.9,
};

export type Sign = keyof typeof WEIGHTS;
