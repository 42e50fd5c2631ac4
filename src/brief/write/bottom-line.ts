import { inWords } from "../../measures/index.ts";
import {
  type BriefSection,
  DOMAINS,
  type Domain,
  type DyadMeasures,
  type IncidentSummary,
  QUAD_OF,
  type Statement,
  type VerdictView,
} from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { inPeriod } from "../grammar/dates.ts";
import { allOf, bothOf, counted, listOf, numberInWords, perCent } from "../grammar/words.ts";
import { isTelling, labelOf, weightOf } from "./labels.ts";
import { measure, statementOf } from "./statement.ts";
import type { Library } from "./tellings.ts";

const MOST_REASONS = 3;

/** Reasons of a verdict that are looked at for those that are told. */
export const REASONS_WEIGHED = 100;

/** `It is very likely that`, `There is a roughly even chance that`: a step of the printed scale as the head of a sentence. */
export function chanceThat(words: string): string {
  if (words === "roughly even chance") return "There is a roughly even chance that";
  if (words === "almost no chance") return "There is almost no chance that";
  return `It is ${words} that`;
}

const NO_VERDICT: Readonly<Record<string, string>> = {
  "no exposure": "no document that names both was read for one of the periods",
  "too few periods": "the period is too short to be held against the one before it",
  "too few incidents": "there are too few incidents in these periods",
  "too few source families": "too few independent sources report them",
  "too few sides": "the outlets that report them, as far as their country is known, are of one side only",
  "interval too wide": "the evidence leaves room for a rise as well as for a fall",
  "no variation": "nothing varies from period to period",
};

const spans = ({ window, baseline }: VerdictView): { now: string; before: string } => ({
  now: inPeriod(window),
  before: inPeriod(baseline),
});

const dateMeasures = ({ window, baseline }: VerdictView) =>
  [window.from, window.to, baseline.from, baseline.to].map((day) => measure("date", day));

function noVerdict(facts: BriefFacts, verdict: VerdictView): Statement {
  const { now, before } = spans(verdict);
  const why = NO_VERDICT[verdict.reason ?? ""] ?? `the measure gives none (${verdict.reason})`;
  return statementOf(
    "verdict",
    `Whether ${bothOf(facts.view.names)} were closer ${now} than ${before} can’t be told: ${why}.`,
    {
      measures: [
        measure("verdict", verdict.verdict),
        measure("reason", verdict.reason ?? ""),
        ...dateMeasures(verdict),
      ],
    },
  );
}

const DIRECTION = { strengthened: "were closer", weakened: "were further apart" } as const;

/** The verdict in a word of the scale, with its probability. A fall is told by its own probability, not by that of a rise. */
function verdictStatement(facts: BriefFacts, verdict: VerdictView): Statement {
  if (verdict.verdict === "not enough evidence" || verdict.probability === undefined) return noVerdict(facts, verdict);
  const { now, before } = spans(verdict);
  const names = bothOf(facts.view.names);
  const rise = verdict.probability;
  const probability = verdict.verdict === "weakened" ? 1 - rise : rise;
  const word = inWords(probability).words;
  const ground = {
    measures: [
      measure("verdict", verdict.verdict),
      measure("probability", perCent(probability)),
      measure("word", word),
      ...dateMeasures(verdict),
    ],
  };
  if (verdict.verdict === "steady") {
    const sentence = `No change can be told: ${chanceThat(word).replace(/^[TI]/, (letter) => letter.toLowerCase())} ${names} were closer ${now} than ${before} (${perCent(probability)}), which is not enough to call a rise or a fall.`;
    return statementOf("verdict", sentence, ground);
  }
  return statementOf(
    "verdict",
    `${chanceThat(word)} ${names} ${DIRECTION[verdict.verdict]} ${now} than ${before} (${perCent(probability)}).`,
    ground,
  );
}

/** Confidence stands apart from likelihood: how much, and how varied, what the judgment rests on is. */
function confidenceStatement(facts: BriefFacts, measures: DyadMeasures): Statement[] {
  if (measures.verdict.probability === undefined) return [];
  const happened = facts.view.incidents.filter(({ status }) => status === "happened").length;
  const naming = measures.exposure.reduce((sum, { naming: families }) => sum + families, 0);
  const empty = measures.exposure.filter(({ naming: families }) => families === 0).length;
  const level =
    happened >= 60 && naming >= 100 && empty === 0 ? "high" : happened >= 20 && naming >= 40 ? "moderate" : "low";
  const gap =
    empty > 0
      ? `; for ${numberInWords(empty)} of ${counted(measures.exposure.length, measures.length)} there is no such source`
      : "";
  return [
    statementOf(
      "confidence",
      `Confidence in this judgment is ${level}: it rests on ${counted(happened, "incident")} and on ${counted(naming, "source")} that ${naming === 1 ? "names" : "name"} both states${gap}.`,
      {
        measures: [
          measure("incidents", happened),
          measure("sources naming both", naming),
          measure("periods without a source", empty),
          measure("periods", measures.exposure.length),
        ],
      },
    ),
  ];
}

