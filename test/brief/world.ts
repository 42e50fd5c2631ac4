import type { BriefFacts, Saying, Speaker } from "../../src/brief/index.ts";
import type {
  DyadMeasures,
  Evidence,
  IncidentReport,
  IncidentSummary,
  MonthlyExposure,
  SourceCard,
  Span,
  VerdictView,
} from "../../src/schema/index.ts";
import { DOMAINS } from "../../src/schema/index.ts";

/** An invented world, so that no table of the real one moves these tests. */
export const NAMES: Record<string, string> = { ARN: "Arnor", GON: "Gondor", MOR: "Mordor", ROH: "Rohan" };
const ADJECTIVES: Record<string, string> = { ARN: "Arnorian", GON: "Gondorian", MOR: "Mordorian", ROH: "Rohirric" };

export interface Told {
  readonly id: string;
  /** Text of the document, and the words of it that are coded. */
  readonly text: string;
  readonly words: string;
  readonly source?: Partial<SourceCard>;
  readonly incident?: Partial<IncidentSummary>;
  /** The text gives the date itself. */
  readonly dated?: boolean;
  /** Tells the incident of another entry again. */
  readonly again?: string;
}

export const PERIOD = { from: "2020-01-01", to: "2020-12-31" };

const sourceOf = ({ id, source }: Told): SourceCard => ({
  document: `d-${id}`,
  publisher: "Minas Tirith Herald",
  published: "2020-12-29",
  url: `https://example.org/${id}`,
  ...source,
});

function evidenceOf(told: Told): Evidence {
  const from = told.text.indexOf(told.words);
  return { source: sourceOf(told), span: [from, from + told.words.length], words: told.words };
}

const summaryOf = (told: Told): IncidentSummary => ({
  id: told.id,
  type: "COOPERATE",
  domain: "military",
  actors: ["ARN", "GON"],
  recipients: [],
  directedAgainst: [],
  date: { from: "2020-12-28", to: "2020-12-28" },
  status: "happened",
  score: 9.5,
  confidence: 0.9,
  documents: 1,
  publishers: 1,
  evidence: evidenceOf(told),
  ...told.incident,
});

function reportOf(told: Told): IncidentReport {
  const evidence = evidenceOf(told);
  const date = {
    ...(told.incident?.date ?? { from: "2020-12-28", to: "2020-12-28" }),
    ...(told.dated === false ? {} : { span: [0, 1] as Span }),
  };
  const report = {
    id: `r-${told.id}`,
    type: told.incident?.type ?? "COOPERATE",
    contexts: [],
    actors: [],
    recipients: [],
    directedAgainst: [],
    date,
    status: told.incident?.status ?? "happened",
    attribution: [],
    score: 9.5,
    confidence: 0.9,
    rule: "test",
    evidence: [evidence.span],
  } satisfies IncidentReport["report"];
  return { report, evidence: [evidence] };
}

const verdictOf = (verdict: Partial<VerdictView>): VerdictView => ({
  verdict: "not enough evidence",
  window: PERIOD,
  baseline: { from: "2019-01-01", to: "2019-12-31" },
  reason: "too few incidents",
  reasons: [],
  ...verdict,
});

/** Measures that say little but what a test sets. */
export const measuresOf = (
  changes: Partial<Omit<DyadMeasures, "verdict">> & { verdict?: Partial<VerdictView> } = {},
): DyadMeasures => ({
  dyad: ["ARN", "GON"],
  names: ["Arnor", "Gondor"],
  told: [],
  reporting: [],
  period: PERIOD,
  length: "month",
  rule: { name: "default", words: 'Counting rule "default": each incident by itself.' },
  leftOut: {},
  exposure: [],
  outletChanges: [],
  sources: { set: "all" },
  counted: { incidents: 0, unread: 0, undated: 0 },
  coverage: [],
  kind: "net",
  unit: "net score per 100 source families that name both",
  cooperation: { cooperative: 0, conflictual: 0 },
  index: [],
  directed: [],
  asymmetry: { points: [] },
  changes: [],
  depth: DOMAINS.map((domain) => ({ domain, cells: [] })),
  thirdStates: [],
  ...changes,
  verdict: verdictOf(changes.verdict ?? {}),
});

export interface World {
  readonly told?: readonly Told[];
  readonly sayings?: readonly {
    readonly told: Told;
    readonly kind: "direct" | "indirect";
    readonly speaker: Speaker;
    readonly country: string;
  }[];
  readonly persons?: Readonly<Record<string, readonly Speaker[]>>;
  readonly exposure?: readonly MonthlyExposure[];
  readonly period?: BriefFacts["view"]["period"];
  readonly changes?: Partial<BriefFacts>;
}

const sayingOf = ({ told, kind, speaker, country }: NonNullable<World["sayings"]>[number]): Saying => {
  const { source, span, words } = evidenceOf(told);
  return { card: { id: `q-${told.id}`, speaker: speaker.name, country, kind, words, spans: [span], source }, speaker };
};

/** The facts of a brief from a few sentences. Documents that are told `again` join the incident of another. */
export function factsOf({
  told = [],
  sayings = [],
  persons = {},
  exposure = [],
  period = PERIOD,
  changes = {},
}: World): BriefFacts {
  const texts = new Map(
    [...told, ...sayings.map((saying) => saying.told)].map((entry) => [`d-${entry.id}`, entry.text]),
  );
  const founders = told.filter(({ again }) => again === undefined);
  const reportsOf = new Map(
    founders.map((founder) => [
      founder.id,
      [founder, ...told.filter(({ again }) => again === founder.id)].map(reportOf),
    ]),
  );
  const textOf = (document: string): string => texts.get(document) ?? "";
  const cards = sayings.map(sayingOf);
  return {
    view: {
      dyad: ["ARN", "GON"],
      names: ["Arnor", "Gondor"],
      period,
      headline: "",
      months: [],
      exposure: [...exposure],
      incidents: founders.map(summaryOf),
      quotations: cards.map(({ card }) => card),
    },
    reportsOf,
    sidesOf: new Map(
      [...reportsOf].map(([id, reports]) => [id, reports.map(({ evidence: [first] }) => first.source.side)]),
    ),
    sayings: cards,
    otherRules: [],
    readouts: [],
    personsOf: new Map(Object.entries(persons).map(([id, speakers]) => [`d-${id} r-${id}`, speakers])),
    earlier: new Map(),
    nameOf: (code) => NAMES[code] ?? code,
    adjectiveOf: (code) => ADJECTIVES[code] ?? code,
    slice: (document, [from, to]) => textOf(document).slice(from, to),
    textOf,
    originalOf: () => "0".repeat(64),
    coder: "0.0.0-test",
    ...changes,
  };
}

export const EXERCISE: Told = {
  id: "exercise",
  text: "Arnor and Gondor held a joint naval exercise in the Bay of Belfalas on Monday. The fleets sailed home on Tuesday.",
  words: "held a joint naval exercise",
};

export const KING: Speaker = {
  kind: "person",
  name: "Elessar Telcontar",
  short: "Elessar",
  role: "king",
  adjective: "Gondorian",
};
export const STEWARD: Speaker = {
  kind: "person",
  name: "Arvedui Fíriel",
  short: "Arvedui",
  role: "chancellor",
  adjective: "Arnorian",
};

export const STATEMENT = {
  told: {
    id: "statement",
    text: "“We stand together against the Shadow,” the king said.",
    words: "We stand together against the Shadow,",
  },
  kind: "direct",
  speaker: KING,
  country: "GON",
} as const;
