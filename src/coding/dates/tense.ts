import type { Analysis } from "../../schema/index.ts";

const FUTURE_AUXILIARIES = new Set(["will", "shall", "'ll", "’ll", "wo", "would"]);
const FUTURE_WORDS = new Set(["upcoming", "forthcoming", "scheduled", "due", "slated", "planned", "set", "expected"]);

/** The verb (or predicate) that the token depends on, itself included. */
export function predicateAbove(analysis: Analysis, token: number): number {
  let at = token;
  while (analysis.head[at] >= 0 && analysis.upos[at] !== "VERB" && analysis.upos[at] !== "AUX") at = analysis.head[at];
  return at;
}

/** Words of the predicate that stand within reach before it and depend on it. */
function* dependentsBefore(analysis: Analysis, predicate: number): Generator<number> {
  const first = Math.max(analysis.sentenceStart[analysis.sentence[predicate]], predicate - 12);
  for (let token = predicate - 1; token >= first; token--) if (analysis.head[token] === predicate) yield token;
}

/** Verbs whose passive names what is still to come: "talks scheduled for Friday". */
const FIXED_AHEAD = new Set(["schedule", "slate", "expect", "plan", "set"]);
/** Verbs that tell in the present what is to come: "the talks begin on Monday". */
const SCHEDULED = new Set("begin start fall open resume arrive travel leave end expire convene gather".split(" "));

const isPresent = (analysis: Analysis, verb: number): boolean =>
  /Tense=Pres.*VerbForm=Fin/.test(analysis.features[verb]);

/** Words that look ahead to the infinitive that they govern: "plans to sign", "is set to meet". */
const PLANNING = new Set(
  (
    "plan agree intend expect set due schedule slate want hope prepare vow pledge promise seek decide threaten offer aim ready " +
    "wish mean invite ask urge order likely decision agreement intention"
  ).split(" "),
);

function isPlanned(analysis: Analysis, infinitive: number, to: number): boolean {
  const governor = analysis.head[infinitive];
  if (to > 0 && PLANNING.has(analysis.lemma[to - 1])) return true;
  return (
    governor >= 0 &&
    (PLANNING.has(analysis.lemma[governor]) || (governor !== infinitive && isAhead(analysis, governor)))
  );
}

/** Whether what the token dates lies ahead: "will meet on Monday", "plans to sign", "is meeting", "due on Friday". */
export function isAhead(analysis: Analysis, token: number): boolean {
  const predicate = predicateAbove(analysis, token);
  if (FUTURE_WORDS.has(analysis.lemma[predicate]) && analysis.upos[predicate] === "ADJ") return true;
  if (FIXED_AHEAD.has(analysis.lemma[predicate]) && analysis.features[predicate].includes("Voice=Pass")) return true;
  if (SCHEDULED.has(analysis.lemma[predicate]) && isPresent(analysis, predicate)) return true;
  const progressive =
    analysis.features[predicate].includes("VerbForm=Part") && analysis.features[predicate].includes("Tense=Pres");
  let present = false;
  for (const dependent of dependentsBefore(analysis, predicate)) {
    const lemma = analysis.lemma[dependent];
    if (FUTURE_AUXILIARIES.has(lemma)) return true;
    if (lemma === "have") return false;
    if (lemma === "to" && analysis.relation[dependent] === "mark") return isPlanned(analysis, predicate, dependent);
    if (lemma === "be" && analysis.features[dependent].includes("Tense=Pres")) present = true;
  }
  return progressive && present;
}
