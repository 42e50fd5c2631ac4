import { type Anchor, EntenteError, type Grouping } from "../../schema/index.ts";
import { keyOf, type Linkable, resolveAnchor } from "./links.ts";
import { groupingsOf, type Reads } from "./records.ts";

interface Row extends Linkable {
  readonly incident: string | null;
  readonly strand: string | null;
}

const COLUMNS = 'document, id, type, "start", stop, incident, strand';

const anchorOf = ({ document, id, start, stop }: Row): Anchor => ({ document, report: id, span: [start, stop] });

const reportsOf = (reads: Reads, documents: Iterable<string>): Promise<readonly Row[]> =>
  reads.read<Row>(
    `SELECT ${COLUMNS} FROM reports WHERE document IN (SELECT unnest(string_split($1, ' '))) ORDER BY seq, id`,
    [[...new Set(documents)].join(" ")],
  );

/** The reports of an incident, as they are found again. Errors: incident.unknown. */
export async function incidentAnchors(reads: Reads, incident: string): Promise<Anchor[]> {
  const rows = await reads.read<Row>(`SELECT ${COLUMNS} FROM reports WHERE incident = $1 ORDER BY seq, id`, [incident]);
  if (rows.length === 0) throw new EntenteError("incident.unknown", { id: incident });
  return rows.map(anchorOf);
}

async function foundReports(reads: Reads, anchors: readonly Anchor[]): Promise<Row[]> {
  const rows = await reportsOf(
    reads,
    anchors.map(({ document }) => document),
  );
  return anchors.flatMap((anchor) => resolveAnchor(anchor, rows) ?? []);
}

/** The strands in which the reports are that anchors speak of. */
export async function strandsOfAnchors(reads: Reads, anchors: readonly Anchor[]): Promise<Set<string>> {
  return new Set((await foundReports(reads, anchors)).flatMap(({ strand }) => strand ?? []));
}

/** The incidents in which the reports are that anchors speak of. */
export async function incidentsOfAnchors(reads: Reads, anchors: readonly Anchor[]): Promise<string[]> {
  return [...new Set((await foundReports(reads, anchors)).flatMap(({ incident }) => incident ?? []))];
}

/** The splits and merges that speak of reports of an incident, the oldest first; those taken back too. */
export async function groupingsAbout(reads: Reads, incident: string): Promise<Grouping[]> {
  const groupings = await groupingsOf(reads);
  if (groupings.length === 0) return [];
  const own = await reads.read<Row>(`SELECT ${COLUMNS} FROM reports WHERE incident = $1`, [incident]);
  const all = await reportsOf(
    reads,
    own.map(({ document }) => document),
  );
  const keys = new Set(own.map(keyOf));
  const speaks = (anchor: Anchor): boolean => {
    const found = resolveAnchor(anchor, all);
    return found !== undefined && keys.has(keyOf(found));
  };
  return groupings.filter(({ groups }) => groups.flat().some(speaks));
}
