import { CONTEXTS, type Context, EVENT_TYPES, type EventType } from "../schema/index.ts";
import type { Scores } from "./scores.ts";
import { holdUnique, type KnowledgeFiles, oneOf, type Row, readTable, refuse, required } from "./table.ts";

/** The CAMEO code that comes nearest to an event; undefined where the table has none for its type. */
export type CameoOf = (type: EventType, mode: string | undefined, contexts: readonly Context[]) => string | undefined;

interface CameoRow {
  readonly mode: string;
  readonly context: string;
  readonly cameo: string;
}

type Column = "type" | "mode" | "context" | "cameo" | "source";

function modeIn(row: Row<Column>, type: EventType, scores: Scores): string {
  const { mode } = row.cells;
  const modes = scores.modesOf(type);
  if (mode !== "" && !modes.includes(mode))
    refuse(row, `"${mode}" is no mode of ${type}`, `Use one of ${modes.join(", ")}, or leave it empty.`);
  return mode;
}

function codeIn(row: Row<Column>): string {
  const cameo = required(row, "cameo");
  if (!/^(0[1-9]|1\d|20)\d{0,2}$/.test(cameo))
    refuse(row, `"${cameo}" is no CAMEO code`, "Give two to four digits that begin with 01 to 20.");
  return cameo;
}

const covers = (one: CameoRow, other: CameoRow): boolean =>
  (one.mode === "" || one.mode === other.mode) && (one.context === "" || one.context === other.context);

/** A row behind one that fits all that it fits would never be read. */
function holdReachable(row: Row<Column>, before: readonly CameoRow[], read: CameoRow): void {
  if (before.some((earlier) => covers(earlier, read)))
    refuse(row, "an earlier row of the type fits all that this one fits", "Move the row before the more general one.");
}

/** Reads `cameo.tsv`; the modes are those of `scores.tsv`. Of the rows that fit an event the first decides. */
export function readCameo(files: KnowledgeFiles, scores: Scores): CameoOf {
  const rows = readTable(files, "cameo.tsv", ["type", "mode", "context", "cameo", "source"]);
  holdUnique(rows, ({ cells }) => `${cells.type} ${cells.mode} ${cells.context}`.trim());
  const byType = new Map<EventType, CameoRow[]>();
  for (const row of rows) {
    const type = oneOf(row, "type", EVENT_TYPES);
    const context = row.cells.context === "" ? "" : oneOf(row, "context", CONTEXTS);
    const read = { mode: modeIn(row, type, scores), context, cameo: codeIn(row) };
    required(row, "source");
    const before = byType.get(type) ?? [];
    holdReachable(row, before, read);
    byType.set(type, [...before, read]);
  }
  return (type, mode = "", contexts) =>
    byType
      .get(type)
      ?.find(
        (row) =>
          (row.mode === "" || row.mode === mode) &&
          (row.context === "" || contexts.some((context) => context === row.context)),
      )?.cameo;
}
