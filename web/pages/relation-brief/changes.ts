import type { Brief, BriefEdit, BriefEdits, BriefSection, Evidence, Statement } from "../../../src/schema/index.ts";

/** One edit more, behind the others. */
export const withEdit = (edits: BriefEdits, edit: BriefEdit): BriefEdits => ({
  ...edits,
  edits: [...edits.edits, edit],
});

/** The edits without the one at a place. */
export const withoutEdit = (edits: BriefEdits, place: number): BriefEdits => ({
  ...edits,
  edits: edits.edits.filter((_, at) => at !== place),
});

/** The edits without the last one. */
export const undone = (edits: BriefEdits): BriefEdits => ({ ...edits, edits: edits.edits.slice(0, -1) });

/** The edits without those of some kinds on a statement. */
export const restored = (edits: BriefEdits, statement: string, kinds: readonly BriefEdit["kind"][]): BriefEdits => ({
  ...edits,
  edits: edits.edits.filter(
    (edit) => !("statement" in edit && edit.statement === statement && kinds.includes(edit.kind)),
  ),
});

export const sectionOf = ({ sections }: Brief, statement: string): BriefSection | undefined =>
  sections.find(({ statements }) => statements.some(({ id }) => id === statement));

/** A section with one statement a place further up (-1) or down (1); undefined where it stands at the end already. */
export function moved(brief: Brief, statement: string, by: -1 | 1): BriefEdit | undefined {
  const section = sectionOf(brief, statement);
  const ids = section?.statements.map(({ id }) => id) ?? [];
  const at = ids.indexOf(statement);
  const to = at + by;
  if (section === undefined || to < 0 || to >= ids.length) return undefined;
  return { kind: "order", section: section.id, statements: ids.with(at, ids[to]).with(to, statement) };
}

/** Sections in blocks: those of one part, or a section of no part by itself. */
const blocksOf = ({ sections }: Brief): BriefSection[][] => [
  ...Map.groupBy(sections, ({ id, part }) => (part === undefined ? `section ${id}` : `part ${part}`)).values(),
];

function swapped<T>(list: readonly T[], at: number, by: -1 | 1): T[] | undefined {
  const to = at + by;
  return to < 0 || to >= list.length ? undefined : list.with(at, list[to]).with(to, list[at]);
}

const inOrder = (blocks: readonly (readonly BriefSection[])[]): BriefEdit => ({
  kind: "sections",
  sections: blocks.flat().map(({ id }) => id),
});

/**
 * A section a place further up (-1) or down (1), within its part where it is of one; with `whole` the part itself.
 * Undefined where it stands at the end already.
 */
export function movedSection(brief: Brief, section: string, by: -1 | 1, whole = false): BriefEdit | undefined {
  const blocks = blocksOf(brief);
  const at = blocks.findIndex((block) => block.some(({ id }) => id === section));
  const block = blocks[at] ?? [];
  if (whole || block.length < 2) {
    const order = swapped(blocks, at, by);
    return order && inOrder(order);
  }
  const order = swapped(
    block,
    block.findIndex(({ id }) => id === section),
    by,
  );
  return order && inOrder(blocks.with(at, order));
}

export const sameSources = (one: readonly Evidence[], other: readonly Evidence[]): boolean =>
  one.length === other.length && one.every((evidence, at) => placeOf(evidence) === placeOf(other[at]));

export const placeOf = ({ source, span }: Evidence): string => `${source.document} ${span.join("-")}`;

/** The number of each piece of evidence, in the order of first mention. */
export function numbersOf({ sections }: Brief): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { statements } of sections)
    for (const { evidence } of statements)
      for (const each of evidence) if (!numbers.has(placeOf(each))) numbers.set(placeOf(each), numbers.size + 1);
  return numbers;
}

export const statementsOf = ({ sections }: Brief): Statement[] => sections.flatMap(({ statements }) => statements);

/** An id for a sentence that an analyst adds. */
export const freshId = (edits: BriefEdits): string => {
  const known = new Set(edits.edits.flatMap((edit) => (edit.kind === "add" ? [edit.statement] : [])));
  let at = known.size + 1;
  while (known.has(`own.${at}`)) at += 1;
  return `own.${at}`;
};

const VERBS: Readonly<Record<BriefEdit["kind"], string>> = {
  drop: "Dropped",
  rewrite: "Rewritten",
  note: "Note",
  add: "Added",
  order: "Put in another order",
  sections: "Moved",
};

/** An edit in words: what was done, to which sentence. */
export function editInWords(edit: BriefEdit, brief: Brief): { readonly verb: string; readonly words: string } {
  const verb = VERBS[edit.kind];
  if (edit.kind === "order") {
    const section = brief.sections.find(({ id }) => id === edit.section);
    return { verb, words: section?.heading ?? edit.section };
  }
  if (edit.kind === "sections") return { verb, words: "a section" };
  if (edit.kind === "drop") return { verb, words: edit.was ?? edit.statement };
  return { verb, words: edit.kind === "note" ? edit.note : edit.sentence };
}
