import type {
  BlocsFigureData,
  CalendarData,
  DepthFigureData,
  IndexFigureData,
  MapData,
  ReadoutsFigureData,
  SimilarityFigureData,
  ThirdStateFigureData,
} from "../../src/figures/index.ts";
import {
  blocsOf,
  changePointsOf,
  compareReadouts,
  DEFAULT_RULE,
  depthOf,
  type IncidentRow,
  indexOf,
  movesBetween,
  type ReadoutStatement,
  ruleInWords,
  seededRandom,
  thirdStateOf,
} from "../../src/measures/index.ts";
import { row } from "../measures/row.ts";
import { codedIncidents, exposureRows, monthName, type World } from "../measures/simulate.ts";

const rule = ruleInWords(DEFAULT_RULE);
const names = ["Arnor", "Gondor"] as const;

const world: World = {
  months: 36,
  rate: () => 10,
  cooperative: (month) => (month < 20 ? 0.4 : 0.9),
  families: (month) => (month < 10 ? 30 : 60),
  confidence: (random) => 0.6 + 0.39 * random(),
};

/** An index of an invented dyad that warmed after twenty months. */
export function indexExample(): IndexFigureData {
  const rows = codedIncidents(world, seededRandom(3));
  const question = { dyad: ["AAA", "BBB"] as const, length: "month" as const, exposure: exposureRows(world) };
  const index = indexOf(rows, question, { random: seededRandom(4) });
  const changes = changePointsOf(rows, question, { random: seededRandom(5), draws: 50 });
  if (index.reason || changes.reason) throw new Error("the example has no index");
  return {
    names,
    measure: "Net score per 100 source families",
    points: index.points,
    changes: changes.changes,
    marked: [
      { id: "i1", period: "2015-08", score: -6, label: "Expulsion of envoys" },
      { id: "i2", period: "2016-10", score: 9.5, label: "Joint exercise" },
    ],
    sourceChanges: [{ outlet: "Evening Post", change: "added", period: "2015-11", share: 0.5 }],
    rule,
  };
}

const both = { actors: ["AAA", "BBB"], recipients: [] };

/** The depth of an invented dyad in three domains. */
export function depthExample(): DepthFigureData {
  const rows = [
    row("e1", { ...both, day: "2019-09-16", type: "COOPERATE", score: 9.5, domain: "military" }),
    row("e2", { ...both, day: "2020-09-21", type: "COOPERATE", score: 9.5, domain: "military" }),
    row("v1", { day: "2019-06-05", type: "CONSULT", mode: "visit", score: 4 }),
    row("v2", { day: "2020-06-05", type: "CONSULT", mode: "visit", score: 4 }),
    row("t1", { ...both, day: "2001-07-16", kinds: ["treaty", "binding"] }),
    row("a1", { day: "2014-05-21", domain: "economic", type: "AID", score: 10 }),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => row(`w${n}`, { day: `2020-0${1 + (n % 9)}-03` })),
  ];
  return { names, asOf: "2020-12-31", depth: depthOf(rows, { dyad: ["AAA", "BBB"], asOf: "2020-12-31" }), rule };
}

/** Two years of days with incidents. */
export function calendarExample(): CalendarData {
  const random = seededRandom(9);
  const incidents = Array.from({ length: 60 }, (_, at) => ({
    id: `i${at}`,
    score: random() < 0.7 ? 4 : -3,
    day: `${2019 + Math.floor(random() * 2)}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`,
  }));
  const twice = [
    { id: "x", score: 4, day: "2020-12-22" },
    { id: "y", score: -4, day: "2020-12-22" },
  ];
  return { names, incidents: [...incidents, ...twice], inexact: 3, rule };
}

