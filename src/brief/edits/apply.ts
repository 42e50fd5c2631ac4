import type { Brief, BriefEdit, BriefEdits, BriefSection, BriefSource, Statement } from "../../schema/index.ts";
import { checkEvidence } from "../check/check.ts";
import type { Slice } from "../facts.ts";
import { orderedSections } from "./sections.ts";

/** An edited brief, and the places of those edits that found no place in it, or another sentence than they were made on. */
export interface Edited {
  readonly brief: Brief;
  readonly lost: readonly number[];
  readonly stale: readonly number[];
}

const hasStatement = ({ sections }: Brief, id: string): boolean =>
  sections.some(({ statements }) => statements.some((statement) => statement.id === id));

const isOfStatement = (edit: BriefEdit): edit is Extract<BriefEdit, { statement: string }> => "statement" in edit;

/**
 * The statement that an edit is about. What one sentence tells of several incidents is named after the first of them, which
 * may be another one by now: then it is the statement that tells the incident.
 */
function settled(brief: Brief, edit: BriefEdit): BriefEdit {
  if (!isOfStatement(edit) || edit.kind === "add" || hasStatement(brief, edit.statement)) return edit;
  const [, kind, incident] = edit.statement.match(/^(incident|planned|denied)\.(.+)$/) ?? [];
  const found = brief.sections
    .flatMap(({ statements }) => statements)
    .find(({ id, incidents }) => id.startsWith(`${kind}.`) && incidents?.includes(incident));
  return found ? { ...edit, statement: found.id } : edit;
}

function hasPlace(brief: Brief, edit: BriefEdit): boolean {
  if (edit.kind === "sections") return brief.sections.some(({ id }) => edit.sections.includes(id));
  if (edit.kind === "add" || edit.kind === "order") return brief.sections.some(({ id }) => id === edit.section);
  return hasStatement(brief, edit.statement);
}

const sentenceOf = ({ sections }: Brief, id: string): string | undefined =>
  sections.flatMap(({ statements }) => statements).find((statement) => statement.id === id)?.sentence;

const isStale = (brief: Brief, edit: BriefEdit): boolean =>
  (edit.kind === "rewrite" || edit.kind === "drop") &&
  edit.was !== undefined &&
  edit.was !== sentenceOf(brief, edit.statement);

/** An analyst's own sentence; where it has sources of its own, it rests on nothing else any more. */
function rewritten(statement: Statement, { sentence, evidence }: Extract<BriefEdit, { kind: "rewrite" }>): Statement {
  const ours = statement.by === "analyst" ? statement.replaces : statement.sentence;
  return {
    ...statement,
    sentence,
    ...(evidence && { evidence, measures: [] }),
    by: "analyst",
    ...(ours !== undefined && { replaces: ours }),
  };
}

function ordered(statements: readonly Statement[], ids: readonly string[]): Statement[] {
  const place = new Map(ids.map((id, at) => [id, at]));
  return [...statements].sort((a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length));
}

function editSection(section: BriefSection, edit: BriefEdit): BriefSection {
  const { statements } = section;
  const change = (act: (statement: Statement) => Statement): Statement[] =>
    statements.map((statement) =>
      "statement" in edit && statement.id === edit.statement ? act(statement) : statement,
    );
  switch (edit.kind) {
    case "drop":
      return { ...section, statements: statements.filter(({ id }) => id !== edit.statement) };
    case "rewrite":
      return { ...section, statements: change((statement) => rewritten(statement, edit)) };
    case "note":
      return { ...section, statements: change((statement) => ({ ...statement, note: edit.note })) };
    case "add":
      if (section.id !== edit.section) return section;
      return {
        ...section,
        statements: [
          ...statements,
          { id: edit.statement, sentence: edit.sentence, evidence: edit.evidence ?? [], measures: [], by: "analyst" },
        ],
      };
    case "order":
      return section.id === edit.section ? { ...section, statements: ordered(statements, edit.statements) } : section;
    case "sections":
      return section;
  }
}

/** Documents that sentences still rest on, with those that an analyst brought in. */
function sourcesOf(sections: readonly BriefSection[], known: readonly BriefSource[]): BriefSource[] {
  const cited = sections.flatMap(({ statements }) =>
    statements.flatMap(({ evidence }) => evidence.map(({ source }) => source)),
  );
  const ids = new Set(cited.map(({ document }) => document));
  const old = new Set(known.map(({ document }) => document));
  const fresh = new Map(cited.filter(({ document }) => !old.has(document)).map((source) => [source.document, source]));
  return [...known.filter(({ document }) => ids.has(document)), ...fresh.values()];
}

/** Holds the sources that an analyst gives against the stored documents. Throws `evidence.unresolved`. */
function checkOwn(edit: BriefEdit, slice: Slice): void {
  if (!("evidence" in edit) || !edit.evidence) return;
  checkEvidence({ id: edit.statement, ...edit, evidence: edit.evidence, measures: [], by: "analyst" }, slice);
}

/**
 * A brief with an analyst's edits, in their order. With `slice`, the sources that the analyst gives are held against the
 * stored documents; those of the ledger's sentences were when they were written. Throws `evidence.unresolved`.
 */
export function applyEdits(brief: Brief, { title, imprint, edits }: BriefEdits, slice?: Slice): Edited {
  if (slice) for (const edit of edits) checkOwn(edit, slice);
  const lost: number[] = [];
  const stale: number[] = [];
  let edited = brief;
  for (const [at, given] of edits.entries()) {
    const edit = settled(edited, given);
    if (!hasPlace(edited, edit)) {
      lost.push(at);
      continue;
    }
    if (isStale(edited, edit)) stale.push(at);
    const sections =
      edit.kind === "sections"
        ? orderedSections(edited.sections, edit.sections)
        : edited.sections.map((section) => editSection(section, edit));
    edited = { ...edited, sections };
  }
  const sections = edited.sections.filter(
    ({ statements, figures }) => statements.length > 0 || (figures?.length ?? 0) > 0,
  );
  return {
    brief: {
      ...edited,
      sections,
      sources: sourcesOf(sections, brief.sources),
      ...(title !== undefined && { title }),
      ...(imprint && { imprint: { ...brief.imprint, ...imprint } }),
    },
    lost,
    stale,
  };
}
