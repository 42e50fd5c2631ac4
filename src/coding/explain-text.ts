import type { ExplainedCandidate, ExplainedSentence, Explanation } from "./explain.ts";

const column = (text: string, width: number): string => text.padEnd(width);

function treeLines({ tokens }: ExplainedSentence): string[] {
  const width = Math.min(24, Math.max(...tokens.map(({ form }) => form.length)) + 2);
  return tokens.map(
    ({ form, lemma, upos, head, relation }, index) =>
      `  ${column(String(index + 1), 4)}${column(form, width)}${column(upos, 7)}${column(lemma, width)}${column(String(head), 4)}${relation}`,
  );
}

const sides = ({ actors, recipients }: ExplainedCandidate): string =>
  `${actors.join(" + ") || "nobody"} -> ${recipients.join(" + ") || "nobody"}`;

/** The confidence of a report with the signs that it was weighed by. */
function doubts({ confidence }: ExplainedCandidate): string {
  if (!confidence) return "";
  const signs = Object.entries(confidence.signs).filter(([, value]) => value !== 0);
  const named = signs.map(([name, value]) => `${name} ${Number(value.toFixed(2))}`);
  return `, confidence ${confidence.value.toFixed(2)} (${named.join(", ")})`;
}

function candidateLines(candidate: ExplainedCandidate): string[] {
  const { rule, words, type, mode, status, operators, correction, rejected } = candidate;
  const verdict = rejected ? `rejected: ${rejected}` : `reported${doubts(candidate)}`;
  return [
    `  ${rule} at "${words}": ${type}${mode ? `.${mode}` : ""}, ${status}, ${sides(candidate)}`,
    ...(operators.length > 0 ? [`    operators: ${operators.join("; ")}`] : []),
    ...(correction ? [`    corrected by ${correction}`] : []),
    `    ${verdict}`,
  ];
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [title, ...lines] : []);

function sentenceLines(sentence: ExplainedSentence): string[] {
  const unmet = sentence.tried.filter(({ met }) => !met).map(({ rule, word }) => `${rule} ("${word}")`);
  return [
    `# ${sentence.text.replace(/\s+/g, " ")}`,
    ...section("tree", treeLines(sentence)),
    ...section(
      "mentions",
      sentence.mentions.map(({ text, kind, is }) => `  ${kind} "${text.replace(/\s+/g, " ")}": ${is}`),
    ),
    ...section("tried, pattern not met", unmet.length > 0 ? [`  ${unmet.join(", ")}`] : []),
    ...section("candidates", sentence.candidates.flatMap(candidateLines)),
    ...section(
      "directed against",
      sentence.orientations.map((orientation) => `  ${orientation}`),
    ),
    ...section("reports", sentence.reports.length > 0 ? [`  ${sentence.reports.join(", ")}`] : []),
  ];
}

/** An explanation as text for people, sentence by sentence. */
export const explanationText = ({ sentences }: Explanation): string =>
  `${sentences.map((sentence) => sentenceLines(sentence).join("\n")).join("\n\n")}\n`;
