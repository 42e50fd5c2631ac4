import { type Brief, type BriefSection, type BriefSource, EntenteError, type Status } from "../../schema/index.ts";
import { checkBrief } from "../check/check.ts";
import type { BriefFacts } from "../facts.ts";
import { periodInWords } from "../grammar/dates.ts";
import { type Documents, Names, Turns } from "../grammar/names.ts";
import { bothOf, capital, listOf } from "../grammar/words.ts";
import { bottomLine } from "./bottom-line.ts";
import { coverageSection } from "./coverage.ts";
import { measuresSection } from "./depth.ts";
import { deniedSection, incidentSections, plannedSection } from "./incidents.ts";
import { methodSection } from "./method.ts";
import { readoutSections } from "./readouts.ts";
import { saidSections } from "./said.ts";
import { Library } from "./tellings.ts";
import { thirdStatesSection } from "./third-states.ts";
import { unknownsSection } from "./unknowns.ts";

/** The documents that sentences rest on, by date of publication. */
function sourcesOf(sections: readonly BriefSection[], { originalOf }: BriefFacts): BriefSource[] {
  const sources = new Map<string, BriefSource>();
  for (const { statements } of sections)
    for (const { evidence } of statements)
      for (const { source } of evidence)
        sources.set(source.document, { ...source, original: originalOf(source.document) });
  return [...sources.values()].sort((a, b) =>
    `${a.published} ${a.document}` < `${b.published} ${b.document}` ? -1 : 1,
  );
}

/** How many documents are told from, and how many of them have no publisher. */
function documentsIn({ reportsOf, sayings }: BriefFacts): Documents {
  const reported = [...reportsOf.values()].flat().map(({ evidence: [first] }) => first.source);
  const all = [...reported, ...sayings.map(({ card }) => card.source)];
  const unnamed = new Set(all.flatMap(({ document, publisher }) => (publisher === undefined ? [document] : [])));
  return { all: new Set(all.map(({ document }) => document)).size, unnamed: unnamed.size };
}

function sectionsOf(facts: BriefFacts, period: string | undefined): BriefSection[] {
  const desk = {
    facts,
    names: new Names(facts.adjectiveOf, documentsIn(facts)),
    turns: new Turns(),
    library: new Library(facts),
  };
  const of = (status: Status) => facts.view.incidents.filter((incident) => incident.status === status);
  const happened = of("happened");
  const told = [
    ...incidentSections(happened, desk),
    plannedSection(of("planned"), desk),
    deniedSection(of("denied"), desk),
    ...saidSections(desk),
    ...readoutSections(desk),
  ];
  const measured = [
    bottomLine(facts, happened, period, desk.library),
    thirdStatesSection(facts, desk.library),
    measuresSection(facts, desk.library),
  ];
  const sources = sourcesOf([...told, ...measured], facts);
  const [bottom, third, measures] = measured;
  return [
    bottom,
    ...told,
    third,
    coverageSection(facts, sources),
    measures,
    unknownsSection(facts),
    methodSection(facts),
  ];
}

/**
 * Writes the brief of a dyad over the period of `facts.view`; where nothing has a date, over all that is known.
 *
 * Every sentence that rests on words is held against the stored document, and its names and numbers against what it cites.
 * Throws `brief.nodata`, `evidence.unresolved`, `brief.unsupported`.
 */
export function writeBrief(facts: BriefFacts): Brief {
  const { view } = facts;
  if (!view.period && view.incidents.length === 0)
    throw new EntenteError("brief.nodata", { names: listOf(view.names) });
  const period = view.period && periodInWords(view.period);
  const sections = sectionsOf(facts, period).filter(
    ({ statements, figures }) => statements.length > 0 || figures?.length,
  );
  const brief: Brief = {
    schema: "entente.brief/1",
    dyad: view.dyad,
    names: view.names,
    title: [capital(bothOf(view.names)), period].filter(Boolean).join(", "),
    ...(view.period && { period: view.period }),
    sections,
    sources: sourcesOf(sections, facts),
    coder: facts.coder,
  };
  checkBrief(brief, facts.slice, {
    words: [...view.names, ...view.dyad.map(facts.adjectiveOf)],
    adjectiveOf: facts.adjectiveOf,
  });
  return brief;
}
