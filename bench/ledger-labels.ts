import { readFileSync } from "node:fs";
import { dyadsOf, sortedCodes } from "../src/ledger/codes.ts";
import type { StoredReport } from "../src/ledger/incidents/stored.ts";

/** A true event of `samples/events.tsv`. */
export interface TrueEvent {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly types: readonly string[];
  readonly dyads: readonly string[];
  readonly states: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Files that report it, and files that mention it as something earlier, relative to `samples/`. */
  readonly files: ReadonlySet<string>;
  readonly background: ReadonlySet<string>;
}

const list = (cell: string | undefined): string[] => (cell ?? "").split(" ").filter(Boolean);
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

/** `2020`, `2020-12`, `2020-12-28` or an interval of two of them, as its first and last day. */
function daysOf(date: string): [string, string] {
  const [from, to = from] = date.split("/");
  return [`${from}-01-01`.slice(0, 10), `${to}${"-12-31".slice(to.length - 4)}`.slice(0, 10)];
}

export function trueEvents(): TrueEvent[] {
  const [head, ...rows] = readFileSync("samples/events.tsv", "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  return rows.map((line) => {
    const cells = line.split("\t");
    const row = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
    const [from, to] = daysOf(row.date);
    return {
      id: row.id,
      from,
      to,
      types: [row.type, ...list(row.any)],
      dyads: list(row.dyad),
      states: sortedCodes([...list(row.actors), ...list(row.recipients)]),
      words: wordsOf(row.description),
      files: new Set(list(row.documents)),
      background: new Set(list(row.background)),
    };
  });
}

const MS_A_DAY = 86_400_000;
const DAYS_OFF = 3;

function datesMeet(report: StoredReport, event: TrueEvent): boolean {
  if (report.day_from === null || report.day_to === null || !report.dated) return true;
  const gap =
    Math.max(Date.parse(report.day_from), Date.parse(event.from)) -
    Math.min(Date.parse(report.day_to), Date.parse(event.to));
  return gap <= DAYS_OFF * MS_A_DAY;
}

function statesMeet(report: StoredReport, event: TrueEvent): boolean {
  const actors = list(report.actors.replaceAll("+", " "));
  const recipients = list(report.recipients.replaceAll("+", " "));
  const dyads = dyadsOf(actors, recipients).map((dyad) => dyad.join("-"));
  if (dyads.length > 0) return dyads.some((dyad) => event.dyads.includes(dyad));
  return actors.some((actor) => event.states.includes(actor));
}

/** The event that a report of a sample file tells of, by type, states and date; by words where several fit. */
export function labelOf(report: StoredReport, file: string, events: readonly TrueEvent[]): string | undefined {
  const fitting = events.filter(
    (event) =>
      (event.files.has(file) || (report.dated && event.background.has(file))) &&
      event.types.includes(report.type) &&
      datesMeet(report, event) &&
      statesMeet(report, event),
  );
  const words = wordsOf(report.quote);
  const shared = fitting.map((event) => [...event.words].filter((word) => words.has(word)).length);
  const most = Math.max(...shared);
  const best = fitting.filter((_event, index) => shared[index] === most);
  return best.length === 1 ? best[0].id : undefined;
}
