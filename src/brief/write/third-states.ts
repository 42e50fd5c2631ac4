import type { BriefSection, Statement, ThirdStateView } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { bothOf, counted, stateInText } from "../grammar/words.ts";
import { measure, statementOf } from "./statement.ts";
import type { Library } from "./tellings.ts";

/** Fewer periods in which both acted give no correlation worth a sentence. */
const LEAST_PERIODS = 4;

function againstStatement(
  facts: BriefFacts,
  { third, name, directedAgainst }: ThirdStateView,
  library: Library,
): Statement[] {
  const incidents = directedAgainst.flatMap((id) => facts.view.incidents.find((incident) => incident.id === id) ?? []);
  if (incidents.length === 0) return [];
  const sentence = `${counted(incidents.length, "incident")} between ${bothOf(facts.view.names)} ${incidents.length === 1 ? "is" : "are"} told as directed against ${stateInText(name)}.`;
  return [
    statementOf(`third.${third}`, sentence, {
      evidence: incidents.slice(0, 5).map(({ evidence }) => library.sentenceOf(evidence)),
      measures: [measure("directed against", incidents.length), measure("third state", name)],
      incidents: incidents.map(({ id }) => id),
    }),
  ];
}

function togetherStatement(facts: BriefFacts, view: ThirdStateView): Statement[] {
  const { third, name, points, correlation, interval } = view;
  const both = points.filter(({ first, second }) => (first ?? 0) !== 0 && (second ?? 0) !== 0).length;
  if (correlation === undefined || interval === undefined || both < LEAST_PERIODS) return [];
  const [low, high] = interval.map((bound) => bound.toFixed(2));
  const way =
    Number(low) > 0
      ? "rose and fell together"
      : Number(high) < 0
        ? "moved apart"
        : "did not move together in a way that could be told";
  const sentence = `Towards ${stateInText(name)}, what ${bothOf(facts.view.names)} did ${way} (correlation ${correlation.toFixed(2)}, 90 per cent interval ${low} to ${high}).`;
  return [
    statementOf(`together.${third}`, sentence, {
      measures: [
        measure("correlation", correlation.toFixed(2)),
        measure("interval", `${low} to ${high}, 90 per cent`),
        measure("third state", name),
      ],
    }),
  ];
}

/** What the two do towards third states. */
export function thirdStatesSection(facts: BriefFacts, library: Library): BriefSection {
  const views = facts.measures?.thirdStates ?? [];
  const told = views.flatMap((view) => [...againstStatement(facts, view, library), ...togetherStatement(facts, view)]);
  const none = statementOf(
    "third.none",
    `No incident between ${bothOf(facts.view.names)} is told as directed against a third state.`,
    {
      measures: [measure("directed against", 0)],
    },
  );
  const against = views.some(({ directedAgainst }) => directedAgainst.length > 0);
  const statements = facts.measures ? (against ? told : [none, ...told]) : [];
  return { id: "third-states", heading: "Towards third states", statements };
}
