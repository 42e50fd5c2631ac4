/** Names under which tables, front matter and lines of JSON have the fields that Entente takes; the first that is there counts. */
export const FIELD_NAMES = {
  text: ["text", "body", "content", "article", "story"],
  title: ["title", "headline"],
  publisher: ["publisher", "source", "outlet"],
  author: ["author", "byline"],
  published: ["published", "date", "published_at", "publication_date", "pubdate", "datepublished"],
  url: ["url", "link"],
  language: ["language", "lang"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FieldName = keyof typeof FIELD_NAMES;

const isWord = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/**
 * A record whose fields have the names that Entente knows; what it says of a field under two names counts under the
 * first. A field of its own name is left as it is, so that what is wrong with it can be said.
 */
export function withKnownNames(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const lower = new Map(Object.entries(record).map(([name, value]) => [name.trim().toLowerCase(), value]));
  const named = Object.entries(FIELD_NAMES).flatMap(([field, names]) => {
    const name = names.find((each) => isWord(lower.get(each)));
    const isGiven = Object.hasOwn(record, field) || (field === "text" && Object.hasOwn(record, "html"));
    return isGiven || name === undefined ? [] : [[field, lower.get(name)] as const];
  });
  return { ...record, ...Object.fromEntries(named) };
}
