/** A column of a table of event data. */
export interface EventColumn {
  readonly name: string;
  /** The type it is stored in. */
  readonly type: "VARCHAR" | "INTEGER" | "BIGINT" | "DOUBLE" | "DATE";
  /** Whether a file may lack it. */
  readonly optional: boolean;
}

/** One kind of ready-made event data: how its files look, and the table it goes into. */
export interface EventKind {
  /** What it is called in words. */
  readonly name: string;
  readonly table: string;
  /** In the order of a file without a header. */
  readonly columns: readonly EventColumn[];
  /** The columns that tell one row from another; a row that lacks one is refused. */
  readonly key: readonly string[];
  /** Whether its files begin with the names of the columns. */
  readonly header: boolean;
  /** Whether its files have no columns but these. */
  readonly exact?: true;
  /** Whether cells can stand in quotation marks. */
  readonly quotes: boolean;
  /** What stands for an empty cell, beside nothing. */
  readonly empty: readonly string[];
  /** Further conditions on a row, as SQL over the table's columns, and what a row that fails one is told. */
  readonly checks: readonly (readonly [condition: string, reason: string])[];
}

type Type = EventColumn["type"];
const TYPES: ReadonlySet<string> = new Set(["VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "DATE"]);
const isType = (word: string): word is Type => TYPES.has(word);

/** Columns written as `event_id BIGINT, event_date DATE, notes?`: a name, its type (text without one), `?` where optional. */
export function columnsOf(spec: string): EventColumn[] {
  return spec.split(",").map((each) => {
    const [name, type = "VARCHAR"] = each.trim().split(/\s+/);
    if (!isType(type)) throw new TypeError(`${type} is no type of a column`);
    return { name: name.replace("?", ""), type, optional: name.endsWith("?") };
  });
}

/** Names as tables keep them: `Event ID` is `event_id`. */
export const plainName = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");

/** No event is told of from before, and none from after, these days. */
export const onADay = (column: string): readonly [string, string] => [
  `"${column}" BETWEEN DATE '1789-01-01' AND DATE '2100-12-31'`,
  `${column} is no day between 1789 and 2100`,
];

/** A place on the globe, where one is given. */
export const onTheGlobe = (latitude: string, longitude: string): readonly [string, string] => [
  `coalesce("${latitude}", 0) BETWEEN -90 AND 90 AND coalesce("${longitude}", 0) BETWEEN -180 AND 180`,
  `${latitude} and ${longitude} are no place on the globe`,
];
