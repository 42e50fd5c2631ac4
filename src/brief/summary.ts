import { type BriefSection, DOMAINS, type IncidentSummary, QUAD_OF, type Statement } from "../schema/index.ts";
import type { BriefFacts } from "./facts.ts";
import { DOMAIN_HEADING, listOf } from "./phrases.ts";

const incidentsInWords = (count: number): string => `${count} ${count === 1 ? "incident" : "incidents"}`;

function countStatement(facts: BriefFacts, happened: readonly IncidentSummary[]): Statement {
  const cooperative = happened.filter(({ type }) => QUAD_OF[type] <= 2).length;
  const conflictual = happened.length - cooperative;
  return {
    sentence: `Between ${facts.view.names[0]} and ${facts.view.names[1]} the ledger holds ${incidentsInWords(happened.length)} for the period: ${cooperative} of cooperation and ${conflictual} of conflict.`,
    evidence: [],
    measures: [
      { name: "incidents", value: String(happened.length) },
      { name: "cooperation", value: String(cooperative) },
      { name: "conflict", value: String(conflictual) },
    ],
  };
}

function domainStatement(happened: readonly IncidentSummary[]): Statement {
  const counts = DOMAINS.map((domain) => ({
    domain,
    count: happened.filter((incident) => incident.domain === domain).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const parts = counts.map(({ domain, count }) => `${DOMAIN_HEADING[domain].toLowerCase()} (${count})`);
  return {
    sentence: `By domain: ${listOf(parts)}.`,
    evidence: [],
    measures: counts.map(({ domain, count }) => ({ name: domain, value: String(count) })),
  };
}

/** Mean of PLOVER scores, one decimal. */
function scoreStatement(happened: readonly IncidentSummary[]): Statement {
  const net = happened.reduce((sum, { score }) => sum + score, 0);
  const mean = (net / happened.length).toFixed(1);
  return {
    sentence: `The mean score of these incidents is ${mean} on PLOVER's scale from -10 (conflict) to 10 (cooperation).`,
    evidence: [],
    measures: [{ name: "mean score", value: mean }],
  };
}

/** The opening: how much there is, of which kind, in which domains. No verdict is given without a measure of it. */
export function bottomLine(facts: BriefFacts, happened: readonly IncidentSummary[]): BriefSection {
  const statements = [countStatement(facts, happened)];
  if (happened.length > 0) statements.push(domainStatement(happened), scoreStatement(happened));
  return { heading: "Bottom line", statements };
}
