import type { Analysis, Span } from "../../src/schema/index.ts";

const NOMINAL = new Set(["NOUN", "PROPN", "PRON"]);

/** The words below a token, as a span, without the clauses that hang on it. */
function phraseOf({ head, start, end, relation }: Analysis, top: number): Span {
  const span: Span = [start[top], end[top]];
  const visit = (token: number): void => {
    for (let child = 0; child < head.length; child += 1) {
      if (head[child] !== token || /^(acl|appos|punct|parataxis|conj)/.test(relation[child])) continue;
      span[0] = Math.min(span[0], start[child]);
      span[1] = Math.max(span[1], end[child]);
      visit(child);
    }
  };
  visit(top);
  return span;
}

/** The subject of the first sentence's main verb, known to the tables or not; undefined where it has none. */
export function mainSubject(analysis: Analysis): Span | undefined {
  const { head, relation, upos } = analysis;
  const root = head.indexOf(-1);
  const subject = head.findIndex(
    (above, token) => above === root && root >= 0 && /^[nc]subj/.test(relation[token]) && NOMINAL.has(upos[token]),
  );
  return subject < 0 ? undefined : phraseOf(analysis, subject);
}
