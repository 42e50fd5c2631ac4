/** Who did what to whom: event rules over trees, their operators, and what is known of each event besides. */
import type { Attribution, Report, Span } from "../../schema/index.ts";
import type { Sight, TokenMention } from "../types.ts";
import { type Candidate, candidateAt } from "./candidate.ts";
import { circumstancesOf } from "./circumstances.ts";
import { assessed, LEAST_CONFIDENCE } from "./confidence.ts";
import { orientationsIn } from "./directed.ts";
import { type Ground, groundOf } from "./ground.ts";
import { addressed, answered } from "./parties/addressed.ts";
import { echoed } from "./parties/echoes.ts";
import { inherited } from "./parties/inherit.ts";
import { draftOf, identified } from "./report.ts";
import { selected } from "./select.ts";
import type { SentenceEvents } from "./sentence-events.ts";
import { sentenceOf } from "./tree.ts";

export type { Assessment, Candidate } from "./candidate.ts";
export { type Ground, groundOf } from "./ground.ts";
export { answerPair } from "./pairs/answer.ts";
export type { SentenceEvents } from "./sentence-events.ts";
export { isKnownForm } from "./tree.ts";
export { type Trial, trialsOf } from "./trials.ts";

function sentenceEvents(
  ground: Ground,
  sentence: number,
  before: readonly SentenceEvents[],
  least: number,
): SentenceEvents {
  const [from, to] = sentenceOf(ground.tree, sentence);
  const found: Candidate[] = [];
  for (let token = from; token < to; token += 1) {
    const candidate = candidateAt(ground, token);
    if (candidate) found.push(inherited(ground, candidate, before));
  }
  const told = [...before, { sentence, candidates: found }];
  const full = found.map((candidate) =>
    echoed(ground, answered(ground, addressed(ground, candidate, found), told), told),
  );
  const chosen = full.length > 1 ? selected(ground, full) : full;
  const candidates = chosen.map((candidate) => assessed(ground, candidate, least));
  const orientations = candidates.some((candidate) => !candidate.rejected) ? orientationsIn(ground, sentence) : [];
  return { sentence, candidates, orientations };
}

/**
 * All candidates of a document, sentence by sentence; those below the least confidence (0 to 1) are rejected.
 * `reportsOf` and `explain` both rest on it.
 */
export function eventsOf(ground: Ground, least = LEAST_CONFIDENCE): SentenceEvents[] {
  const events: SentenceEvents[] = [];
  const { sentenceStart } = ground.sight.analysis;
  for (let sentence = 0; sentence < sentenceStart.length - 1; sentence += 1)
    events.push(sentenceEvents(ground, sentence, events, least));
  return events;
}

/** The reports of the candidates that stand, in the order of the text. */
export function reportsFrom(
  ground: Ground,
  events: readonly SentenceEvents[],
  attributionOf: (evidence: Span) => Attribution[],
): Report[] {
  const circumstances = circumstancesOf(ground.cast.mentions);
  const drafts = events.flatMap(({ candidates, orientations }) =>
    candidates
      .filter((candidate) => !candidate.rejected)
      .map((candidate) => draftOf(ground, circumstances, candidate, orientations)),
  );
  return identified(drafts, attributionOf);
}

/** The events that a document reports. Mentions are those of the same sight, dates included. */
export function reportsOf(
  sight: Sight,
  mentions: readonly TokenMention[],
  attributionOf: (evidence: Span) => Attribution[] = () => [],
): Report[] {
  const ground = groundOf(sight, mentions);
  return reportsFrom(ground, eventsOf(ground), attributionOf);
}
