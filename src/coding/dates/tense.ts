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

/** Whether what the token dates lies ahead: "will meet on Monday", "plans to sign", "is meeting", "due on Friday". */
export function isAhead(analysis: Analysis, token: number): boolean {
  const predicate = predicateAbove(analysis, token);
  if (FUTURE_WORDS.has(analysis.lemma[predicate]) && analysis.upos[predicate] !== "NOUN") return true;
  let progressive =
    analysis.features[predicate].includes("VerbForm=Part") && analysis.features[predicate].includes("Tense=Pres");
  let present = false;
  for (const dependent of dependentsBefore(analysis, predicate)) {
    const lemma = analysis.lemma[dependent];
    if (FUTURE_AUXILIARIES.has(lemma)) return true;
    if (lemma === "to" && analysis.relation[dependent] === "mark") return analysis.relation[predicate] !== "advcl";
    if (lemma === "have") progressive = false;
    if (lemma === "be" && analysis.features[dependent].includes("Tense=Pres")) present = true;
  }
  return progressive && present;
}
