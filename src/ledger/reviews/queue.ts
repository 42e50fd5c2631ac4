import type { DuckDBValue } from "@duckdb/node-api";
import type { ReviewProgress } from "../../schema/index.ts";
import { sortedDyad } from "../codes.ts";
import type { Dyad } from "../shapes.ts";
import type { Reads } from "./records.ts";
import type { Queued, QueueRequest } from "./types.ts";

/** How much an incident weighs that did not happen: a wrong status may hide one that did. */
const NOT_HAPPENED = 0.3;

/**
 * How much rests on a report: the size of its score, divided by the independent sources of its incident, since what
 * many tell does not hang on one of them.
 */
const CONSEQUENCE = `abs(r.score) / 10 / greatest(i.families, 1) * (CASE WHEN r.status = 'happened' THEN 1 ELSE ${NOT_HAPPENED} END)`;

interface Row {
  readonly document: string;
  readonly report: string;
  readonly incident: string | null;
  readonly documents: number | null;
  readonly families: number | null;
  readonly uncertainty: number | null;
  readonly consequence: number | null;
}

type Values = Record<string, DuckDBValue>;

const dyadValues = (dyad: Dyad | undefined): Values => {
  if (!dyad) return {};
  const [a, b] = sortedDyad(dyad);
  return { a, b };
};

const ofDyad = (dyad: Dyad | undefined): string =>
  dyad ? "AND r.incident IN (SELECT incident FROM incident_dyads WHERE a = $a AND b = $b)" : "";

/** Whether the states of a judged report, which may be of no incident any more, name the dyad. */
const judgedOfDyad = (dyad: Dyad | undefined): string =>
  dyad ? "AND list_has_all(string_split(j.states, '+'), [$a, $b])" : "";

const queued = ({ document, report, incident, documents, families, uncertainty, consequence }: Row): Queued => ({
  document,
  report,
  ...(incident !== null && { incident: { id: incident, documents: documents ?? 0, families: families ?? 0 } }),
  ...(uncertainty !== null &&
    consequence !== null && { priority: { value: uncertainty * consequence, uncertainty, consequence } }),
});

/** Reports that nobody judged and that are of an incident between states. */
async function openReports(reads: Reads, { dyad, limit }: QueueRequest): Promise<readonly Row[]> {
  return reads.read<Row>(
    `SELECT r.document, r.id AS report, i.id AS incident, i.documents, i.families,
            1 - r.confidence AS uncertainty, ${CONSEQUENCE} AS consequence
     FROM reports r JOIN incidents i ON i.id = r.incident
     WHERE r.review IS NULL AND r.incident IN (SELECT incident FROM incident_dyads) ${ofDyad(dyad)}
     ORDER BY uncertainty * consequence DESC, r.seq, r.id LIMIT $limit`,
    { ...dyadValues(dyad), limit },
  );
}

const PARTS = {
  second: "j.state = 'reviewed' AND NOT contains(j.reviewers, $reviewer)",
  disputed: "j.state = 'disputed'",
  orphaned: "j.orphaned",
  done: "j.state <> 'machine'",
} as const;

/** Judged reports: the oldest judgement first, what is done the newest first. */
async function judgedReports(reads: Reads, request: QueueRequest, part: keyof typeof PARTS): Promise<readonly Row[]> {
  const { dyad, reviewer = "", limit } = request;
  return reads.read<Row>(
    `SELECT j.document, j.report, i.id AS incident, i.documents, i.families, NULL AS uncertainty, NULL AS consequence
     FROM judgements j LEFT JOIN reports r ON r.document = j.document AND r.id = j.report
     LEFT JOIN incidents i ON i.id = r.incident
     WHERE ${PARTS[part]} ${judgedOfDyad(dyad)}
     ORDER BY j."at" ${part === "done" ? "DESC" : ""}, j.document, j.report LIMIT $limit`,
    {
      ...dyadValues(dyad),
      ...(part === "second" && { reviewer: `\n${reviewer.toLowerCase()}\n` }),
      limit,
    },
  );
}

/** The reports of a part of the queue, in its order. */
export async function queueOf(reads: Reads, request: QueueRequest): Promise<readonly Queued[]> {
  const rows =
    request.part === "open" ? await openReports(reads, request) : await judgedReports(reads, request, request.part);
  return rows.map(queued);
}

type Judged = Omit<ReviewProgress, "machine">;

/** How many reports of incidents between states are in which state. */
export async function progressOf(reads: Reads, dyad?: Dyad): Promise<ReviewProgress> {
  const [{ machine }] = await reads.read<{ machine: number }>(
    `SELECT count(*)::INTEGER AS machine FROM reports r
     WHERE r.review IS NULL AND r.incident IN (SELECT incident FROM incident_dyads) ${ofDyad(dyad)}`,
    dyadValues(dyad),
  );
  const [judged] = await reads.read<Judged>(
    `SELECT count(*) FILTER (j.state = 'reviewed')::INTEGER AS reviewed,
            count(*) FILTER (j.state = 'confirmed')::INTEGER AS confirmed,
            count(*) FILTER (j.state = 'disputed')::INTEGER AS disputed,
            count(*) FILTER (j.state <> 'machine' AND j.verdict = 'rejected')::INTEGER AS rejected,
            count(*) FILTER (j.orphaned)::INTEGER AS orphaned
     FROM judgements j WHERE true ${judgedOfDyad(dyad)}`,
    dyadValues(dyad),
  );
  return { machine, ...judged };
}
