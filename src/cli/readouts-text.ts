import type { ReadoutsView, SourceCard, StatementView } from "../schema/index.ts";
import { type Cell, counted, csvText, signed } from "./table.ts";

const nameOf = ({ publisher, side, document }: SourceCard): string =>
  `${publisher ?? document}${side ? ` (${side})` : ""}`;

function accountLine({ source, statements, tone, reportsIncident }: ReadoutsView["first"]): string {
  const { title, published, document } = source;
  const told = [counted(statements, "statement"), ...(tone === undefined ? [] : [`tone ${signed(tone)}`])].join(", ");
  const found = reportsIncident === false ? " (found by its side, day and words)" : "";
  return `  ${nameOf(source)}: ${title ? `“${title}”` : "untitled"}, ${published?.slice(0, 10) ?? "undated"}; ${told}\n    ${document}${found}`;
}

const list = (statements: readonly StatementView[]): string =>
  statements.length === 0 ? "  nothing" : statements.map(({ text }) => `  · ${text}`).join("\n");

function sharedText({ shared }: ReadoutsView): string {
  if (shared.length === 0) return "  nothing";
  return shared
    .map(({ first, second, differentWords }) => `  · ${first.text}\n    ${differentWords ? "≈" : "="} ${second.text}`)
    .join("\n");
}

/** Two accounts side by side: what both say, and what only one says. */
export function readoutsText(view: ReadoutsView): string {
  const { incident, first, second, onlyFirst, onlySecond, others } = view;
  const head = incident ? `Two accounts of incident ${incident}` : "Two accounts";
  return `${[
    [head, accountLine(first), accountLine(second)].join("\n"),
    `Both say (= in the same words, ≈ in other words)\n${sharedText(view)}`,
    `Only ${nameOf(first.source)} says\n${list(onlyFirst)}`,
    `Only ${nameOf(second.source)} says\n${list(onlySecond)}`,
    "Points are matched by their words: one told in wholly different words counts as told by one side only.",
    ...(others.length > 0
      ? [`Other documents of the incident\n${others.map((one) => `  ${nameOf(one)}: ${one.document}`).join("\n")}`]
      : []),
  ].join("\n\n")}\n`;
}

/** A row a point: by whom it is told, and each side's words with their span in the stored text. */
export function readoutsCsv({ shared, onlyFirst, onlySecond, first, second }: ReadoutsView): string {
  const cells = (statement?: StatementView): Cell[] => [statement?.text, statement?.span[0], statement?.span[1]];
  const row = (told: string, one?: StatementView, other?: StatementView, similarity?: number): Cell[] => [
    ...[told, similarity],
    ...[...cells(one), ...cells(other)],
  ];
  return csvText(
    [
      ...["told_by", "similarity"],
      ...["first_text", "first_start", "first_end", "second_text", "second_start", "second_end"],
    ],
    [
      ...shared.map((point) => row("both", point.first, point.second, point.similarity)),
      ...onlyFirst.map((statement) => row(nameOf(first.source), statement)),
      ...onlySecond.map((statement) => row(nameOf(second.source), undefined, statement)),
    ],
  );
}
