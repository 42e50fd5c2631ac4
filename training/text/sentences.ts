import { beginningFeatures, mayBegin, TokenView } from "../../src/language/sentences/boundary-features.ts";
import { afterToken, beginSentence } from "../../src/language/sentences/split.ts";
import { formsOf } from "../../src/language/tokens/tokenise.ts";
import { Random } from "../network/random.ts";
import type { TrainingText } from "./documents.ts";
import { type Decision, learnWeights } from "./linear.ts";

/** How often a feature must hold to be learned. */
const LEAST_COUNT = 4;

/** Every place of a text where a sentence might begin, with the answer. */
function* decisionsOf({ text, start, end, joined, sentenceStart }: TrainingText): Generator<Decision> {
  const begins = new Set(sentenceStart);
  const tokens = { start: [...start], end: [...end], joined: joined.map((flag) => (flag ? 1 : 0) as 0 | 1) };
  const view = new TokenView(text, tokens, formsOf(text, tokens));
  let state = beginSentence(0);
  for (let token = 0; token < start.length; token++) {
    const right = begins.has(token);
    if (token > 0) {
      const gap = view.gap(token);
      if (gap !== "paragraph" && mayBegin(view, token, gap)) {
        yield { features: beginningFeatures(view, token, gap, state), right };
      }
    }
    if (right) state = beginSentence(token);
    state = afterToken(state, view.forms[token]);
  }
}

/** Learns where sentences begin. */
export function learnSentences(texts: readonly TrainingText[], seed: number): Map<string, number> {
  return learnWeights(
    texts.flatMap((text) => [...decisionsOf(text)]),
    LEAST_COUNT,
    new Random(seed),
  );
}
