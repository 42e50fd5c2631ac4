import type { CoderName } from "../../schema/index.ts";
import type { Database } from "../store/database.ts";

/** Who coded the readings that count, with how many documents each, the most first. */
export async function codersIn(database: Database): Promise<(CoderName & { documents: number })[]> {
  const rows = await database.read<CoderName & { documents: number }>(
    `SELECT coder AS version, model, knowledge, count(*)::INTEGER AS documents
     FROM (SELECT arg_max(coder, seq) AS coder, arg_max(model, seq) AS model, arg_max(knowledge, seq) AS knowledge
           FROM readings GROUP BY document)
     GROUP BY ALL ORDER BY documents DESC, version, model, knowledge`,
  );
  return [...rows];
}
