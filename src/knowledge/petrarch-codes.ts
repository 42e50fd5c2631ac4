import { EVENT_TYPES, type EventType } from "../schema/index.ts";
import type { Codebook } from "./petrarch-rules.ts";
import { type KnowledgeFiles, oneOf, readTable, required } from "./table.ts";

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

/** What CAMEO's codes mean: by `cameo.tsv` read backwards, else by the shorter codes over them, else by category. */
export function cameoBook(files: KnowledgeFiles): Codebook {
  const byCode = new Map<string, { type: EventType; mode?: string }>();
  for (const row of readTable(files, "cameo.tsv", ["type", "mode", "cameo"])) {
    const code = required(row, "cameo");
    const { mode } = row.cells;
    if (!byCode.has(code)) byCode.set(code, { type: oneOf(row, "type", EVENT_TYPES), ...(mode && { mode }) });
  }
  return (code) => {
    if (!/^\d{2,4}$/.test(code)) return undefined;
    for (let length = code.length; length > 2; length -= 1) {
      const meaning = byCode.get(code.slice(0, length));
      if (meaning) return meaning;
    }
    const category = CATEGORIES[code.slice(0, 2)];
    return category === undefined || category === "none" ? category : { type: category };
  };
}
