import type { Counts } from "../shapes.ts";
import type { Database } from "../store/database.ts";

export async function countAll(database: Database): Promise<Counts> {
  const [counts] = await database.read<Counts>(`
    SELECT (SELECT count(*) FROM documents)::INTEGER AS documents,
           (SELECT count(*) FROM documents WHERE language <> 'en' AND NOT starts_with(language, 'en-'))::INTEGER AS "notCoded",
           (SELECT count(*) FROM reports)::INTEGER AS reports,
           (SELECT count(*) FROM incidents)::INTEGER AS incidents,
           (SELECT count(*) FROM quotations)::INTEGER AS quotations`);
  return counts;
}
