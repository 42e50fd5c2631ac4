import { EVENT_TYPES, type EventType } from "../../../schema/index.ts";
import type { RuleScore } from "./rules.ts";

/** How much each voice counts. Their proportions are set by hand; training/coder.ts fits the size of them all. */
export interface PairMix {
  /** Of the linear model's log-probability. */
  readonly linear: number;
  /** Of a rule's giving the type at all, and of its weight. */
  readonly any: number;
  readonly weight: number;
}

/** Keeps one type from being ruled out by the linear model alone. */
const LOWEST = -7;

/** The voices for one type, in the order of `VOICES`. */
function voicesOf(linear: number, rule: RuleScore | undefined): readonly number[] {
  const heard = Math.max(LOWEST, linear);
  return rule ? [heard, 1, rule.weight / 4] : [heard, 0, 0];
}

const VOICES = ["linear", "any", "weight"] as const satisfies readonly (keyof PairMix)[];

/** The probability of each type by the rules and the linear model together, in the order of `EVENT_TYPES`. */
export function mixed(
  mix: PairMix,
  linear: ReadonlyMap<EventType, number>,
  rules: ReadonlyMap<EventType, RuleScore>,
): Float64Array {
  const scores = Float64Array.from(EVENT_TYPES, (type) => {
    const voices = voicesOf(linear.get(type) ?? LOWEST, rules.get(type));
    return VOICES.reduce((sum, name, index) => sum + mix[name] * voices[index], 0);
  });
  const highest = Math.max(...scores);
  const likely = scores.map((score) => Math.exp(score - highest));
  const total = likely.reduce((sum, value) => sum + value, 0);
  return likely.map((value) => value / total);
}
