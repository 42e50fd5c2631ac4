/** What search finds in a text: the document itself, what somebody says in it, what it reports. */
export const UNITS = { document: 0, quotation: 1, report: 2 } as const;
export type UnitKind = keyof typeof UNITS;

/** What a unit can be asked for beside its words. `doer` is who acts in a report; `actor` is anybody who takes part. */
export const FACETS = [
  "type",
  "domain",
  "status",
  "outlet",
  "language",
  "year",
  "state",
  "actor",
  "doer",
  "place",
] as const;
export type Facet = (typeof FACETS)[number];

/** The facets whose values are counted over what was found; all of them have few values. */
export const COUNTED: ReadonlySet<Facet> = new Set<Facet>(["type", "domain", "status", "outlet", "language", "year"]);

/** A value of a facet that holds for a unit. */
export interface Label {
  readonly facet: Facet;
  readonly value: string;
}

const KIND_SPAN = 2 ** 28;
const CLASS_SPAN = 2 ** 27;

/**
 * The key under which a label's units stand in the postings. Words have keys from 0 on, labels below 0, those that are
 * counted of one kind of unit beside each other, so that a count reads one stretch of the table.
 */
export const labelKey = (kind: UnitKind, facet: Facet, number: number): number =>
  -(UNITS[kind] * KIND_SPAN + (COUNTED.has(facet) ? 0 : CLASS_SPAN) + number);

/** The keys of all counted labels of a kind, as a closed interval. */
export const countedKeys = (kind: UnitKind): readonly [number, number] => [
  -(UNITS[kind] * KIND_SPAN + CLASS_SPAN - 1),
  -(UNITS[kind] * KIND_SPAN) - 1,
];

/** The keys of all labels of a kind, as a closed interval. */
export const labelKeys = (kind: UnitKind): readonly [number, number] => [
  -((UNITS[kind] + 1) * KIND_SPAN) + 1,
  -(UNITS[kind] * KIND_SPAN) - 1,
];

/** The number of a label, from its key. */
export const labelNumber = (key: number): number => -key % CLASS_SPAN;
