import { type Change, type Days, type NamingChange, pairOf } from "./change.ts";

type Cell = string | number | bigint | boolean | null;

/** Asks the tables as they were before the write. */
interface Before {
  read<T>(sql: string, values: readonly string[]): Promise<readonly T[]>;
}

/** A change that grows. */
class Growing implements Change {
  readonly incidents = new Set<string>();
  readonly dyads = new Set<string>();
  readonly days: Days[] = [];
  readonly documents = new Set<string>();
  readonly #named = new Map<string, { day?: string; readonly states: Set<string> }>();

  get named(): readonly NamingChange[] {
    return [...this.#named.values()];
  }

  incident(id: string, from: string | null, to: string | null): void {
    this.incidents.add(id);
    if (from !== null && to !== null) this.days.push({ from, to });
  }

  naming(document: string): { day?: string; readonly states: Set<string> } {
    const own = this.#named.get(document) ?? { states: new Set<string>() };
    this.#named.set(document, own);
    this.documents.add(document);
    return own;
  }
}

const WORDS = "(SELECT unnest(string_split($1, ' ')))";

/** What a transaction wrote of what is told: the rows that it put in, and the documents of which it took some out. */
export class Written {
  readonly #rows = new Map<string, (readonly Cell[])[]>();
  /** Documents whose reports were taken out. */
  readonly #retold = new Set<string>();
  /** Documents that count otherwise among what was read. */
  readonly #counted = new Set<string>();

  /** Notes rows that are put into a table. */
  inserted(table: string, rows: readonly (readonly Cell[])[]): void {
    this.#rows.set(table, [...(this.#rows.get(table) ?? []), ...rows]);
  }

  /** Notes documents whose reports are told anew. */
  retold(documents: readonly string[]): void {
    for (const id of documents) this.#retold.add(id);
  }

  /** Notes documents of another reading or source family. */
  recounted(documents: readonly string[]): void {
    for (const id of documents) this.#counted.add(id);
    this.retold(documents);
  }

  /** What that changed; `before` sees nothing of it yet. */
  async change(before: Before): Promise<Change> {
    const change = new Growing();
    this.#inserted(change);
    await this.#gone(change, before);
    await this.#recounted(change, before);
    return change;
  }

  #of(table: string): readonly (readonly Cell[])[] {
    return this.#rows.get(table) ?? [];
  }

  #inserted(change: Growing): void {
    for (const row of this.#of("incidents")) change.incident(String(row[0]), row[9] as string, row[10] as string);
    for (const [, , a, b] of this.#of("incident_dyads")) change.dyads.add(pairOf([String(a), String(b)]));
    for (const row of this.#of("documents"))
      change.naming(String(row[1])).day = (row[6] as string | null)?.slice(0, 10);
    for (const [document, state] of this.#of("document_states"))
      change.naming(String(document)).states.add(String(state));
  }

  /** The strands, as they were, of which any report is told anew. */
  async #strands(before: Before): Promise<readonly string[]> {
    const reports = this.#of("reports");
    const inserted = reports.map(([seq, , id]) => `${seq}:${id}`).join(" ");
    const seqs = [...new Set(reports.map(([seq]) => seq))].join(", ");
    const rows = await before.read<{ strand: string }>(
      `SELECT DISTINCT strand FROM reports WHERE strand IS NOT NULL AND (document IN ${WORDS}
         OR (seq IN (${seqs || "NULL"}) AND seq || ':' || id IN (SELECT unnest(string_split($2, ' ')))))`,
      [[...this.#retold].join(" "), inserted],
    );
    return rows.map(({ strand }) => strand);
  }

  async #gone(change: Growing, before: Before): Promise<void> {
    for (const document of this.#retold) change.documents.add(document);
    const strands = [(await this.#strands(before)).join(" ")];
    if (strands[0] === "") return;
    const incidents = await before.read<{ id: string; day_from: string | null; day_to: string | null }>(
      `SELECT id, day_from, day_to FROM incidents WHERE strand IN ${WORDS}`,
      strands,
    );
    for (const { id, day_from: from, day_to: to } of incidents) change.incident(id, from, to);
    const dyads = await before.read<{ a: string; b: string }>(
      `SELECT DISTINCT a, b FROM incident_dyads WHERE strand IN ${WORDS}`,
      strands,
    );
    for (const { a, b } of dyads) change.dyads.add(pairOf([a, b]));
  }

  async #recounted(change: Growing, before: Before): Promise<void> {
    if (this.#counted.size === 0) return;
    const ids = [[...this.#counted].join(" ")];
    const states = await before.read<{ document: string; state: string }>(
      `SELECT document, state FROM document_states WHERE document IN ${WORDS}`,
      ids,
    );
    for (const { document, state } of states) change.naming(document).states.add(state);
    const days = await before.read<{ id: string; day: string | null }>(
      `SELECT id, substr(published, 1, 10) AS day FROM documents WHERE id IN ${WORDS}`,
      ids,
    );
    for (const { id, day } of days) change.naming(id).day = day ?? undefined;
  }
}
