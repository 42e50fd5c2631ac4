import type { Evidence, Measure, Statement } from "../../schema/index.ts";
import { capital } from "../grammar/words.ts";

/** What a sentence rests on. */
export interface Ground {
  readonly evidence?: readonly Evidence[];
  readonly measures?: readonly Measure[];
  readonly incidents?: readonly string[];
}

/** A statement; `id` names what it tells, so that it is the same when the brief is built anew. */
export function statementOf(id: string, sentence: string, ground: Ground): Statement {
  return {
    id,
    sentence: capital(sentence.replace(/\s+/g, " ").trim()),
    evidence: [...(ground.evidence ?? [])],
    measures: [...(ground.measures ?? [])],
    ...(ground.incidents && { incidents: [...ground.incidents] }),
  };
}

/** A measure with its value as it is printed. */
export const measure = (name: string, value: string | number): Measure => ({ name, value: String(value) });
