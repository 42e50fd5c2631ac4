import {
  type BriefEdits,
  type BriefVersion,
  type BriefVersionHead,
  type EditsHead,
  EntenteError,
} from "../../schema/index.ts";
import { joinCodes, sortedDyad, splitCodes } from "../codes.ts";
import { withoutNulls } from "../queries/shapes.ts";
import type { Database, Writer } from "../store/database.ts";
import type { BriefKey, EditsLedger, NewVersion, StoredEdits } from "./types.ts";

/** Runs some writing while nobody else writes. */
type Alone = <T>(work: () => Promise<T>) => Promise<T>;

const OF_KEY = "dyad = $1 AND day_from = $2 AND day_to = $3 AND name = $4";

const cellsOf = ({ dyad, from = "", to = "", name }: BriefKey): [string, string, string, string] => [
  joinCodes(sortedDyad([...dyad])),
  from,
  to,
  name,
];

interface EditsRow {
  readonly revision: number;
  readonly json: string;
}

interface VersionRow {
  readonly number: number;
  readonly at: string;
  readonly words: string | null;
  readonly edits: string;
  readonly brief: string;
}

async function newest(from: Database | Writer, key: BriefKey): Promise<EditsRow | undefined> {
  const [row] = await from.read<EditsRow>(
    `SELECT revision, json FROM brief_edits WHERE ${OF_KEY} ORDER BY revision DESC LIMIT 1`,
    cellsOf(key),
  );
  return row;
}

function versionOf({ number, at, words, edits, brief }: VersionRow): BriefVersion {
  const written = JSON.parse(brief) as BriefVersion["brief"];
  const statements = written.sections.reduce((sum, section) => sum + section.statements.length, 0);
  const head = { number, at, ...withoutNulls({ words }), title: written.title, statements };
  return { ...head, edits: JSON.parse(edits) as BriefEdits, brief: written };
}

const headOf = ({ edits: _edits, brief: _brief, ...head }: BriefVersion): BriefVersionHead => head;

interface HeadRow {
  readonly dyad: string;
  readonly day_from: string;
  readonly day_to: string;
  readonly name: string;
  readonly revision: number;
  readonly at: string;
  readonly versions: number;
}

const headFrom = ({ dyad, day_from, day_to, name, revision, at, versions }: HeadRow): EditsHead => ({
  dyad: splitCodes(dyad) as [string, string],
  ...(day_from && { from: day_from }),
  ...(day_to && { to: day_to }),
  name,
  revision,
  at,
  versions,
});

/** An analyst's edits in the ledger's tables `brief_edits` and `brief_versions`, to which rows are only added. */
export class DuckDBEdits implements EditsLedger {
  readonly #database: Database;
  readonly #alone: Alone;

  constructor(database: Database, alone: Alone) {
    this.#database = database;
    this.#alone = alone;
  }

  async list(): Promise<readonly EditsHead[]> {
    const rows = await this.#database.read<HeadRow>(
      `SELECT dyad, day_from, day_to, name, max(revision) AS revision, max("at") AS "at",
         (SELECT count(*)::INTEGER FROM brief_versions v WHERE v.dyad = e.dyad AND v.day_from = e.day_from
            AND v.day_to = e.day_to AND v.name = e.name) AS versions
       FROM brief_edits e GROUP BY dyad, day_from, day_to, name ORDER BY "at" DESC, dyad, name`,
    );
    return rows.map(headFrom);
  }

  async read(key: BriefKey): Promise<StoredEdits | undefined> {
    const row = await newest(this.#database, key);
    return row && { revision: row.revision, edits: JSON.parse(row.json) as BriefEdits };
  }

  write(key: BriefKey, edits: BriefEdits, revision: number): Promise<number> {
    return this.#alone(() =>
      this.#database.transaction(async (writer) => {
        const found = (await newest(writer, key))?.revision ?? 0;
        if (found !== revision) throw new EntenteError("edits.conflict", { found, given: revision });
        const row = [...cellsOf(key), found + 1, new Date().toISOString(), JSON.stringify(edits)];
        await writer.insert("brief_edits", [row]);
        return found + 1;
      }, "nothing"),
    );
  }

  async versions(key: BriefKey): Promise<readonly BriefVersionHead[]> {
    return (await this.#versions(key)).map((row) => headOf(versionOf(row)));
  }

  async version(key: BriefKey, number: number): Promise<BriefVersion> {
    const row = (await this.#versions(key)).find((each) => each.number === number);
    if (!row) throw new EntenteError("version.unknown", { number, name: key.name });
    return versionOf(row);
  }

  keep(key: BriefKey, { edits, brief, words }: NewVersion): Promise<BriefVersionHead> {
    return this.#alone(() =>
      this.#database.transaction(async (writer) => {
        const [{ last }] = await writer.read<{ last: number | null }>(
          `SELECT max(number) AS "last" FROM brief_versions WHERE ${OF_KEY}`,
          cellsOf(key),
        );
        const row = { number: (last ?? 0) + 1, at: new Date().toISOString(), words: words ?? null };
        const texts = { edits: JSON.stringify(edits), brief: JSON.stringify(brief) };
        const cells = [...cellsOf(key), row.number, row.at, row.words, texts.edits, texts.brief];
        await writer.insert("brief_versions", [cells]);
        return headOf(versionOf({ ...row, ...texts }));
      }, "nothing"),
    );
  }

  #versions(key: BriefKey): Promise<readonly VersionRow[]> {
    return this.#database.read<VersionRow>(
      `SELECT number, "at", words, edits, brief FROM brief_versions WHERE ${OF_KEY} ORDER BY number`,
      cellsOf(key),
    );
  }
}
