/**
 * What people say of reports and incidents. A row is never changed or taken out: whoever takes back what they said adds
 * a record of kind `undo` that names the other in `of`. `judgements` follows from `reviews` and the newest readings.
 */
type Columns = readonly (readonly [column: string, type: string])[];

const RECORD: Columns = [
  ["seq", "INTEGER"],
  ["id", "VARCHAR"],
  ["kind", "VARCHAR"],
  ["of", "VARCHAR"],
  ["document", "VARCHAR"],
  ["reviewer", "VARCHAR"],
  ["at", "VARCHAR"],
  ["json", "VARCHAR"],
];

/** One record a review. */
export const REVIEWS = RECORD;

/** One record a split or merge; `document` is empty, since it can speak of several. */
export const GROUPINGS = RECORD;

/** One row a reviewed report, or a review whose report the newest reading doesn't have. */
export const JUDGEMENTS: Columns = [
  ["document", "VARCHAR"],
  ["report", "VARCHAR"],
  ["state", "VARCHAR"],
  ["verdict", "VARCHAR"],
  ["orphaned", "BOOLEAN"],
  ["states", "VARCHAR"],
  ["reviewers", "VARCHAR"],
  ["at", "VARCHAR"],
];
