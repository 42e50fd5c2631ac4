import type { z } from "zod";
import type { Context, EventType } from "../schema/index.ts";
import { parsePattern, type Trigger, triggerKeys } from "./rules-pattern.ts";
import { parsePhrase, phraseSize } from "./rules-phrase.ts";
import {
  ContextFields,
  CorrectionFields,
  type CorrectionRow,
  type Effect,
  EventFields,
  type EventRow,
  MODES_OF,
  OperatorFields,
  type OperatorRow,
  OrientationFields,
  type OrientationRow,
} from "./rules-rows.ts";
import { type PlacedRow, rowsOf } from "./rules-yaml.ts";
import { refuse } from "./table.ts";

export type { Trigger } from "./rules-pattern.ts";
export type { CorrectionRow, Effect, EventRow, OperatorRow, OrientationRow, Roles } from "./rules-rows.ts";

type ByLemma<Row> = ReadonlyMap<string, readonly Row[]>;
/** Rows by kind of trigger and lemma; of one lemma, the more specific rows come first. */
export type Index<Row> = Readonly<Record<Trigger["kind"], ByLemma<Row>>>;

export interface EventRules {
  readonly rows: readonly EventRow[];
  readonly operators: readonly OperatorRow[];
  readonly corrections: readonly CorrectionRow[];
  readonly events: Index<EventRow>;
  readonly orientationRows: readonly OrientationRow[];
  readonly operatorsBy: Index<OperatorRow>;
  readonly orientations: Index<OrientationRow>;
  /** Every word that a pattern names. */
  readonly vocabulary: ReadonlySet<string>;
  readonly contextOf: ReadonlyMap<string, readonly Context[]>;
}

/** The rules for reading, and with the rows of `told.yaml` those for two actors that somebody points out. */
export interface AllEventRules extends EventRules {
  readonly told: EventRules;
}

/** The fields of a row, or the refusal of the whole table. */
function fieldsOf<T>(schema: z.ZodType<T>, row: PlacedRow): T {
  const result = schema.safeParse(row.value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue.path.join(".") || "the row";
  return refuse(row, `${where}: ${issue.message}`, "See docs/coding.md for the fields of a row and their values.");
}

function triggerOf(row: PlacedRow, pattern: string): Trigger {
  const trigger = parsePattern(pattern);
  if (typeof trigger !== "string") return trigger;
  return refuse(row, `the pattern "${pattern}" can't match: ${trigger}`, "See docs/coding.md for patterns.");
}

/** The trigger with the words around it, or the refusal of the whole table. */
function withPhrase(row: PlacedRow, trigger: Trigger, written: string | undefined): Trigger {
  if (written === undefined) return trigger;
  const phrase = parsePhrase(written);
  if (typeof phrase !== "string") return { ...trigger, phrase };
  return refuse(row, `the phrase "${written}" can't match: ${phrase}`, "See docs/coding.md for phrases.");
}

function checkMode(row: PlacedRow, type: EventType, mode: string | undefined): void {
  if (mode === undefined || MODES_OF[type]?.includes(mode)) return;
  refuse(row, `${type} has no mode "${mode}"`, `Use one of: ${MODES_OF[type]?.join(", ") ?? "none"}.`);
}

/** Names and triggers that were seen, so that no row repeats or hides another. */
class Seen {
  readonly #names = new Map<string, PlacedRow>();
  readonly #keys = new Map<string, string>();

  name(row: PlacedRow, name: string): void {
    const other = this.#names.get(name);
    if (other)
      refuse(row, `the name ${name} is taken by knowledge/${other.file}:${other.line}`, "Give the row another name.");
    this.#names.set(name, row);
  }

  trigger(row: PlacedRow, name: string, trigger: Trigger, layer = ""): void {
    for (const key of triggerKeys(trigger).map((plain) => plain + layer)) {
      const other = this.#keys.get(key);
      if (other)
        refuse(row, `"${key.trim()}" can't match, ${other} has it`, "Take the word out of one of the two rows.");
      this.#keys.set(key, name);
    }
  }
}

const specificity = ({ particle, prepositions, objects, modifiers, transitive, phrase }: Trigger): number =>
  (phrase ? 8 + 8 * phraseSize(phrase) : 0) +
  (objects ? 4 : 0) +
  (transitive ? 1 : 0) +
  (particle ? 2 : 0) +
  (modifiers ? 2 : 0) +
  (prepositions ? 1 : 0);

const isFirst = ({ rank }: { readonly rank?: string }): number => Number(rank === "first");

function indexOf<Row extends { readonly trigger: Trigger; readonly rank?: string }>(rows: readonly Row[]): Index<Row> {
  const index = { verb: new Map<string, Row[]>(), noun: new Map<string, Row[]>(), adjective: new Map<string, Row[]>() };
  const sorted = rows.toSorted((a, b) => isFirst(b) - isFirst(a) || specificity(b.trigger) - specificity(a.trigger));
  for (const row of sorted) {
    for (const lemma of row.trigger.lemmas) {
      const list = index[row.trigger.kind].get(lemma);
      if (list) list.push(row);
      else index[row.trigger.kind].set(lemma, [row]);
    }
  }
  return index;
}

/** `guarded`: no other row may have the same trigger; rows for told pairs may, and come behind. */
function eventRow(row: PlacedRow, order: number, seen: Seen, guarded = true): EventRow {
  const { pattern, phrase, ...fields } = fieldsOf(EventFields, row);
  const trigger = withPhrase(row, triggerOf(row, pattern), phrase);
  checkMode(row, fields.type, fields.mode);
  if (fields.source === undefined) checkSentences(row, fields);
  seen.name(row, fields.name);
  const layer = `${phrase ? ` ${phrase}` : ""}${fields.rank ? " first" : ""}`;
  if (guarded) seen.trigger(row, fields.name, trigger, layer);
  return { ...fields, trigger, order, ...(!guarded && { told: true }) };
}

/** A row of our own shows where it fires and where it must not. */
function checkSentences(row: PlacedRow, fields: { readonly yes: string; readonly no: string }): void {
  for (const field of ["yes", "no"] as const)
    if (fields[field] === "") refuse(row, `${field} is missing`, "Write a sentence of at least eight letters.");
  if (fields.yes === fields.no)
    refuse(row, "yes and no are the same sentence", "Write one where the row must not fire.");
}

/** A verb may be one operator over a clause ("begin to trade") and another over a noun ("begin talks"). */
const LAYERS: Readonly<Partial<Record<Effect, string>>> = {
  light: " over nouns",
  announce: " over nouns",
  occur: " under nouns",
};

function operatorRow(row: PlacedRow, seen: Seen): OperatorRow {
  const { pattern, ...fields } = fieldsOf(OperatorFields, row);
  const trigger = triggerOf(row, pattern);
  seen.name(row, fields.name);
  seen.trigger(row, fields.name, trigger, LAYERS[fields.effect] ?? "");
  return { ...fields, trigger };
}

function orientationRow(row: PlacedRow, seen: Seen): OrientationRow {
  const { pattern, ...fields } = fieldsOf(OrientationFields, row);
  const trigger = triggerOf(row, pattern);
  seen.name(row, fields.name);
  seen.trigger(row, fields.name, trigger);
  return { ...fields, trigger };
}

function correctionRow(row: PlacedRow, seen: Seen): CorrectionRow {
  const fields = fieldsOf(CorrectionFields, row);
  if (fields.type) checkMode(row, fields.type, fields.mode);
  seen.name(row, fields.name);
  const { verb, actor, recipient, clause, actorSector, recipientSector, persons } = fields;
  if (![verb, actor, recipient, clause, actorSector, recipientSector, persons].some(Boolean))
    refuse(row, `${fields.name} has no condition`, "Give verb, actor, recipient, clause or a sector.");
  if ((fields.type === undefined) === (fields.drop === undefined))
    refuse(row, `${fields.name} needs either type or drop`, "Give the type it becomes, or drop with the reason.");
  return fields;
}

function contextIndex(rows: readonly PlacedRow[]): ReadonlyMap<string, readonly Context[]> {
  const index = new Map<string, Context[]>();
  for (const row of rows) {
    const { context, words } = fieldsOf(ContextFields, row);
    for (const word of words) index.set(word, [...(index.get(word) ?? []), context]);
  }
  return index;
}

function vocabularyOf(rows: readonly { readonly trigger: Trigger }[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ trigger }) => [...trigger.lemmas, ...(trigger.objects ?? []), ...(trigger.modifiers ?? [])]),
  );
}

