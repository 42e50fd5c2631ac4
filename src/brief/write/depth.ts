import { monthInWords } from "../../figures/index.ts";
import type { BriefSection, DepthView, Statement } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { bothOf, counted } from "../grammar/words.ts";
import { figuresOf } from "./figures.ts";
import { measure, statementOf } from "./statement.ts";
import type { Library } from "./tellings.ts";

/** Incidents of a rung whose words are cited. */
export const RUNG_EVIDENCE = 3;

function depthStatement(
  facts: BriefFacts,
  { domain, reached, keptUp, cells }: DepthView,
  library: Library,
): Statement[] {
  const cell = cells.find(({ rung }) => rung === reached);
  if (!reached || !cell) return [];
  const [first, last] = [cell.first && monthInWords(cell.first), cell.last && monthInWords(cell.last)];
  const span = first && last ? (first === last ? `, in ${first}` : `, from ${first} to ${last}`) : "";
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
        ...[cell.first, cell.last].flatMap((day) => (day ? [measure("date", day)] : [])),
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
    `The numbers are counted so: ${measures.rule.words.replace(/^Counting rule/, "counting rule")}`,
    {
      measures: [measure("rule", measures.rule.words)],
    },
  );
  const depth = measures.depth.flatMap((view) => depthStatement(facts, view, library));
  return { id: "measures", heading: "Measures", statements: [...depth, rule], figures: figuresOf(facts) };
}
