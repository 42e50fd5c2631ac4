import { createHash } from "node:crypto";
import { EntenteError, type Grouping, type Incident } from "../../schema/index.ts";
import { incidentsOfAnchors } from "../reviews/grouped.ts";
import { groupingsOf } from "../reviews/records.ts";
import type { Database } from "../store/database.ts";
import { incidentOf, incidentsByIds } from "./incidents.ts";

const hashOf = (document: string, report: string): string =>
  createHash("sha256").update(`${document} ${report}`).digest("hex").slice(0, 24);

/**
 * The incident of an id that names none any more. An id is made of the report that founded its incident: where that
 * report is now, there the id leads. A report that a newer coder tells otherwise is found by what people said of it.
 */
async function incidentNow(database: Database, id: string): Promise<string | undefined> {
  const [, hash] = id.match(/^i([0-9a-f]{24})$/) ?? [];
  if (hash === undefined) return undefined;
  const [founder] = await database.read<{ incident: string }>(
    `SELECT incident FROM reports WHERE incident IS NOT NULL AND sha256(document || ' ' || id)[1:24] = $1 LIMIT 1`,
    [hash],
  );
  if (founder) return founder.incident;
  const anchors = (await groupingsOf(database)).flatMap(({ groups }) => groups.flat());
  const [incident] = await incidentsOfAnchors(
    database,
    anchors.filter(({ document, report }) => hashOf(document, report) === hash),
  );
  return incident;
}

/** The incidents that people keep apart from this one, by splits that nobody took back. */
async function apartFrom(database: Database, id: string, groupings: readonly Grouping[]): Promise<Incident["apart"]> {
  const anchors = groupings.filter(({ kind, undone }) => kind === "split" && !undone).flatMap(({ groups }) => groups);
  const ids = await incidentsOfAnchors(database, anchors.flat());
  const apart = await incidentsByIds(
    database,
    ids.filter((one) => one !== id),
  );
  return apart.length > 0 ? [...apart] : undefined;
}

async function found(database: Database, id: string): Promise<Incident> {
  try {
    return await incidentOf(database, id);
  } catch (thrown) {
    const unknown = thrown instanceof EntenteError && thrown.code === "incident.unknown";
    const now = unknown ? await incidentNow(database, id) : undefined;
    if (now === undefined) throw thrown;
    return { ...(await incidentOf(database, now)), asked: id };
  }
}

/** One incident with all its reports; under an id of before, the incident that its reports are in now. Errors: incident.unknown. */
export async function incidentAt(database: Database, id: string): Promise<Incident> {
  const incident = await found(database, id);
  const apart = incident.groupings && (await apartFrom(database, incident.id, incident.groupings));
  return { ...incident, ...(apart && { apart }) };
}
