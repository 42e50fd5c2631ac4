/**
 * How much two reports look like reports of one event: the sum of what speaks for it and against it, as log-odds.
 * From `THRESHOLD` on they are taken as one. The weights are those of a logistic regression over the development parts
 * of eval/incidents/reports.tsv (eval/incident-weights.ts), rounded. Set by hand are those of which there is hardly
 * any: other ordinals, other persons, other places, other attacks, no date. From even odds on they are one: thresholds of
 * -0.2 to 0 do equally well by cross-validation, and a lower one joins far too much where a part was left out of the fit.
 */
export const THRESHOLD = 0;

export const WEIGHTS = {
  announced: 0.4,
  talks: 1.5,
  deed: 0.6,
  words: -1.6,
  mixed: -0.7,
  talksInOneDocument: 0.7,
  deedInOneDocument: 0.1,
  wordsInOneDocument: -0.8,
  mixedInOneDocument: -0.6,
  bothDated: 1.2,
  oneDated: 1.1,
  noneDated: 0.3,
  near: -2,
  nearBothDated: -2.4,
  withinAMonth: 0.1,
  wide: -2.8,
  noDate: -1,
  daysBetweenUndated: -0.2,
  kin: -1.5,
  kinMutualWords: -0.5,
  sameMode: 0.5,
  otherMode: -1.1,
  sameEvidence: 1.5,
  evidenceOfTwo: 0,
  pointsBack: 1,
  farInDocument: -0.2,
  clause: 1,
  sentence: 1.1,
  verbatim: 1.1,
  sameSubject: 1.5,
  otherSubject: -1.5,
  otherMedium: -1.2,
  otherMeasure: -3,
  otherAttack: -1.5,
  sameOrdinal: 1.1,
  otherOrdinal: -5,
  samePerson: 0.2,
  otherPerson: -4,
  otherCounterpart: -3.3,
  sameName: 0.3,
  otherName: -0.2,
  sameManyStates: 0.5,
  manyMoreStates: -1.3,
  samePlace: 0.3,
  otherPlace: -2.5,
  sameThing: 0.5,
  moreStatesInOneDocument: 0.5,
  bothDirected: 0.5,
  oneDirected: -0.9,
  mutualWords: 0.2,
  datedMutualWords: 1.8,
};

export type Sign = keyof typeof WEIGHTS;
