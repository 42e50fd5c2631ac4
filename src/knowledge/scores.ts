import { CONTEXTS, type Context, DOMAINS, type Domain, EVENT_TYPES, type EventType } from "../schema/index.ts";
import { holdUnique, type KnowledgeFiles, numberIn, oneOf, readTable, refuse, required } from "./table.ts";

/** What the scales say of one event type or mode. */
export interface Score {
  /** PLOVER, -10 to 10. */
  readonly score: number;
  /** Goldstein's scale of the CAMEO code, -10 to 10. */
  readonly goldstein: number;
  /** The CAMEO code that comes nearest. */
  readonly cameo: string;
}

export interface Scores {
  /** The type's modes, in the table's order. */
  modesOf(type: EventType): readonly string[];
  /** The row of the mode, or of the type where the mode has none. */
  scoreRow(type: EventType, mode?: string): Score;
}

/** Reads `scores.tsv`: one row a type, and one a mode. */
export function readScores(files: KnowledgeFiles): Scores {
  const rows = readTable(files, "scores.tsv", ["type", "mode", "score", "goldstein", "cameo", "source"]);
  const keyOf = (type: string, mode = ""): string => `${type} ${mode}`.trim();
  holdUnique(rows, (row) => keyOf(row.cells.type, row.cells.mode));
  const scores = new Map<string, Score>();
  const modes = new Map<string, string[]>(EVENT_TYPES.map((type) => [type, []]));
  for (const row of rows) {
    const type = oneOf(row, "type", EVENT_TYPES);
    const cameo = required(row, "cameo");
    if (!/^\d{2,4}$/.test(cameo)) refuse(row, `"${cameo}" is no CAMEO code`, "Give two to four digits.");
    if (row.cells.mode !== "") modes.get(type)?.push(row.cells.mode);
    scores.set(keyOf(type, row.cells.mode), {
      score: numberIn(row, "score", -10, 10),
      goldstein: numberIn(row, "goldstein", -10, 10),
      cameo,
    });
  }
  const missing = EVENT_TYPES.find((type) => !scores.has(type));
  if (missing)
    refuse(
      { file: "scores.tsv", line: 1 },
      `there is no row for ${missing}`,
      `Add a row for ${missing} without a mode.`,
    );
  return {
    modesOf: (type) => modes.get(type) ?? [],
    scoreRow: (type, mode) => scores.get(keyOf(type, mode)) ?? (scores.get(type) as Score),
  };
}

/** From the contexts and the type of an event to its domain. */
export type DomainOf = (contexts: readonly Context[], type: EventType) => Domain;

/**
 * Reads `domains.tsv`. Of an event's contexts the one that stands first in the table decides;
 * an event without contexts goes by its type.
 */
export function readDomains(files: KnowledgeFiles): DomainOf {
  const rows = readTable(files, "domains.tsv", ["of", "name", "domain", "source"]);
  holdUnique(rows, (row) => `${row.cells.of} ${row.cells.name}`);
  const byContext: { context: Context; domain: Domain }[] = [];
  const byType = new Map<EventType, Domain>();
  for (const row of rows) {
    const domain = oneOf(row, "domain", DOMAINS);
    if (oneOf(row, "of", ["context", "type"]) === "type") byType.set(oneOf(row, "name", EVENT_TYPES), domain);
    else byContext.push({ context: oneOf(row, "name", CONTEXTS), domain });
  }
  const at = { file: "domains.tsv", line: 1 };
  const context = CONTEXTS.find((name) => !byContext.some((row) => row.context === name));
  if (context) refuse(at, `the context ${context} has no domain`, `Add a row for ${context}.`);
  const type = EVENT_TYPES.find((name) => !byType.has(name));
  if (type) refuse(at, `the type ${type} has no domain`, `Add a row for ${type}.`);
  return (contexts, eventType) =>
    byContext.find((row) => contexts.includes(row.context))?.domain ?? (byType.get(eventType) as Domain);
}
