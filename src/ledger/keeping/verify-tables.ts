import type { Damage } from "../../schema/index.ts";
import type { Database } from "../store/database.ts";

const ANEW =
  "Export the ledger as ndjson, and import it into a new folder; if the damage stays, restore the data folder from a backup.";

/** What must not be found, as a count, and in words. */
const RULES: readonly (readonly [count: string, problem: string])[] = [
  ["SELECT count(*) - count(DISTINCT id) FROM documents", "documents stand in the table twice"],
  ["SELECT count(*) FROM readings r ANTI JOIN documents d ON d.id = r.document", "readings are of no document"],
  ["SELECT count(*) FROM reports r ANTI JOIN documents d ON d.id = r.document", "reports are of no document"],
  [
    "SELECT count(*) FROM reports r ANTI JOIN incidents i ON i.id = r.incident WHERE r.incident IS NOT NULL",
    "reports are of an incident that is not there",
  ],
  [
    "SELECT count(*) FROM reports WHERE states <> '' AND incident IS NULL",
    "reports that name states are of no incident",
  ],
  ["SELECT count(*) FROM incidents i ANTI JOIN reports r ON r.incident = i.id", "incidents have no report"],
  ["SELECT count(*) FROM incidents i ANTI JOIN documents d ON d.id = i.document", "incidents are told by no document"],
  [
    `SELECT count(*) FROM incidents i JOIN (SELECT incident, count(DISTINCT document) AS n FROM reports GROUP BY incident) r
     ON r.incident = i.id WHERE r.n <> i.documents`,
    "incidents count other documents than tell of them",
  ],
  [
    `SELECT count(*) FROM incident_dyads x LEFT JOIN incidents i ON i.id = x.incident
     WHERE (i.type, i.domain, i.status, i.score) IS DISTINCT FROM (x.type, x.domain, x.status, x.score)
        OR i.day_from IS DISTINCT FROM x.day_from OR i.day_to IS DISTINCT FROM x.day_to`,
    "rows in the index of dyads are not those of their incidents",
  ],
  [
    "SELECT count(*) FROM document_states s ANTI JOIN documents d ON d.id = s.document",
    "states are named by no document",
  ],
];

/** What the tables say of each other that can't be. */
export async function tableDamage(database: Database): Promise<Damage[]> {
  const damage: Damage[] = [];
  for (const [count, problem] of RULES) {
    const [{ n }] = await database.read<{ n: number }>(`SELECT (${count})::INTEGER AS n`);
    if (n > 0) damage.push({ problem: `${n} ${problem}`, remedy: ANEW });
  }
  return damage;
}
