import { z } from "zod";
import { Span } from "./span.ts";

/** One token of the tree; `head` counts from 1 within the sentence, 0 for the root. */
const ExplainedToken = z.object({
  form: z.string(),
  lemma: z.string(),
  upos: z.string(),
  head: z.int().nonnegative(),
  relation: z.string(),
});

/** A rule that found its pattern, with what became of it. */
const ExplainedCandidate = z.object({
  rule: z.string(),
  words: z.string(),
  type: z.string(),
  mode: z.string().optional(),
  status: z.string(),
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  operators: z.array(z.string()),
  correction: z.string().optional(),
  /** Why it is not reported; absent where it is. */
  rejected: z.string().optional(),
  /** How likely the report is right, and the signs that say so (docs/coding.md). */
  confidence: z.object({ value: z.number(), signs: z.record(z.string(), z.number()) }).optional(),
});

/** How one sentence was coded. */
export const SentenceExplanation = z.object({
  span: Span,
  tokens: z.array(ExplainedToken),
  mentions: z.array(z.object({ text: z.string(), kind: z.string(), is: z.string() })),
  candidates: z.array(ExplainedCandidate),
  orientations: z.array(z.string()),
  reports: z.array(z.string()),
});
export type SentenceExplanation = z.infer<typeof SentenceExplanation>;

/** How a document was coded by the coder as it is now, sentence by sentence. */
export const DocumentExplanation = z.object({ document: z.string(), sentences: z.array(SentenceExplanation) });
export type DocumentExplanation = z.infer<typeof DocumentExplanation>;
