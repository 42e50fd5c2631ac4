import { type Analysis, type Report, type Span, spanOfTokens } from "../schema/index.ts";
import type { Readout, ReadoutStatement } from "./readouts.ts";

/** What a readout is made of. */
export interface ReadoutSource {
  readonly document: string;
  readonly side: string;
  readonly analysis: Analysis;
  readonly reports: readonly Pick<Report, "evidence" | "score">[];
  /** Spans of the actors' names and of the two states: both accounts always say those. */
  readonly named: readonly Span[];
}

/** Relations that begin a clause of its own where a predicate stands under them. */
const CLAUSES = new Set(["conj", "ccomp", "parataxis", "advcl", "acl:relcl"]);
const CONTENT = new Set(["NOUN", "VERB", "ADJ", "PROPN", "NUM"]);

/** Verbs by which a readout only says that somebody said it, and words of every readout. */
const EMPTY_WORDS = new Set(
  "say tell note stress emphasise emphasize add point state express discuss exchange speak talk hold call conversation telephone phone meeting side party country two president minister foreign leader have make take give be mr monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** Clauses with fewer content words make no point. */
const LEAST_WORDS = 2;

/**
 * A document as statements: each clause with its content words. A clause is a predicate (root, conjunct, complement,
 * adverbial or relative clause) with all that hangs on it and on no other; its tone is the mean score of the reports
 * whose evidence begins in it. What has no predicate (a dateline, a headline) makes no statement.
 */
export function readoutOf(source: ReadoutSource): Readout {
  const { analysis } = source;
  const clauses = Map.groupBy(analysis.lemma.keys(), (token) => clauseOf(analysis, token));
  const told = [...clauses].filter(([head]) => isPredicate(analysis, head));
  const statements = told.flatMap(([, tokens]) => statementOf(source, tokens));
  return { document: source.document, side: source.side, statements };
}

/** The token whose clause a token stands in. */
function clauseOf(analysis: Analysis, token: number): number {
  let at = token;
  while (analysis.head[at] >= 0 && !beginsClause(analysis, at)) at = analysis.head[at];
  return at;
}

const beginsClause = (analysis: Analysis, token: number): boolean =>
  CLAUSES.has(analysis.relation[token]) && isPredicate(analysis, token);

function isPredicate(analysis: Analysis, token: number): boolean {
  if (analysis.upos[token] === "VERB") return true;
  return analysis.relation.some((relation, at) => analysis.head[at] === token && /^(cop|nsubj)/.test(relation));
}

function statementOf(source: ReadoutSource, tokens: readonly number[]): ReadoutStatement[] {
  const { analysis, named } = source;
  const said = tokens.filter((token) => CONTENT.has(analysis.upos[token]) && !isNamed(analysis, token, named));
  const lemmas = [...new Set(said.map((token) => analysis.lemma[token].toLowerCase()))];
  const content = lemmas.filter((lemma) => !EMPTY_WORDS.has(lemma));
  if (content.length < LEAST_WORDS) return [];
  const words = tokens.filter((token) => analysis.upos[token] !== "PUNCT");
  const span = spanOfTokens(analysis, words[0], words[words.length - 1] + 1);
  const statement = { id: `s${span[0]}-${span[1]}`, text: textOf(analysis, words), span, lemmas: content };
  const scores = source.reports
    .filter(({ evidence }) => begins(analysis, words, evidence[0]))
    .map(({ score }) => score);
  if (scores.length === 0) return [statement];
  return [{ ...statement, tone: scores.reduce((sum, score) => sum + score, 0) / scores.length }];
}

const isNamed = (analysis: Analysis, token: number, named: readonly Span[]): boolean =>
  named.some(([from, to]) => analysis.start[token] >= from && analysis.end[token] <= to);

const begins = (analysis: Analysis, tokens: readonly number[], [from]: Span): boolean =>
  tokens.some((token) => analysis.start[token] <= from && from < analysis.end[token]);

/** The clause's own words; where another clause stands between them, three dots. */
function textOf(analysis: Analysis, tokens: readonly number[]): string {
  const parts: string[] = [];
  let from = tokens[0];
  for (const [at, token] of tokens.entries()) {
    if (at + 1 < tokens.length && tokens[at + 1] - token <= 2) continue;
    parts.push(analysis.text.slice(analysis.start[from], analysis.end[token]));
    from = tokens[at + 1];
  }
  return parts.join(" … ").replaceAll(/\s+/g, " ");
}
