import { EntenteError, type Grouping, type Review } from "../../schema/index.ts";
import { recluster } from "../incidents/recluster.ts";
import type { Database, Writer } from "../store/database.ts";
import type { Reviewed } from "./apply.ts";
import { incidentAnchors, incidentsOfAnchors, strandsOfAnchors } from "./grouped.ts";
import { groupingsOf, now, recordId, reviewsOf, writeGrouping, writeReview, writeUndo } from "./records.ts";
import { refresh } from "./refresh.ts";
import { assertUntaken } from "./standing.ts";
import type { Judged, NewMerge, NewReview, NewSplit, Regrouped } from "./types.ts";

/** One transaction that touches the answers on what it tells otherwise. */
const retelling = <T>(database: Database, work: (writer: Writer) => Promise<T>): Promise<T> =>
  database.transaction(work, "told");

async function judged(writer: Writer, review: Review, reviewed: Reviewed): Promise<Judged> {
  const report = reviewed.reviews.find(({ history }) => history.some(({ id }) => id === review.id));
  const told = report?.history.find(({ id }) => id === review.id) ?? review;
  const [row] = await writer.read<{ incident: string | null }>(
    "SELECT incident FROM reports WHERE document = $1 AND id = $2",
    [review.document, report?.report ?? review.report],
  );
  return { review: told, ...(report && { report }), ...(row?.incident && { incident: row.incident }) };
}

/** Writes a review down and brings reports and incidents up to it. Errors: review.taken, document.unknown. */
export function addReview(database: Database, draft: NewReview): Promise<Judged> {
  return retelling(database, async (writer) => {
    const { document, report } = draft.review;
    const all = await reviewsOf(writer, [document]);
    assertUntaken(
      { ...draft.review, ...draft },
      all.filter((each) => each.report === report),
    );
    const review: Review = { id: recordId("v"), ...draft.review, at: now() };
    await writeReview(writer, review);
    return judged(writer, review, await refresh(writer, document));
  });
}

/** Takes a review back. Errors: review.unknown, review.undone. */
export function undoReview(database: Database, id: string, reviewer: string): Promise<Judged> {
  return retelling(database, async (writer) => {
    const review = (await reviewsOf(writer)).find((each) => each.id === id);
    if (!review) throw new EntenteError("review.unknown", { id });
    await writeUndo(writer, "reviews", review, review.document, reviewer);
    return judged(writer, review, await refresh(writer, review.document));
  });
}

async function regroup(writer: Writer, grouping: Grouping): Promise<Regrouped> {
  const anchors = grouping.groups.flat();
  await recluster(writer, [], await strandsOfAnchors(writer, anchors));
  return { grouping, incidents: await incidentsOfAnchors(writer, anchors) };
}

/** Takes reports out of an incident. Errors: incident.unknown, incident.whole. */
export function splitIncident(database: Database, { incident, reports, ...signed }: NewSplit): Promise<Regrouped> {
  return retelling(database, async (writer) => {
    const anchors = await incidentAnchors(writer, incident);
    const chosen = new Set(reports.map(({ document, report }) => `${document} ${report}`));
    const out = anchors.filter(({ document, report }) => chosen.has(`${document} ${report}`));
    const rest = anchors.filter((anchor) => !out.includes(anchor));
    if (out.length !== chosen.size || rest.length === 0) throw new EntenteError("incident.whole", { id: incident });
    const grouping: Grouping = { id: recordId("g"), kind: "split", ...signed, at: now(), groups: [rest, out] };
    await writeGrouping(writer, grouping);
    return regroup(writer, grouping);
  });
}

/** Makes incidents one. Errors: incident.unknown, incident.same. */
export function mergeIncidents(database: Database, { incidents, ...signed }: NewMerge): Promise<Regrouped> {
  return retelling(database, async (writer) => {
    const distinct = [...new Set(incidents)];
    if (distinct.length < 2) throw new EntenteError("incident.same");
    const anchors = [];
    for (const incident of distinct) anchors.push(...(await incidentAnchors(writer, incident)));
    const grouping: Grouping = { id: recordId("g"), kind: "merge", ...signed, at: now(), groups: [anchors] };
    await writeGrouping(writer, grouping);
    return regroup(writer, grouping);
  });
}

/** Takes a split or merge back. Errors: review.unknown, review.undone. */
export function undoGrouping(database: Database, id: string, reviewer: string): Promise<Regrouped> {
  return retelling(database, async (writer) => {
    const grouping = (await groupingsOf(writer)).find((each) => each.id === id);
    if (!grouping) throw new EntenteError("review.unknown", { id });
    const undone = await writeUndo(writer, "groupings", grouping, null, reviewer);
    return regroup(writer, { ...grouping, undone });
  });
}