/** Two states that act alike towards a third. */
export function thirdStateExample(): ThirdStateFigureData {
  const random = seededRandom(21);
  const exposure = Array.from({ length: 24 }, (_, month) => ({ period: monthName(month), families: 50 }));
  const rows = exposure.flatMap(({ period }, month): IncidentRow[] => {
    const mood = 10 * random() - 6;
    const towards = (from: string): IncidentRow =>
      row(`${from}${month}`, { day: `${period}-10`, actors: [from], recipients: ["CCC"], score: mood + 4 * random() });
    const joint = row(`j${month}`, { ...both, day: `${period}-12`, directedAgainst: ["CCC"] });
    return [towards("AAA"), towards("BBB"), ...(mood < -3 ? [joint] : [])];
  });
  const state = thirdStateOf(rows, { dyad: ["AAA", "BBB"], length: "month", exposure }, "CCC");
  return { names, third: "Mordor", state, rule };
}

/** Two accounts of one call. */
export function readoutsExample(): ReadoutsFigureData {
  const statement = (id: string, text: string): ReadoutStatement => ({
    id,
    text,
    span: [0, text.length],
    lemmas: text
      .toLowerCase()
      .split(/[ .,]+/)
      .filter((word) => word.length > 4),
  });
  const first = [
    statement("a1", "The ministers discussed trade and the grain corridor."),
    statement("a2", "They condemned piracy in the northern strait and its sponsors."),
    statement(
      "a3",
      "The king of Arnor thanked his neighbour for the vaccines that were sent in the spring of the year.",
    ),
  ];
  const second = [
    statement("g1", "The ministers discussed trade and the grain corridor."),
    statement("g2", "Attacks on shipping and piracy in the northern strait must end."),
    statement("g3", "The incident at the border was raised."),
  ];
  const comparison = compareReadouts(
    { document: "d1", side: "ARN", statements: first },
    { document: "d2", side: "GON", statements: second },
  );
  return { names, of: "Call of 28 December 2020", comparison };
}

/** Two camps and a state between them that changed sides. */
export function blocsExample(): BlocsFigureData {
  const random = seededRandom(2);
  const camp = (states: readonly string[], score: number): IncidentRow[] =>
    states.flatMap((a, at) =>
      states.slice(at + 1).map((b) => row(`${a}${b}`, { actors: [a], recipients: [b], score, confidence: 0.8 })),
    );
  const across = row("quarrel", { actors: ["ARN"], recipients: ["MOR"], score: -6, confidence: 0.8 });
  const west = ["ARN", "GON", "ROH", "SHI"];
  const east = ["MOR", "HAR", "KHA", "RHU"];
  const before = blocsOf([...camp([...west, "DUN"], 4), ...camp(east, 4), across], { random, draws: 50 });
  const weak = row("weak", { actors: ["DUN"], recipients: ["MOR"], score: 2, confidence: 0.5 });
  const after = blocsOf([...camp(west, 4), ...camp(east, 4), across, weak], { random, draws: 50 });
  if (before.reason || after.reason) throw new Error("the example has no blocs");
  const moves = movesBetween(before.members, after.members);
  return { period: "2020", blocs: after, nameOf: (state) => state, moved: { since: "2019", moves }, rule };
}

/** Two measures over ten years, one with a gap, and an index. */
export function similarityExample(): SimilarityFigureData {
  const points = Array.from({ length: 10 }, (_, at) => ({ year: 2011 + at, items: 70 + at, value: 0.8 - 0.04 * at }));
  const kappa = points.map((point, at) =>
    at === 4 ? { year: point.year, items: 0 } : { ...point, value: 0.2 + 0.05 * at },
  );
  return {
    names,
    of: "votes in the General Assembly",
    series: [
      { measure: "S absolute", points },
      { measure: "kappa quadratic", points: kappa },
    ],
    index: indexExample().points,
  };
}

/** Incidents at three places. */
export function mapExample(): MapData {
  const at = (name: string, lat: number, lon: number) => ({ name, lat, lon });
  const places = [at("Vladivostok", 43.1, 131.9), at("Sea of Japan", 40, 135), at("Beijing", 39.9, 116.4)];
  const incidents = Array.from({ length: 12 }, (_, n) => ({
    id: `i${n}`,
    score: n % 4 === 3 ? -3 : 4,
    place: places[[0, 1, 1, 1, 2, 2, 2, 2, 2, 0, 1, 2][n]],
  }));
  return { names, incidents, unplaced: 4, rule };
}