const FOLDER = "rules/";
const SPECIAL = new Set(["operators", "orientations", "corrections", "contexts", "told"]);

/**
 * The event rules from `rules/*.yaml`: `operators.yaml`, `orientations.yaml`, `corrections.yaml`, `contexts.yaml`,
 * `told.yaml` (rows for told pairs only), and every other file as event rows. `files` maps a name relative to `knowledge/` to its text.
 * @throws EntenteError knowledge.row, with file and line, for the first row that can't be used.
 */
export function buildEventRules(files: Readonly<Record<string, string>>): AllEventRules {
  const names = Object.keys(files)
    .filter((name) => name.startsWith(FOLDER) && name.endsWith(".yaml"))
    .sort();
  const base = (name: string) => name.slice(FOLDER.length, -".yaml".length);
  const special = (wanted: string) => names.filter((name) => base(name) === wanted).flatMap((n) => rowsOf(n, files[n]));
  const seen = new Seen();
  const rows = names
    .filter((name) => !SPECIAL.has(base(name)))
    .flatMap((name) => rowsOf(name, files[name]))
    .map((row, order) => eventRow(row, order, seen));
  const told = special("told").map((row, index) => eventRow(row, rows.length + index, seen, false));

  const operatorSeen = new Seen();
  const operators = special("operators").map((row) => operatorRow(row, operatorSeen));
  const corrections = special("corrections").map((row) => correctionRow(row, operatorSeen));
  const orientationSeen = new Seen();
  const orientations = special("orientations").map((row) => orientationRow(row, orientationSeen));
  const others = {
    operators,
    corrections,
    operatorsBy: indexOf(operators),
    orientationRows: orientations,
    orientations: indexOf(orientations),
    contextOf: contextIndex(special("contexts")),
  };
  const over = (events: readonly EventRow[]): EventRules => ({
    ...others,
    rows: events,
    events: indexOf(events),
    vocabulary: vocabularyOf([...events, ...operators, ...orientations]),
  });
  return { ...over(rows), told: over([...rows, ...told]) };
}
