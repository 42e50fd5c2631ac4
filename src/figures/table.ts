/** The data of a figure as a table: what a page, a brief or a CSV file shows of it. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** `null` where there is no value. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}
