import type { EventType, PairAnswer } from "../../src/schema/index.ts";

/** The older benchmark's fifteen: YIELD stands for CONCEDE and RETREAT. */
export type Root = Exclude<EventType, "CONCEDE" | "RETREAT"> | "YIELD";

export const QUAD: Readonly<Record<Root, string>> = {
  AGREE: "1",
  CONSULT: "1",
  SUPPORT: "1",
  AID: "2",
  COOPERATE: "2",
  YIELD: "2",
  ACCUSE: "3",
  REJECT: "3",
  REQUEST: "3",
  THREATEN: "3",
  ASSAULT: "4",
  COERCE: "4",
  MOBILIZE: "4",
  PROTEST: "4",
  SANCTION: "4",
};
export const ROOTS = Object.keys(QUAD).sort() as Root[];

export const rootOf = (type: EventType): Root => (type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type);

/** F1 of each label, in the order of the labels; 0 where it was never right. */
export function f1Of<Label>(
  gold: readonly Label[],
  found: readonly (Label | undefined)[],
  labels: readonly Label[],
): number[] {
  return labels.map((label) => {
    const right = gold.filter((one, index) => one === label && found[index] === label).length;
    const wrong = found.filter((one, index) => one === label && gold[index] !== label).length;
    const missed = gold.filter((one, index) => one === label && found[index] !== label).length;
    return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
  });
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The likeliest root: the confidences of the two types that YIELD stands for add up. */
export function rootAnswer(answer: PairAnswer | undefined): { root: Root; confidence: number } | undefined {
  const sums = new Map<Root, number>();
  for (const { type, confidence } of answer?.alternatives ?? [])
    sums.set(rootOf(type), (sums.get(rootOf(type)) ?? 0) + confidence);
  const [best] = [...sums].sort(([, one], [, other]) => other - one);
  return best && { root: best[0], confidence: best[1] };
}
