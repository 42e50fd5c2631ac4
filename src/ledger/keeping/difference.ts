import type { RecodedRow, Recoding } from "../../schema/index.ts";
import type { Database, Writer } from "../store/database.ts";

interface Kind {
  readonly kind: RecodedRow["kind"];
  readonly table: string;
  readonly key: readonly string[];
  readonly fields: readonly string[];
}

const TOLD = ["type", "mode", "domain", "status", "actors", "recipients", "against", "day_from", "day_to", "place"];

const REPORTS: Kind = {
  kind: "report",
  table: "reports",
  key: ["document", "id"],
  fields: [...TOLD, "persons", "things"],
};
const INCIDENTS: Kind = {
  kind: "incident",
  table: "incidents",
  key: ["id"],
  fields: [...TOLD, "documents", "families"],
};

/** Who did what to whom, when: of the old (`o`) or the new (`n`). */
const inWords = (side: "o" | "n"): string =>
  `concat_ws(' ', ${side}.type, ${side}.mode, replace(${side}.actors, '+', ', '),
    CASE WHEN ${side}.recipients <> '' THEN '→ ' || replace(${side}.recipients, '+', ', ') END,
    CASE WHEN ${side}.day_from = ${side}.day_to THEN ${side}.day_from ELSE ${side}.day_from || ' to ' || ${side}.day_to END,
    ${side}.status, '(' || ${side}.domain || ')')`;

/** Every row of either ledger with what became of it. Documents that were not coded anew are left out. */
function compared({ kind, table, key, fields }: Kind): string {
  const kept = kind === "report" ? "WHERE document IN (SELECT id FROM beside.documents)" : "";
  const differing = fields
    .map((field) => `CASE WHEN o."${field}" IS DISTINCT FROM n."${field}" THEN '${field}' END`)
    .join(", ");
  return `SELECT '${kind}' AS kind, coalesce(o.id, n.id) AS id, coalesce(o.document, n.document) AS document,
      coalesce(n.quote, o.quote) AS words,
      CASE WHEN o.id IS NULL THEN 'added' WHEN n.id IS NULL THEN 'gone' WHEN concat_ws(' ', ${differing}) = '' THEN 'same' ELSE 'changed' END AS change,
      CASE WHEN o.id IS NOT NULL THEN ${inWords("o")} END AS before,
      CASE WHEN n.id IS NOT NULL THEN ${inWords("n")} END AS after,
      concat_ws(' ', ${differing}) AS fields
    FROM (SELECT * FROM ${table} ${kept}) o
    FULL JOIN (SELECT * FROM beside.${table}) n ON ${key.map((name) => `o.${name} = n.${name}`).join(" AND ")}`;
}

interface ChangeRow extends Omit<RecodedRow, "fields" | "before" | "after"> {
  readonly fields: string;
  readonly before: string | null;
  readonly after: string | null;
}

const rowOf = ({ fields, before, after, ...row }: ChangeRow): RecodedRow => ({
  ...row,
  ...(before !== null && { before }),
  ...(after !== null && { after }),
  fields: row.change === "changed" ? fields.split(" ") : [],
});

type Counts = Recoding["reports"];

async function countsOf(writer: Writer, kind: RecodedRow["kind"]): Promise<Counts> {
  const found = await writer.read<{ change: keyof Counts; n: number }>(
    "SELECT change, count(*)::INTEGER AS n FROM differences WHERE kind = $1 GROUP BY change",
    [kind],
  );
  const counts = { same: 0, added: 0, gone: 0, changed: 0 };
  for (const { change, n } of found) counts[change] = n;
  return counts;
}

/**
 * What the ledger in a file has otherwise than this one: reports by document and id, which is anchored in the text,
 * incidents by id, which is that of the report that came first.
 */
export function differenceOf(
  database: Database,
  file: string,
  limit: number,
): Promise<Pick<Recoding, "documents" | "reports" | "incidents" | "rows" | "moreRows">> {
  return database.beside(file, async (writer) => {
    await writer.run(
      `CREATE OR REPLACE TEMP TABLE differences AS ${compared(REPORTS)} UNION ALL ${compared(INCIDENTS)}`,
    );
    const [{ documents }] = await writer.read<{ documents: number }>(
      "SELECT count(*)::INTEGER AS documents FROM beside.documents",
    );
    const rows = await writer.read<ChangeRow>(
      `SELECT kind, change, id, document, words, before, after, fields FROM differences WHERE change <> 'same'
       ORDER BY kind DESC, document, id LIMIT ${Math.trunc(limit)}`,
    );
    const [reports, incidents] = [await countsOf(writer, "report"), await countsOf(writer, "incident")];
    await writer.run("DROP TABLE differences");
    const all = [reports, incidents].reduce((sum, { added, gone, changed }) => sum + added + gone + changed, 0);
    return { documents, reports, incidents, rows: rows.map(rowOf), moreRows: all - rows.length };
  });
}
