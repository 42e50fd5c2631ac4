import { plain } from "./plain.ts";
import type { KnowledgeFiles } from "./table.ts";

const contentOf = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));

const rowsOf = (text: string | undefined): string[][] =>
  contentOf(text ?? "")
    .slice(1)
    .map((line) => line.split("\t"));

/** How many first cells tell a row of the table from the others. */
const KEYS: Readonly<Record<string, number>> = {
  "roles.tsv": 5,
  "organs.tsv": 2,
  "members.tsv": 3,
  "standings.tsv": 3,
};

/** Tables in which a name, too, stands only once. */
const NAMED = new Set(["organisations.tsv", "outlets.tsv", "persons.tsv"]);

/** The cell of a table that holds a state's code. */
const CODE_AT: Readonly<Record<string, number>> = { "states.tsv": 0, "roles.tsv": 1, "organs.tsv": 1 };

/** Codes of the user's for states that the project has under another code, by their names ("ROC", "TWN"). */
function aliasesOf(base: KnowledgeFiles, own: KnowledgeFiles): ReadonlyMap<string, string> {
  const codes = new Set<string>();
  const byName = new Map<string, string>();
  for (const [code, name, names] of rowsOf(base["states.tsv"])) {
    codes.add(code);
    for (const one of [name, ...names.split("|")]) if (one !== "") byName.set(plain(one), code);
  }
  const aliases = new Map<string, string>();
  for (const [code, name] of rowsOf(own["states.tsv"])) {
    const known = byName.get(plain(name));
    if (known !== undefined && !codes.has(code)) aliases.set(code, known);
  }
  return aliases;
}

/** The table with the project's codes for states in place of the user's. */
function withCodes(file: string, text: string, aliases: ReadonlyMap<string, string>): string {
  const at = CODE_AT[file];
  if (at === undefined || aliases.size === 0) return text;
  const lines = contentOf(text).map((line) => {
    const cells = line.split("\t");
    return cells.with(at, aliases.get(cells[at]) ?? cells[at]).join("\t");
  });
  return `${lines.join("\n")}\n`;
}

/** The rows of `roles.tsv` that are of persons whom the project does not have, by id or by name. */
function rolesOfNew(base: KnowledgeFiles, own: KnowledgeFiles, roles: string): string {
  const persons = rowsOf(base["persons.tsv"]);
  const names = new Set(persons.map(([, name]) => name));
  const known = new Set(persons.map(([id]) => id));
  for (const [id, name] of rowsOf(own["persons.tsv"])) if (names.has(name)) known.add(id);
  return contentOf(roles)
    .filter((line) => !known.has(line.split("\t")[0]))
    .join("\n");
}

/** Adds the names of a state that both tables have to the row of the first. */
function mergeState(mine: string[], theirs: readonly string[]): void {
  const unite = (index: number, more: readonly string[]): void => {
    const known = mine[index].split("|").filter(Boolean);
    mine[index] = [...new Set([...known, ...more.filter((name) => name !== "" && name !== mine[1])])].join("|");
  };
  unite(2, [theirs[1], ...theirs[2].split("|")]);
  unite(3, theirs[3].split("|"));
}

/** The noun by which a row of `agents.tsv` is known. */
const firstName = ([names, plurals]: readonly string[]): string => (names || plurals).split("|")[0];

function joinTable(file: string, mine: string, theirs: string): string {
  const rows = contentOf(mine).map((line) => line.split("\t"));
  const added = contentOf(theirs).map((line) => line.split("\t"));
  if (rows[0].join("\t") !== added[0].join("\t")) return theirs;
  const keyOf = (row: readonly string[]): string =>
    file === "agents.tsv" ? firstName(row) : row.slice(0, KEYS[file] ?? 1).join("\t");
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const names = new Set(rows.map((row) => row[1]));
  for (const row of added.slice(1)) {
    const same = known.get(keyOf(row));
    if (same && file === "states.tsv") mergeState(same, row);
    if (!same && !(NAMED.has(file) && names.has(row[1]))) {
      rows.push(row);
      known.set(keyOf(row), row);
    }
  }
  return `${rows.map((row) => row.join("\t")).join("\n")}\n`;
}

/**
 * A user's own tables added to the project's: rows with a new key are added, a known state gets the new names, and a
 * person whom the project has keeps the project's roles. A state that the project has under another code keeps the
 * project's. A table of other columns, or one that the project has not, is taken as it is.
 */
export function joinTables(base: KnowledgeFiles, own: KnowledgeFiles): KnowledgeFiles {
  const joined: Record<string, string> = { ...base };
  const aliases = aliasesOf(base, own);
  for (const [file, text] of Object.entries(own)) {
    if (contentOf(text).length < 2 && base[file] !== undefined) continue;
    const coded = withCodes(file, text, aliases);
    const rows = file === "roles.tsv" ? rolesOfNew(base, own, coded) : coded;
    joined[file] = base[file] === undefined || !file.endsWith(".tsv") ? rows : joinTable(file, base[file], rows);
  }
  return joined;
}
