import type { SourceCard } from "../../schema/index.ts";

type Filled<T> = { [K in keyof T]: Exclude<T[K], null> };

/** A row without its empty cells: what is not known is absent, not null. */
export const withoutNulls = <T extends object>(row: T): Partial<Filled<T>> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Partial<Filled<T>>;

export interface SourceRow {
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** The columns of a SourceRow, from the table of documents under the name `d`. */
export const SOURCE_COLUMNS = "d.id AS document, d.title, d.publisher, d.published, d.url";

export const sourceCard = ({ document, title, publisher, published, url }: SourceRow): SourceCard => ({
  document,
  ...withoutNulls({ title, publisher, published, url }),
});
