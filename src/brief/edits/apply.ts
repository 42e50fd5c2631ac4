import type { Brief, BriefEdit, BriefEdits, BriefSection, BriefSource, Statement } from "../../schema/index.ts";
import { checkEvidence } from "../check/check.ts";
import type { Slice } from "../facts.ts";

/** An edited brief, and the edits that found no place or another sentence than the one they were made on. */
export interface Edited {
  readonly brief: Brief;
  readonly lost: readonly BriefEdit[];
  readonly stale: readonly BriefEdit[];
}

const hasStatement = ({ sections }: Brief, id: string): boolean =>
  sections.some(({ statements }) => statements.some((statement) => statement.id === id));

function hasPlace(brief: Brief, edit: BriefEdit): boolean {
  if (edit.kind === "add" || edit.kind === "order") return brief.sections.some(({ id }) => id === edit.section);
  return hasStatement(brief, edit.statement);
}

const sentenceOf = ({ sections }: Brief, id: string): string | undefined =>
  sections.flatMap(({ statements }) => statements).find((statement) => statement.id === id)?.sentence;

/** An analyst's own sentence: its claims are the analyst's, so it carries no measures of ours. */
function rewritten(statement: Statement, { sentence, evidence }: Extract<BriefEdit, { kind: "rewrite" }>): Statement {
  return { ...statement, sentence, evidence: evidence ?? statement.evidence, by: "analyst" };
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

/**
 * A brief with an analyst's edits, in their order. With `slice`, the evidence of every sentence is held against the stored
 * documents again. Throws `evidence.unresolved`.
 */
export function applyEdits(brief: Brief, { title, imprint, edits }: BriefEdits, slice?: Slice): Edited {
  const lost: BriefEdit[] = [];
  const stale: BriefEdit[] = [];
  let edited = brief;
  for (const edit of edits) {
    if (!hasPlace(edited, edit)) {
      lost.push(edit);
      continue;
    }
    if (edit.kind === "rewrite" && edit.was !== undefined && edit.was !== sentenceOf(edited, edit.statement))
      stale.push(edit);
    edited = { ...edited, sections: edited.sections.map((section) => editSection(section, edit)) };
  }
  const sections = edited.sections.filter(
    ({ statements, figures }) => statements.length > 0 || (figures?.length ?? 0) > 0,
  );
  if (slice) for (const { statements } of sections) for (const statement of statements) checkEvidence(statement, slice);
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
