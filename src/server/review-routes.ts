import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ReviewDesk } from "../desk/index.ts";
import {
  ErrorBody,
  GoldLine,
  GroupingResult,
  HistoryQuery,
  MergeAct,
  QueueQuery,
  Review,
  ReviewAct,
  ReviewAgreement,
  ReviewQueue,
  ReviewResult,
  SplitAct,
  UndoAct,
} from "../schema/index.ts";

type Api = Parameters<FastifyPluginAsyncZod>[0];

const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });
const limited = <T extends z.ZodRawShape>(query: z.ZodObject<T>, most: number) =>
  query.extend({ limit: z.coerce.number().int().min(1).max(most).optional() });
const Gold = z.object({ text: z.enum(["true", "false"]).optional() });

/** What people ask of reviews. */
function readRoutes(api: Api, reviews: ReviewDesk): void {
  api.get(
    "/reviews/queue",
    {
      schema: {
        summary: "Reports to review, the least certain and most consequential first",
        querystring: limited(QueueQuery, 100),
        response: answers(ReviewQueue),
      },
    },
    ({ query }) => reviews.queue(query),
  );
  api.get(
    "/reviews",
    {
      schema: {
        summary: "What was said, the newest first",
        querystring: limited(HistoryQuery, 1000),
        response: answers(z.array(Review)),
      },
    },
    async ({ query }) => [...(await reviews.history(query))],
  );
  api.get(
    "/reviews/agreement",
    { schema: { summary: "How far each two reviewers agree", response: answers(ReviewAgreement) } },
    () => reviews.agreement(),
  );
  api.get(
    "/reviews/gold",
    {
      schema: {
        summary: "All that was judged, to score a coder on",
        querystring: Gold,
        response: answers(z.array(GoldLine)),
      },
    },
    async ({ query }) => [...(await reviews.gold({ text: query.text === "true" }))],
  );
}

/**
 * What people say. The origin of every request that writes is checked before (guard.ts): no other site's page can
 * review. A person at the keyboard is quick, so the general limit of requests holds, not that of writes.
 */
function writeRoutes(api: Api, reviews: ReviewDesk): void {
  api.post(
    "/reviews",
    {
      schema: {
        summary: "Accepts, corrects, rejects, comments or adds a report",
        body: ReviewAct,
        response: answers(ReviewResult),
      },
    },
    ({ body }) => reviews.review(body),
  );
  api.post(
    "/reviews/undo",
    {
      schema: {
        summary: "Takes back a review, a split or a merge",
        body: UndoAct,
        response: answers(z.union([ReviewResult, GroupingResult])),
      },
    },
    ({ body }) => reviews.undo(body),
  );
  api.post(
    "/reviews/split",
    {
      schema: { summary: "Takes reports out of an incident", body: SplitAct, response: answers(GroupingResult) },
    },
    ({ body }) => reviews.split(body),
  );
  api.post(
    "/reviews/merge",
    { schema: { summary: "Makes incidents one", body: MergeAct, response: answers(GroupingResult) } },
    ({ body }) => reviews.merge(body),
  );
}

/** Reviews, splits and merges over HTTP. */
export function reviewRoutes(api: Api, reviews: ReviewDesk): void {
  readRoutes(api, reviews);
  writeRoutes(api, reviews);
}
