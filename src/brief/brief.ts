import { type Brief, type BriefSection, EntenteError, type SourceCard } from "../schema/index.ts";
import { checkStatement } from "./check.ts";
import type { BriefFacts } from "./facts.ts";
import { dayInWords } from "./phrases.ts";
import { incidentSections, methodSection, plannedSection, quotationSection, unknownsSection } from "./sections.ts";
import { coverageStatement } from "./statements.ts";
import { bottomLine } from "./summary.ts";

function sourcesOf(sections: readonly BriefSection[]): SourceCard[] {
  const sources = new Map<string, SourceCard>();
  for (const { statements } of sections)
    for (const { evidence } of statements) for (const { source } of evidence) sources.set(source.document, source);
  return [...sources.values()].sort((a, b) =>
    `${a.published} ${a.document}`.localeCompare(`${b.published} ${b.document}`),
  );
}

/**
 * Writes the brief of a dyad over the period of `facts.view`.
 *
 * Every sentence that rests on words is held against the stored document.
 * Throws `evidence.unresolved` where they differ.
 */
export function writeBrief(facts: BriefFacts): Brief {
  const { view } = facts;
  if (!view.period) throw new EntenteError("brief.nodata", { names: view.names.join(" and ") });
  const happened = view.incidents.filter(({ status }) => status === "happened");
  const planned = view.incidents.filter(({ status }) => status === "planned");
  const told = [...incidentSections(facts, happened), quotationSection(facts)];
  if (planned.length > 0) told.splice(-1, 0, plannedSection(facts, planned));
  const sources = sourcesOf(told);
  const sections = [
    bottomLine(facts, happened),
    ...told,
    { heading: "Who reports it", statements: [coverageStatement(sources)] },
    unknownsSection(facts),
    methodSection(facts),
  ].filter(({ statements }) => statements.length > 0);
  for (const { statements } of sections) for (const statement of statements) checkStatement(statement, facts.slice);
  return {
    schema: "entente.brief/1",
    dyad: view.dyad,
    names: view.names,
    title: `${view.names[0]} and ${view.names[1]}, ${dayInWords(view.period.from)} to ${dayInWords(view.period.to)}`,
    period: view.period,
    sections,
    sources,
    coder: facts.coder,
  };
}
