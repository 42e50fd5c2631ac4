import type { Meanings } from "../../src/coding/events/pairs/meanings.ts";
import { mixed } from "../../src/coding/events/pairs/mix.ts";
import { EVENT_TYPES, type EventType } from "../../src/schema/index.ts";
import { learn, learntScores } from "./learn.ts";
import { isBlind, type Lesson } from "./lessons.ts";
import { fitMix, type Judged } from "./mix.ts";

const FOLDS = 5;
/** Its sentences tell of the same events, so they stay in one fold. */
const CONTRASTS = "contrasts.tsv";

const foldOf = ({ source }: Lesson, index: number): number => (source === CONTRASTS ? 0 : index % FOLDS);

/** Each lesson judged by a linear model that was trained without its fold; the table's own sentences are always in. */
export function judgedByFolds(written: readonly Lesson[], table: readonly Lesson[], meanings: Meanings): Judged[][] {
  const folds = written.map(foldOf);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learnt = learn([...written.filter((__, index) => folds[index] !== fold), ...table], meanings);
    return written
      .filter((lesson, index) => folds[index] === fold && isBlind(lesson))
      .map((lesson) => ({ lesson, linear: learntScores(learnt, lesson) }));
  });
}

/** One answer for a sentence that neither the linear model nor the mix was fitted on. */
export interface HeldOut {
  readonly gold: EventType;
  readonly found: EventType;
  readonly confidence: number;
}

/** Answers for every fold, mixed by what the other folds teach. */
export function heldOutAnswers(folds: readonly (readonly Judged[])[]): HeldOut[] {
  return folds.flatMap((fold, index) => {
    const mix = fitMix(folds.filter((_, other) => other !== index).flat());
    return fold.map(({ lesson, linear }) => {
      const likely = mixed(mix, linear, lesson.evidence.rules);
      const confidence = Math.max(...likely);
      return { gold: lesson.type, found: EVENT_TYPES[likely.indexOf(confidence)], confidence };
    });
  });
}
