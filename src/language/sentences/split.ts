import type { Classifier } from "../linear/classifier.ts";
import type { Tokens } from "../tokens/tokenise.ts";
import {
  beginningFeatures,
  endsBefore,
  type Gap,
  mayBegin,
  type SentenceState,
  TokenView,
} from "./boundary-features.ts";
import { isDatelineEnd } from "./dateline.ts";

/**
 * How sure the splitter must be of a sentence that begins behind a mere space, with no full stop before it. The web's
 * texts have many, the press has none; a sentence torn apart costs more than two left together.
 */
const LEAST_WITHOUT_MARK = 3;
/** The same between two capitalised words, which are more often one name. */
const LEAST_INSIDE_NAME = 4;
const CAPITALISED = /^\p{Lu}/u;

function leastScore(view: TokenView, token: number, gap: Gap): number {
  if (gap !== "space" || endsBefore(view, token)) return 0;
  const name = CAPITALISED.test(view.forms[token - 1]) && CAPITALISED.test(view.forms[token]);
  return name ? LEAST_INSIDE_NAME : LEAST_WITHOUT_MARK;
}

/** First token of each sentence of a text. */
export function splitSentences(
  text: string,
  tokens: Tokens,
  forms: readonly string[],
  classifier: Classifier,
): number[] {
  const view = new TokenView(text, tokens, forms);
  const starts: number[] = [];
  let state = beginSentence(0);
  for (let token = 0; token < tokens.start.length; token++) {
    if (token === 0 || begins(view, token, state, classifier)) {
      starts.push(token);
      state = beginSentence(token);
    }
    state = afterToken(state, view.forms[token]);
  }
  return starts;
}

function begins(view: TokenView, token: number, state: SentenceState, classifier: Classifier): boolean {
  const gap = view.gap(token);
  if (gap === "paragraph") return true;
  if (gap === "space" && isDatelineEnd(view, token, state.first)) return true;
  if (!mayBegin(view, token, gap)) return false;
  return classifier.score(beginningFeatures(view, token, gap, state)) > leastScore(view, token, gap);
}

export const beginSentence = (first: number): SentenceState => ({ first, openQuotes: 0, openBrackets: 0 });

/** Keeps count of what is open in a sentence. */
export function afterToken(state: SentenceState, form: string): SentenceState {
  if (form.length > 2) return state;
  if (form === '"') return { ...state, openQuotes: state.openQuotes ^ 1 };
  if (form === "“" || form === "``") return { ...state, openQuotes: 1 };
  if (form === "”" || form === "''") return { ...state, openQuotes: 0 };
  if (form === "(" || form === "[") return { ...state, openBrackets: state.openBrackets + 1 };
  if (form === ")" || form === "]") return { ...state, openBrackets: Math.max(0, state.openBrackets - 1) };
  return state;
}
