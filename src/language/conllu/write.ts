import { type Analysis, tokenText } from "../../schema/index.ts";

/** What MISC says of the white space behind a written word that ends with a token. */
function miscOf({ text, start, end }: Analysis, token: number): string {
  const next = start[token + 1] ?? text.length;
  return next === end[token] && next < text.length ? "SpaceAfter=No" : "_";
}

/** Last token of the written word that begins at a token. */
function wordEnd({ joined, sentenceStart, sentence }: Analysis, token: number): number {
  const end = sentenceStart[sentence[token] + 1];
  let last = token;
  while (last + 1 < end && joined[last + 1]) last++;
  return last;
}

function rangeLine(analysis: Analysis, token: number, first: number): string[] {
  const last = wordEnd(analysis, token);
  if (analysis.joined[token] || last === token) return [];
  const { text, start, end } = analysis;
  const form = text.slice(start[token], end[last]);
  const id = `${token - first + 1}-${last - first + 1}`;
  return [[id, form, "_", "_", "_", "_", "_", "_", "_", miscOf(analysis, last)].join("\t")];
}

function tokenLine(analysis: Analysis, token: number, first: number): string {
  const { lemma, upos, xpos, features, head, relation } = analysis;
  const alone = !analysis.joined[token] && wordEnd(analysis, token) === token;
  return [
    token - first + 1,
    tokenText(analysis, token),
    lemma[token],
    upos[token],
    xpos[token],
    features[token],
    head[token] < 0 ? 0 : head[token] - first + 1,
    relation[token],
    "_",
    alone ? miscOf(analysis, token) : "_",
  ].join("\t");
}

/** One sentence of an analysis as CoNLL-U, the empty line behind it included. */
export function sentenceConllu(analysis: Analysis, sentence: number, comments: readonly string[] = []): string {
  const [first, end] = [analysis.sentenceStart[sentence], analysis.sentenceStart[sentence + 1]];
  const text = analysis.text.slice(analysis.start[first], analysis.end[end - 1]).replace(/\s+/g, " ");
  const lines = comments.length > 0 ? comments.map((comment) => `# ${comment}`) : [`# text = ${text}`];
  for (let token = first; token < end; token++) {
    lines.push(...rangeLine(analysis, token, first), tokenLine(analysis, token, first));
  }
  return `${lines.join("\n")}\n\n`;
}

/** An analysis as CoNLL-U (https://universaldependencies.org/format.html). */
export function analysisConllu(analysis: Analysis): string {
  const count = analysis.sentenceStart.length - 1;
  return Array.from({ length: count }, (_, sentence) => sentenceConllu(analysis, sentence)).join("");
}
