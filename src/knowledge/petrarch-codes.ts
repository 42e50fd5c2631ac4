import { EVENT_TYPES, type EventType } from "../schema/index.ts";
import type { Codebook } from "./petrarch-rules.ts";
import { MODES_OF } from "./rules-rows.ts";
import { holdUnique, type KnowledgeFiles, oneOf, type Row, readTable, refuse, required } from "./table.ts";

/** CAMEO's categories by their first two digits, as PLOVER's conversion of 2021 has them; 01, statements, are none. */
const CATEGORIES: Readonly<Record<string, EventType | "none">> = {
  "01": "none",
  "02": "REQUEST",
  "03": "AGREE",
  "04": "CONSULT",
  "05": "SUPPORT",
  "06": "COOPERATE",
  "07": "AID",
  "08": "CONCEDE",
  "09": "ACCUSE",
  "10": "REQUEST",
  "11": "ACCUSE",
  "12": "REJECT",
  "13": "THREATEN",
  "14": "PROTEST",
  "15": "MOBILIZE",
  "16": "SANCTION",
  "17": "COERCE",
  "18": "ASSAULT",
  "19": "ASSAULT",
  "20": "ASSAULT",
};

type Meanings = ReadonlyMap<string, { readonly type: EventType; readonly mode?: string } | "none">;

/** The meaning of a code, or of the longest shorter code over it. */
function meaningIn(meanings: Meanings, code: string): ReturnType<Codebook> {
  for (let length = code.length; length > 0; length -= 1) {
    const meaning = meanings.get(code.slice(0, length));
    if (meaning) return meaning;
  }
  return undefined;
}

const NO_EVENT = "-";

/**
 * A codebook from a table of the user's own with the columns code, type and mode, parted by tabs; a type `-` is no
 * event. A code that the table has not means what the longest code over it means (`0231` what `023` does).
 * Throws `knowledge.row` with file and line.
 */
export function codebookOf(file: string, text: string): Codebook {
  const meanings = new Map<string, { type: EventType; mode?: string } | "none">();
  const rows = readTable({ [file]: text }, file, ["code", "type", "mode"]);
  holdUnique(rows, ({ cells }) => cells.code);
  for (const row of rows) {
    const { mode } = row.cells;
    if (required(row, "type") === NO_EVENT) meanings.set(required(row, "code"), "none");
    else meanings.set(required(row, "code"), { type: oneOf(row, "type", EVENT_TYPES), ...modeIn(row, mode) });
  }
  return (code) => meaningIn(meanings, code);
}

function modeIn(row: Row<"code" | "type" | "mode">, mode: string): { mode?: string } {
  if (mode === "") return {};
  const modes = MODES_OF[oneOf(row, "type", EVENT_TYPES)] ?? [];
  if (!modes.includes(mode))
    refuse(row, `"${mode}" is no mode of ${row.cells.type}`, `Use one of ${modes.join(", ")}, or leave it empty.`);
  return { mode };
}

/** What CAMEO's codes mean: by `cameo.tsv` read backwards, else by the shorter codes over them, else by category. */
export function cameoBook(files: KnowledgeFiles): Codebook {
  const byCode = new Map<string, { type: EventType; mode?: string } | "none">();
  for (const [category, type] of Object.entries(CATEGORIES)) byCode.set(category, type === "none" ? type : { type });
  for (const row of readTable(files, "cameo.tsv", ["type", "mode", "cameo"])) {
    const code = required(row, "cameo");
    const { mode } = row.cells;
    if (!byCode.has(code)) byCode.set(code, { type: oneOf(row, "type", EVENT_TYPES), ...(mode && { mode }) });
  }
  return (code) => (/^\d{2,4}$/.test(code) ? meaningIn(byCode, code) : undefined);
}
