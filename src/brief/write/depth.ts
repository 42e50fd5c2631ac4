import { monthInWords } from "../../figures/index.ts";
import type { BriefSection, DateInterval, DepthView, Statement } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { bothOf, counted } from "../grammar/words.ts";
import { figuresOf } from "./figures.ts";
import { measure, statementOf } from "./statement.ts";
import type { Library } from "./tellings.ts";

/** Incidents of a rung whose words are cited. */
export const RUNG_EVIDENCE = 3;

/** From the first to the last day on which some incidents can have been; a date known by its year alone is no month. */
function datesOf(ids: readonly string[], { view, earlier }: BriefFacts): DateInterval | undefined {
  const dates = ids.flatMap((id) => (view.incidents.find((each) => each.id === id) ?? earlier.get(id))?.date ?? []);
  const [from] = dates.map((date) => date.from).sort();
  const to = dates
    .map((date) => date.to)
    .sort()
    .at(-1);
  return from && to ? { from, to } : undefined;
}

/** `in December 2020`, `in 2020`, `April to December 2020`, `May 2019 to December 2020`. */
function spanInWords({ from, to }: DateInterval): string {
  const [first, last] = [monthInWords(from), monthInWords(to)];
  if (first === last) return `in ${first}`;
  if (from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4))
    return `in ${to.slice(0, 4)}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${first.split(" ")[0]} to ${last}` : `${first} to ${last}`;
}

function depthStatement(
  facts: BriefFacts,
  { domain, reached, keptUp, cells }: DepthView,
  library: Library,
): Statement[] {
  const cell = cells.find(({ rung }) => rung === reached);
  if (!reached || !cell) return [];
  const dates = datesOf(cell.incidents, facts);
  const span = dates ? `, ${spanInWords(dates)}` : "";
  const kept = keptUp === reached ? "and keep it up" : keptUp ? `and keep up ${keptUp}` : "without keeping it up";
  const sentence = `In the ${domain} domain ${bothOf(facts.view.names)} have reached the rung of ${reached} ${kept} (${counted(cell.incidents.length, "incident")}${span}).`;
  const evidence = cell.incidents.slice(0, RUNG_EVIDENCE).flatMap((id) => {
    const incident = facts.view.incidents.find((each) => each.id === id) ?? facts.earlier.get(id);
    return incident ? [library.sentenceOf(incident.evidence)] : [];
  });
  return [
    statementOf(`depth.${domain}`, sentence, {
      evidence,
      measures: [
        measure("rung reached", reached),
        measure("rung kept up", keptUp ?? "none"),
        measure("incidents on it", cell.incidents.length),
        ...(dates ? [measure("date", dates.from), measure("date", dates.to)] : []),
      ],
      incidents: cell.incidents,
    }),
  ];
}

/** How deep the cooperation goes, and how it moved, with the figures. */
export function measuresSection(facts: BriefFacts, library: Library): BriefSection {
  const { measures } = facts;
  if (!measures) return { id: "measures", heading: "Measures", statements: [] };
  const rule = statementOf(
    "rule",
    `The numbers follow the ${measures.rule.words.replace(/^Counting rule "([^"]*)"/, "counting rule “$1”")}`,
    {
      measures: [measure("rule", measures.rule.words)],
    },
  );
  const depth = measures.depth.flatMap((view) => depthStatement(facts, view, library));
  return { id: "measures", heading: "Measures", statements: [...depth, rule], figures: figuresOf(facts) };
}
