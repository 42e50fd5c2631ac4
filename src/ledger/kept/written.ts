import { type Change, type Days, type NamingChange, pairOf } from "./change.ts";

type Cell = string | number | bigint | boolean | null;

/** Asks the tables as they were before the write, or as they are after it. */
interface Asked {
  read<T>(sql: string, values: readonly string[]): Promise<readonly T[]>;
}

/** An incident with marks of all that is told of it. */
interface Marked {
  readonly id: string;
  readonly day_from: string | null;
  readonly day_to: string | null;
  readonly mark: string;
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

  /** What that changed; `before` sees nothing of it yet, `after` all of it. */
  async change(before: Asked, after: Asked): Promise<Change> {
    const change = new Growing();
    for (const row of this.#of("documents"))
      change.naming(String(row[1])).day = (row[6] as string | null)?.slice(0, 10);
    for (const [document, state] of this.#of("document_states"))
      change.naming(String(document)).states.add(String(state));
    await this.#clustered(change, before, after);
    await this.#retellings(change, before, after);
    await this.#recountings(change, before);
    return change;
  }

  #of(table: string): readonly (readonly Cell[])[] {
    return this.#rows.get(table) ?? [];
  }

  /** The strands, as they were, of which any report is told anew. */
  async #strandsBefore(before: Asked): Promise<string> {
    const reports = this.#of("reports");
    const inserted = reports.map(([seq, , id]) => `${seq}:${id}`).join(" ");
    const seqs = [...new Set(reports.map(([seq]) => seq))].join(", ");
    const rows = await before.read<{ strand: string }>(
      `SELECT strand FROM reports WHERE strand IS NOT NULL AND document IN ${WORDS}
       UNION SELECT strand FROM (SELECT strand, seq || ':' || id AS place FROM reports
         WHERE strand IS NOT NULL AND seq IN (${seqs || "NULL"}))
       WHERE place IN (SELECT unnest(string_split($2, ' ')))`,
      [[...this.#retold].join(" "), inserted],
    );
    return rows.map(({ strand }) => strand).join(" ");
  }

  /** Strands are made anew whole: of their incidents those changed that are told otherwise than before, or only once. */
  async #clustered(change: Growing, before: Asked, after: Asked): Promise<void> {
    const strands = [...new Set(this.#of("incidents").map(([, strand]) => strand))].join(" ");
    const was = await markedIn(before, await this.#strandsBefore(before));
    const is = await markedIn(after, strands);
    const differs = ({ id, mark }: Marked, others: ReadonlyMap<string, Marked>): boolean =>
      others.get(id)?.mark !== mark;
    const gone = [...was.values()].filter((one) => differs(one, is));
    const come = [...is.values()].filter((one) => differs(one, was));
    for (const { id, day_from: from, day_to: to } of [...gone, ...come]) change.incident(id, from, to);
    for (const [asked, some] of [[before, gone] as const, [after, come] as const])
      for (const dyad of await dyadsOf(asked, some)) change.dyads.add(dyad);
  }

  /** What people say of a report is told with its incident, whether it changes that or not. */
  async #retellings(change: Growing, before: Asked, after: Asked): Promise<void> {
    if (this.#retold.size === 0) return;
    for (const document of this.#retold) change.documents.add(document);
    for (const asked of [before, after]) {
      const rows = await asked.read<{ incident: string }>(
        `SELECT DISTINCT incident FROM reports WHERE incident IS NOT NULL AND document IN ${WORDS}`,
        [[...this.#retold].join(" ")],
      );
      for (const { incident } of rows) change.incidents.add(incident);
    }
  }

  async #recountings(change: Growing, before: Asked): Promise<void> {
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

/** The incidents of some strands, by their ids: found by the narrow column first, since reports are long. */
async function markedIn(asked: Asked, strands: string): Promise<ReadonlyMap<string, Marked>> {
  if (strands === "") return new Map();
  const own = (table: string): string => `(SELECT * EXCLUDE (strand) FROM ${table}
    WHERE rowid IN (SELECT rowid FROM ${table} WHERE strand IN ${WORDS}))`;
  const rows = await asked.read<Marked>(
    `SELECT i.id, i.day_from, i.day_to, hash(i) || ' ' || r.mark AS mark FROM ${own("incidents")} i
     LEFT JOIN (SELECT incident, bit_xor(hash(t)) AS mark FROM ${own("reports")} t GROUP BY incident) r
       ON r.incident = i.id`,
    [strands],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function dyadsOf(asked: Asked, incidents: readonly Marked[]): Promise<readonly string[]> {
  if (incidents.length === 0) return [];
  const rows = await asked.read<{ a: string; b: string }>(
    `SELECT DISTINCT a, b FROM incident_dyads WHERE incident IN ${WORDS}`,
    [incidents.map(({ id }) => id).join(" ")],
  );
  return rows.map(({ a, b }) => pairOf([a, b]));
}
