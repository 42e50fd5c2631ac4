import { type BriefSection, DOMAINS, type Domain, type IncidentSummary, type Statement } from "../schema/index.ts";
import type { BriefFacts } from "./facts.ts";
import { DOMAIN_HEADING } from "./phrases.ts";
import { incidentStatement, quotationStatement } from "./statements.ts";

const MOST_QUOTATIONS = 12;

const byDate = (a: IncidentSummary, b: IncidentSummary): number =>
  (a.date?.from ?? "9999").localeCompare(b.date?.from ?? "9999") || a.id.localeCompare(b.id);

/** What happened, a section a domain, in the order of dates. */
export function incidentSections(facts: BriefFacts, incidents: readonly IncidentSummary[]): BriefSection[] {
  const sectionOf = (domain: Domain): BriefSection => ({
    heading: DOMAIN_HEADING[domain],
    statements: incidents
      .filter((incident) => incident.domain === domain)
      .sort(byDate)
      .map((incident) =>
        incidentStatement(incident, facts.evidenceOf.get(incident.id) ?? [incident.evidence], facts.nameOf),
      ),
  });
  return DOMAINS.map(sectionOf).filter(({ statements }) => statements.length > 0);
}

/** The longest quotations say most; each speaker and outlet is heard once before anybody is heard twice. */
export function quotationSection(facts: BriefFacts): BriefSection {
  const seen = new Set<string>();
  const ranked = [...facts.view.quotations].sort((a, b) => b.words.length - a.words.length);
  const first = ranked.filter(({ speaker, source }) => {
    const voice = `${speaker}\n${source.publisher}`;
    return seen.has(voice) ? false : seen.add(voice);
  });
  const chosen = [...new Set([...first, ...ranked])].slice(0, MOST_QUOTATIONS);
  return {
    heading: "What each side said",
    statements: chosen.map((quotation) => quotationStatement(quotation, facts.slice)),
  };
}

const counted = (count: number, one: string, many: string): string => (count === 1 ? `One ${one}` : `${count} ${many}`);

/** What is not known: single sources and missing dates. */
export function unknownsSection(facts: BriefFacts): BriefSection {
  const undated = facts.view.incidents.filter(({ date }) => date === undefined).length;
  const single = facts.view.incidents.filter(({ publishers }) => publishers < 2).length;
  const statements: Statement[] = [];
  if (single > 0)
    statements.push({
      sentence: `${counted(single, "incident rests", "incidents rest")} on a single publisher.`,
      evidence: [],
      measures: [{ name: "incidents of one publisher", value: String(single) }],
    });
  if (undated > 0)
    statements.push({
      sentence: `For ${undated === 1 ? "one incident" : `${undated} incidents`} no date could be read.`,
      evidence: [],
      measures: [{ name: "incidents without a date", value: String(undated) }],
    });
  return { heading: "What we don't know", statements };
}

/** How it was coded, and how much was read. */
export function methodSection(facts: BriefFacts): BriefSection {
  const documents = facts.view.exposure.reduce((sum, month) => sum + month.documents, 0);
  return {
    heading: "Method",
    statements: [
      {
        sentence: `Every report was coded by machine (coder ${facts.coder}) by PLOVER's types and scores; reports of one event count as one incident, and only what is told as having happened counts.`,
        evidence: [],
        measures: [{ name: "coder", value: facts.coder }],
      },
      {
        sentence: `${counted(documents, "document that names both states was", "documents that name both states were")} read for the period; fewer documents leave fewer incidents to find.`,
        evidence: [],
        measures: [{ name: "exposure", value: String(documents) }],
      },
    ],
  };
}

/** What was announced and had not happened when it was told. */
export function plannedSection(facts: BriefFacts, planned: readonly IncidentSummary[]): BriefSection {
  return {
    heading: "Announced",
    statements: [...planned].sort(byDate).map((incident) => {
      const evidence = facts.evidenceOf.get(incident.id) ?? [incident.evidence];
      const outlet = evidence[0].source.publisher ?? "An unnamed publisher";
      return {
        sentence: `${outlet} tells of a plan: “${evidence[0].words.replace(/\s+/g, " ").trim()}”`,
        evidence: [...evidence],
        measures: [],
      };
    }),
  };
}
