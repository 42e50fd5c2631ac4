import { mixed, type PairMix, VOICES, voicesOf } from "../../src/coding/events/pair-mix.ts";
import { EVENT_TYPES, type EventType } from "../../src/schema/index.ts";
import type { Lesson } from "./lessons.ts";

/** A lesson with what a linear model that has not seen it says of it. */
export interface Judged {
  readonly lesson: Lesson;
  readonly linear: ReadonlyMap<EventType, number>;
}

const STEPS = 300;
const RATE = 1;
const START: PairMix = { linear: 1, any: 0, weight: 0, share: 2, best: 0 };

/** The mean gradient of the log-loss by voice. */
function gradientOf(judged: readonly Judged[], mix: PairMix): number[] {
  const gradient = VOICES.map(() => 0);
  for (const { lesson, linear } of judged) {
    const likely = mixed(mix, linear, lesson.evidence.rules);
    for (const [index, type] of EVENT_TYPES.entries()) {
      const fault = likely[index] - (type === lesson.type ? 1 : 0);
      const voices = voicesOf(linear.get(type) ?? 0, lesson.evidence.rules.get(type));
      for (const [voice, value] of voices.entries()) gradient[voice] += (fault * value) / judged.length;
    }
  }
  return gradient;
}

/**
 * How much rules and linear model count: logistic regression over their voices by plain gradient descent. Its weight of
 * the linear model is also the temperature (Guo et al. 2017) that calibrates the answer.
 */
export function fitMix(judged: readonly Judged[]): PairMix {
  let mix = START;
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = gradientOf(judged, mix);
    mix = Object.fromEntries(
      VOICES.map((name, index) => [name, mix[name] - RATE * gradient[index]]),
    ) as unknown as PairMix;
  }
  return mix;
}