function reasonsStatement(facts: BriefFacts, verdict: VerdictView, library: Library): Statement[] {
  const found = verdict.reasons.slice(0, REASONS_WEIGHED).flatMap((reason) => {
    const incident = facts.view.incidents.find(({ id }) => id === reason.id) ?? facts.earlier.get(reason.id);
    return incident ? [{ ...reason, incident }] : [];
  });
  const told = new Set<string>();
  const label = (incident: IncidentSummary): string => labelOf(incident, library.sentenceOf(incident.evidence).words);
  const fresh = found.filter(({ incident }) => !told.has(label(incident)) && told.add(label(incident)));
  const up = fresh.filter(({ effect }) => effect > 0).slice(0, MOST_REASONS);
  const down = fresh.filter(({ effect }) => effect < 0).slice(0, MOST_REASONS);
  const side = (name: string, reasons: typeof fresh): Statement[] =>
    reasons.length === 0
      ? []
      : [
          statementOf(
            `reasons.${name}`,
            name === "up"
              ? `What speaks most for a rise: ${listOf(reasons.map(({ incident }) => label(incident)))}.`
              : `What speaks most against one: ${listOf(reasons.map(({ incident }) => label(incident)))}.`,
            {
              evidence: reasons.map(({ incident }) => library.sentenceOf(incident.evidence)),
              measures: reasons.flatMap(({ incident, effect }) => [
                measure(`effect of ${incident.id}`, effect.toFixed(1)),
                ...(incident.date ? [measure("date", incident.date.from), measure("date", incident.date.to)] : []),
              ]),
              incidents: reasons.map(({ id }) => id),
            },
          ),
        ];
  return [...side("up", up), ...side("down", down)];
}

/** Where no verdict can be reached: the incidents that most sources tell, or that weigh most. */
function weightiestStatement(happened: readonly IncidentSummary[], library: Library): Statement[] {
  if (happened.length < 2) return [];
  const told = new Set<string>();
  const label = (incident: IncidentSummary): string => labelOf(incident, library.sentenceOf(incident.evidence).words);
  const foremost = [...happened]
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1))
    .filter((incident) => isTelling(incident) && !told.has(label(incident)) && told.add(label(incident)))
    .slice(0, MOST_REASONS);
  if (foremost.length === 0) return [];
  return [
    statementOf("weightiest", `What weighs most among them: ${listOf(foremost.map(label))}.`, {
      evidence: foremost.map(({ evidence }) => library.sentenceOf(evidence)),
      measures: foremost.flatMap(({ date }) => (date ? [measure("date", date.from), measure("date", date.to)] : [])),
      incidents: foremost.map(({ id }) => id),
    }),
  ];
}

function countStatement(
  { view }: BriefFacts,
  happened: readonly IncidentSummary[],
  period: string | undefined,
): Statement {
  const cooperative = happened.filter(({ type }) => QUAD_OF[type] <= 2).length;
  const conflictual = happened.length - cooperative;
  const names = bothOf(view.names);
  const split =
    conflictual === 0
      ? `${allOf(happened.length)} cooperative`
      : cooperative === 0
        ? `${allOf(happened.length)} conflictual`
        : `${numberInWords(cooperative)} of them cooperative and ${numberInWords(conflictual)} conflictual`;
  const holds = period === undefined ? "The ledger holds" : `For ${period} the ledger holds`;
  const sentence =
    happened.length === 0
      ? `${period === undefined ? "The" : `For the period, ${period}, the`} ledger holds no incident between ${names} that is told as having happened.`
      : happened.length === 1
        ? `${holds} one incident between ${names}, a ${conflictual ? "conflictual" : "cooperative"} one.`
        : `${holds} ${counted(happened.length, "incident")} between ${names}, ${split}.`;
  return statementOf("count", sentence, {
    measures: [
      measure("incidents", happened.length),
      measure("cooperation", cooperative),
      measure("conflict", conflictual),
      ...(view.period ? [measure("date", view.period.from), measure("date", view.period.to)] : []),
    ],
  });
}

/** What an incident of a domain is: `seven are military`. */
const DOMAIN_KIND: Readonly<Record<Domain, string>> = {
  diplomatic: "diplomatic",
  military: "military",
  economic: "economic",
  "technology and nuclear": "about technology and nuclear energy",
  "cyber and information": "about networks and information",
  "legal and intelligence": "about law and intelligence",
};

function domainStatement(happened: readonly IncidentSummary[]): Statement[] {
  const counts = DOMAINS.map((domain) => ({
    domain,
    count: happened.filter((incident) => incident.domain === domain).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (counts.length < 2) return [];
  const parts = counts.map(
    ({ domain, count }, at) =>
      `${numberInWords(count)} ${at > 0 ? "" : count === 1 ? "is " : "are "}${DOMAIN_KIND[domain]}`,
  );
  return [
    statementOf("domains", `Of these, ${listOf(parts)}.`, {
      measures: counts.map(({ domain, count }) => measure(domain, count)),
    }),
  ];
}

/** The opening: the verdict with its reasons, then how much there is of which kind. */
export function bottomLine(
  facts: BriefFacts,
  happened: readonly IncidentSummary[],
  period: string | undefined,
  library: Library,
): BriefSection {
  const { measures } = facts;
  const judged = measures
    ? [
        verdictStatement(facts, measures.verdict),
        ...confidenceStatement(facts, measures),
        ...reasonsStatement(facts, measures.verdict, library),
      ]
    : [];
  return {
    id: "bottom-line",
    heading: "Bottom line",
    statements: [
      ...judged,
      countStatement(facts, happened, period),
      ...(happened.length > 0 ? domainStatement(happened) : []),
      ...(facts.measures?.verdict.probability === undefined ? weightiestStatement(happened, library) : []),
    ],
  };
}
