import { type KnowledgeFiles, readTable, refuse } from "./table.ts";

const COLUMNS = ["name", "stand_in", "source"] as const;

/** The lengths of the words: offsets and words must stay as they are. */
const outline = (name: string): string =>
  name
    .split(" ")
    .map(({ length }) => length)
    .join(" ");

/** Names that the parser takes for other words, with names of the same length that it knows. */
export function readStandIns(files: KnowledgeFiles): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const row of readTable(files, "stand-ins.tsv", COLUMNS)) {
    const { name, stand_in: standIn } = row.cells;
    if (!name || outline(name) !== outline(standIn))
      refuse(row, `the words of "${standIn}" are not as long as those of "${name}"`, "Take words of the same lengths.");
    if (found.has(name)) refuse(row, `"${name}" stands twice`, "Remove one of the two rows.");
    found.set(name, standIn);
  }
  return found;
}
