import type { DuckDBValue } from "@duckdb/node-api";
import type { Domain, EventType, ReviewState, Status } from "../../schema/index.ts";
import { sortedDyad, splitCodes } from "../codes.ts";
import { UNKNOWN_OUTLET } from "../queries/sources.ts";
import type { Dyad } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import type { HappenedQuery, ToldIncident } from "./types.ts";

interface IncidentColumns {
  readonly id: readonly string[];
  readonly type: readonly EventType[];
  readonly mode: readonly (string | null)[];
  readonly domain: readonly Domain[];
  readonly status: readonly Status[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly against: readonly string[];
  readonly day_from: readonly (string | null)[];
  readonly day_to: readonly (string | null)[];
  readonly score: readonly number[];
  readonly confidence: readonly number[];
  readonly review: readonly (ReviewState | null)[];
}

interface SourceColumns {
  readonly incident: readonly string[];
  readonly document: readonly string[];
  readonly report: readonly string[];
  readonly family: readonly string[];
  readonly outlet: readonly string[];
  readonly words: readonly string[];
}

type Telling = { readonly document: string; readonly report: string; readonly words: string };
type Told = Telling & { readonly family: string; readonly outlet: string };

const inOrder = (a: Told, b: Told): number =>
  a.document === b.document ? (a.report < b.report ? -1 : 1) : a.document < b.document ? -1 : 1;

/** The reports of one incident, a document's together. */
const sourcesOf = (told: readonly Told[]): ToldIncident["sources"] =>
  [...Map.groupBy(told.toSorted(inOrder), ({ document }) => document).values()].map((own) => {
    const { document, family, outlet } = own[0];
    return { document, family, outlet, words: own.map(({ words }) => words).join(" … ") };
  });

/** Who tells of the incidents that a statement chooses by their ids. */
async function tellingsOf(
  database: Database,
  chosen: string,
  values: Readonly<Record<string, DuckDBValue>>,
): Promise<ReadonlyMap<string, Told[]>> {
  const found = await database.columns<SourceColumns>(
    `SELECT r.incident, r.document, r.id AS report, d.family, coalesce(d.publisher, '${UNKNOWN_OUTLET}') AS outlet, r.quote AS words
     FROM reports r JOIN documents d ON d.id = r.document WHERE r.incident IN (${chosen})`,
    values,
  );
  const told = new Map<string, Told[]>();
  const { incident, document, report, family, outlet, words } = found;
  for (const [at, id] of incident.entries()) {
    const own = told.get(id) ?? [];
    own.push({ document: document[at], report: report[at], family: family[at], outlet: outlet[at], words: words[at] });
    told.set(id, own);
  }
  return told;
}

/** Lists of codes are few and repeat: each is parted once. */
function partedOnce(): (joined: string) => string[] {
  const known = new Map<string, string[]>();
  return (joined) => {
    const codes = known.get(joined) ?? splitCodes(joined);
    known.set(joined, codes);
    return codes;
  };
}

function incidentsOf(found: IncidentColumns, told: ReadonlyMap<string, Told[]> | undefined): ToldIncident[] {
  const codes = partedOnce();
  return found.id.map((id, at) => {
    const [mode, from, to, review] = [found.mode[at], found.day_from[at], found.day_to[at], found.review[at]];
    return {
      id,
      type: found.type[at],
      ...(mode !== null && { mode }),
      domain: found.domain[at],
      status: found.status[at],
      actors: codes(found.actors[at]),
      recipients: codes(found.recipients[at]),
      directedAgainst: codes(found.against[at]),
      ...(from !== null && to !== null && { date: { from, to } }),
      score: found.score[at],
      confidence: found.confidence[at],
      ...(review !== null && { review }),
      sources: sourcesOf(told?.get(id) ?? []),
    };
  });
}

const COLUMNS =
  "id, type, mode, domain, status, actors, recipients, against, day_from, day_to, score, confidence, review";

const ONLY = "(SELECT unnest(string_split($only, ' ')))";

const IN_ORDER = "ORDER BY day_from NULLS LAST, day_to, id";

/** All incidents of a dyad with who tells of them, the oldest first; with `only` those of these ids. */
export async function incidentsBetween(
  database: Database,
  dyad: Dyad,
  only?: readonly string[],
): Promise<readonly ToldIncident[]> {
  const [a, b] = sortedDyad(dyad);
  const values = { a, b, ...(only && { only: only.join(" ") }) };
  const chosen = `SELECT incident FROM incident_dyads WHERE a = $a AND b = $b ${only ? `AND incident IN ${ONLY}` : ""}`;
  const [incidents, told] = await Promise.all([
    database.columns<IncidentColumns>(`SELECT ${COLUMNS} FROM incidents WHERE id IN (${chosen}) ${IN_ORDER}`, values),
    tellingsOf(database, chosen, values),
  ]);
  return incidentsOf(incidents, told);
}

/** Incidents that happened, of some dyads or of all, the oldest first; with `only` those of these ids. */
export async function incidentsHappened(
  database: Database,
  { dyads, from, to, sources }: HappenedQuery,
  only?: readonly string[],
): Promise<readonly ToldIncident[]> {
  const pairs = dyads?.map((dyad) => sortedDyad(dyad).join("+")).join(" ");
  const conditions = [
    "status = 'happened'",
    from !== undefined && "day_to >= $from",
    to !== undefined && "day_from <= $to",
    pairs !== undefined &&
      "id IN (SELECT incident FROM incident_dyads WHERE a || '+' || b IN (SELECT unnest(string_split($pairs, ' '))))",
    only !== undefined && `id IN ${ONLY}`,
  ].filter((condition) => condition !== false);
  const given = Object.entries({ from, to, pairs, only: only?.join(" ") }).filter(([, value]) => value !== undefined);
  const values = Object.fromEntries(given) as Record<string, string>;
  const where = `FROM incidents WHERE ${conditions.join(" AND ")}`;
  const [incidents, told] = await Promise.all([
    database.columns<IncidentColumns>(`SELECT ${COLUMNS} ${where} ${IN_ORDER}`, values),
    sources ? tellingsOf(database, `SELECT id ${where}`, values) : undefined,
  ]);
  return incidentsOf(incidents, told);
}
