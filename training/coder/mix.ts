import { mixed, type PairMix } from "../../src/coding/events/pairs/mix.ts";
import { EVENT_TYPES, type EventType } from "../../src/schema/index.ts";
import type { Lesson } from "./lessons.ts";

/** A lesson with what a linear model that has not seen it says of it. */
export interface Judged {
  readonly lesson: Lesson;
  readonly linear: ReadonlyMap<EventType, number>;
}

/**
 * How much rules and linear model count beside each other. Set by hand: proportions fitted on our own sentences, which
 * are harder to parse than the news, trust the rules too little there.
 */
const PROPORTIONS: PairMix = { linear: 2, any: 1, weight: 1.5 };

const scaled = (size: number): PairMix => ({
  linear: PROPORTIONS.linear * size,
  any: PROPORTIONS.any * size,
  weight: PROPORTIONS.weight * size,
});

function logLoss(judged: readonly Judged[], mix: PairMix): number {
  const losses = judged.map(({ lesson, linear }) => {
    const likely = mixed(mix, linear, lesson.evidence.rules);
    return -Math.log(Math.max(1e-9, likely[EVENT_TYPES.indexOf(lesson.type)]));
  });
  return losses.reduce((sum, loss) => sum + loss, 0);
}

const SIZES = Array.from({ length: 60 }, (_, step) => 0.3 * 1.05 ** step);

/** The mix at the temperature that calibrates the answers (Guo et al. 2017): the one of least log-loss. */
export function fitMix(judged: readonly Judged[]): PairMix {
  const losses = SIZES.map((size) => logLoss(judged, scaled(size)));
  return scaled(SIZES[losses.indexOf(Math.min(...losses))]);
}
