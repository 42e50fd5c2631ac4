import type { EventColumn, EventKind } from "./columns.ts";
import type { EventFile } from "./detect.ts";

export const REJECTED = "rejected_lines";
export const SCANS = "rejected_scans";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const cellType = ({ type }: EventColumn): string => (type === "DATE" ? "VARCHAR" : type);

/** A name for the cell at a place: that of its column, or one that no column has. */
const cellName = (place: string | undefined, at: number): string => place ?? ` ${at}`;

/** The file as a table, every column in its type but days, which are still text. Lines that don't fit go to REJECTED. */
function linesOf({ path, kind, delimiter, places, skip }: EventFile): string {
  const types = new Map(kind.columns.map((column) => [column.name, cellType(column)]));
  const columns = places.map(
    (place, at) => `${quoted(cellName(place, at))}: ${quoted((place && types.get(place)) ?? "VARCHAR")}`,
  );
  const quotes = kind.quotes ? `quote = '"', escape = '"', parallel = false` : "quote = '', escape = ''";
  return `read_csv(${quoted(path)}, delim = ${quoted(delimiter)}, header = false, skip = ${skip}, ${quotes},
    nullstr = [${["", ...kind.empty].map(quoted).join(", ")}], auto_detect = false, store_rejects = true,
    rejects_limit = 0, rejects_table = '${REJECTED}', rejects_scan = '${SCANS}', columns = {${columns.join(", ")}})`;
}

/** A day as `2020-12-28`, with a time after it or not, or as `28 December 2020`. */
const dayOf = (cell: string): string =>
  `coalesce(try_cast(${cell} AS DATE), try_cast(try_cast(${cell} AS TIMESTAMP) AS DATE),
    CAST(try_strptime(${cell}, ['%d %B %Y', '%d-%B-%Y', '%d-%b-%Y', '%Y%m%d']) AS DATE))`;

const isDay = ({ type }: EventColumn): boolean => type === "DATE";

/** The rows of a file in the columns of its table, with the reason why one is refused in the column `refusal`. */
export function rowsOf(file: EventFile): string {
  const { kind, places } = file;
  const present = kind.columns.filter(({ name }) => places.includes(name));
  const cells = kind.columns.map((column) => {
    if (!present.includes(column)) return `CAST(NULL AS ${column.type}) AS "${column.name}"`;
    return isDay(column) ? `${dayOf(`"${column.name}"`)} AS "${column.name}"` : `"${column.name}"`;
  });
  const undated = present
    .filter(isDay)
    .map(({ name }) => `WHEN "${name}" IS NOT NULL AND ${dayOf(`"${name}"`)} IS NULL THEN '${name} is no day'`);
  const noDay = undated.length === 0 ? "CAST(NULL AS VARCHAR)" : `CASE ${undated.join(" ")} END`;
  const lacking = kind.key.map((name) => `WHEN "${name}" IS NULL THEN 'it has no ${name}'`);
  const failing = kind.checks.map(
    ([condition, reason]) => `WHEN NOT coalesce(${condition}, false) THEN ${quoted(reason)}`,
  );
  return `(SELECT *, coalesce(no_day, CASE ${[...lacking, ...failing].join(" ")} END) AS refusal
    FROM (SELECT ${cells.join(", ")}, ${noDay} AS no_day FROM ${linesOf(file)}))`;
}

const columnList = ({ columns }: EventKind): string => columns.map(({ name }) => `"${name}"`).join(", ");
const keyList = ({ key }: EventKind): string => key.map((name) => `"${name}"`).join(", ");

/** Takes in the rows that fit; with `known`, only those whose key the table doesn't have. */
export function insertion(file: EventFile, known: boolean): string {
  const { kind } = file;
  const fresh = known ? `ANTI JOIN ${kind.table} USING (${keyList(kind)})` : "";
  return `INSERT INTO ${kind.table} SELECT ${columnList(kind)} FROM ${rowsOf(file)} ${fresh} WHERE refusal IS NULL`;
}

/** Whether the table has a key twice. */
export const hasTwice = (kind: EventKind): string =>
  `SELECT count(DISTINCT ${kind.key.length === 1 ? keyList(kind) : `(${keyList(kind)})`}) < count(*) AS twice FROM ${kind.table}`;

/** Takes out all rows of a key but one, which does not depend on the order in which they came. */
export const dropTwice = (kind: EventKind): string =>
  `DELETE FROM ${kind.table} WHERE rowid IN (
     SELECT id FROM (
       SELECT rowid AS id, row_number() OVER (PARTITION BY ${keyList(kind)} ORDER BY ${columnList(kind)}) AS place
       FROM ${kind.table} SEMI JOIN (
         SELECT ${keyList(kind)} FROM ${kind.table} GROUP BY ALL HAVING count(*) > 1) USING (${keyList(kind)}))
     WHERE place > 1)`;

/** All cells at once: DuckDB reads, and so checks, only the columns that a statement asks for. */
const allCells = (kind: EventKind): string => `hash(${columnList(kind)})`;

/** How many rows a file has of those that can be read, and how many of these are refused. */
export const countOf = (file: EventFile): string =>
  `SELECT count(${allCells(file.kind)})::INTEGER AS rows, count(refusal)::INTEGER AS refused FROM ${rowsOf(file)}`;

/** The first refused rows with their number among those that can be read. */
export const refusedIn = (file: EventFile, most: number): string =>
  `SELECT number, refusal AS reason
   FROM (SELECT row_number() OVER ()::INTEGER AS number, refusal, ${allCells(file.kind)} AS cells FROM ${rowsOf(file)})
   WHERE refusal IS NOT NULL AND cells IS NOT NULL ORDER BY number LIMIT ${most}`;

/** The rejected lines that only have empty cells too many, each without them. */
export const trimmedLines = ({ places, delimiter }: EventFile): string => {
  const cells = `string_split(csv_line, ${quoted(delimiter)})`;
  return `SELECT line::INTEGER AS line, array_to_string(${cells}[:${places.length}], ${quoted(delimiter)}) AS trimmed FROM ${REJECTED}
    WHERE error_type = 'TOO MANY COLUMNS' AND len(${cells}) > ${places.length}
      AND trim(array_to_string(${cells}[${places.length + 1}:], ''), chr(13) || ' ') = ''
    GROUP BY ALL ORDER BY line`;
};
