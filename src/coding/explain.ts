import type { Document, Reading, Span } from "../schema/index.ts";
import type { Assessment, Candidate, SentenceEvents, Trial } from "./events/index.ts";
import { trialsOf } from "./events/index.ts";
import { type Course, courseOf } from "./read.ts";
import type { Reader, TokenMention } from "./types.ts";

/** One token of the tree as explained: its form, lemma, tag, head within the sentence (0 for the root) and relation. */
export interface ExplainedToken {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly head: number;
  readonly relation: string;
}

/** A rule that found its pattern, with what became of it. */
export interface ExplainedCandidate {
  readonly rule: string;
  readonly words: string;
  readonly type: string;
  readonly mode?: string;
  readonly status: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** The operators over it, innermost first (`plan at "will"`). */
  readonly operators: readonly string[];
  readonly correction?: string;
  /** Why it is not reported; absent where it is. */
  readonly rejected?: string;
  /** How likely the report is right, and the signs that say so; absent where something else speaks against it. */
  readonly confidence?: Assessment;
}

export interface ExplainedSentence {
  readonly span: Span;
  readonly text: string;
  readonly tokens: readonly ExplainedToken[];
  readonly mentions: readonly { readonly text: string; readonly kind: string; readonly is: string }[];
  /** Rules whose word stands in the sentence, and whether the rest of their pattern was met. */
  readonly tried: readonly Trial[];
  readonly candidates: readonly ExplainedCandidate[];
  readonly orientations: readonly string[];
  /** Ids of the reading's reports that this sentence gave. */
  readonly reports: readonly string[];
}

export interface Explanation {
  readonly reading: Reading;
  readonly sentences: readonly ExplainedSentence[];
}

const identityOf = ({ actor, place, date, name, refersTo }: TokenMention): string => {
  if (actor) return actor.id;
  if (refersTo) return `refers to ${refersTo.join(", ")}`;
  if (date) return `${date.from} to ${date.to}`;
  return place?.name ?? name ?? "";
};

function tokensIn(course: Course, from: number, to: number): ExplainedToken[] {
  const { analysis } = course.ground!.sight;
  const tokens: ExplainedToken[] = [];
  for (let token = from; token < to; token += 1) {
    const head = analysis.head[token];
    tokens.push({
      form: analysis.text.slice(analysis.start[token], analysis.end[token]),
      lemma: analysis.lemma[token],
      upos: analysis.upos[token],
      head: head < 0 ? 0 : head - from + 1,
      relation: analysis.relation[token],
    });
  }
  return tokens;
}

function explainCandidate(course: Course, candidate: Candidate): ExplainedCandidate {
  const { analysis } = course.ground!.sight;
  const word = (token: number): string => analysis.text.slice(analysis.start[token], analysis.end[token]);
  const { row, chain, meaning, correction, rejected } = candidate;
  const sides = (parties: Candidate["actors"]): string[] => parties.map(({ identity }) => identity.id);
  return {
    rule: row.name,
    words: word(chain.base),
    type: meaning.type,
    ...(meaning.mode && { mode: meaning.mode }),
    status: meaning.status,
    actors: sides(candidate.actors),
    recipients: sides(candidate.recipients),
    operators: chain.links.map(({ operation, token }) => `${operation} at "${word(token)}"`),
    ...(correction && { correction }),
    ...(rejected && { rejected }),
    ...(candidate.assessment && { confidence: candidate.assessment }),
  };
}

function explainSentence(course: Course, events: SentenceEvents): ExplainedSentence {
  const { analysis } = course.ground!.sight;
  const [from, to] = [analysis.sentenceStart[events.sentence], analysis.sentenceStart[events.sentence + 1]];
  const span: Span = from < to ? [analysis.start[from], analysis.end[to - 1]] : [0, 0];
  const inside = ([start, end]: Span): boolean => start >= span[0] && end <= span[1];
  return {
    span,
    text: analysis.text.slice(...span),
    tokens: tokensIn(course, from, to),
    mentions: course.mentions
      .filter((mention) => inside(mention.span))
      .map((mention) => ({ text: analysis.text.slice(...mention.span), kind: mention.kind, is: identityOf(mention) })),
    tried: trialsOf(course.ground!, events.sentence),
    candidates: events.candidates.map((candidate) => explainCandidate(course, candidate)),
    orientations: events.orientations.map(
      ({ row, parties }) => `${row}: ${parties.map((p) => p.identity.id).join(", ")}`,
    ),
    reports: course.reading.reports.filter(({ evidence }) => inside(evidence[0])).map(({ id }) => id),
  };
}

/**
 * How a document's reading came about: for every sentence the tree, the mentions, the rules that were tried, and the
 * candidates with the reason of each that was rejected. The reading in it is `read`'s own.
 */
export function explain(document: Document, reader: Reader): Explanation {
  const course = courseOf(document, reader);
  return { reading: course.reading, sentences: course.events.map((events) => explainSentence(course, events)) };
}
