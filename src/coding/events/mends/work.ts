import type { Analysis, Upos } from "../../../schema/index.ts";

/** A sentence [from, to) under repair: heads, relations, lemmas and kinds of word may be changed, the rest is as it was parsed. */
export interface Work {
  readonly analysis: Analysis;
  readonly head: Int32Array;
  readonly relation: string[];
  readonly lemma: string[];
  readonly upos: Upos[];
  readonly from: number;
  readonly to: number;
}

/** Looks at a token and puts its surroundings right where they show the slip that it knows. */
export type Mend = (work: Work, token: number) => void;

/** The tokens in [from, to) that hang on a token. */
export function hanging({ head }: Work, token: number, from: number, to: number): number[] {
  const found: number[] = [];
  for (let child = from; child < to; child += 1) if (head[child] === token) found.push(child);
  return found;
}

/** The tokens of the sentence that hang on a token. */
export const allHanging = (work: Work, token: number): number[] => hanging(work, token, work.from, work.to);

/** Hangs a token on another with a relation. */
export function attach({ head, relation }: Work, token: number, to: number, as: string): void {
  head[token] = to;
  relation[token] = as;
}

/** Whether a token is a subject, of an active or a passive. */
export const isSubject = ({ relation }: Work, token: number): boolean => relation[token].startsWith("nsubj");

/** The preposition or marker that hangs on a token, or -1. */
export const caseOf = (work: Work, token: number): number =>
  hanging(work, token, work.from, token).find((child) => work.relation[child] === "case") ?? -1;

/** Penn tags of finite verbs, but for modals. */
export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBP", "VBZ"]);
