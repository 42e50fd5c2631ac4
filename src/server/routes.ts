import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk/index.ts";
import {
  Counting,
  CountryCode,
  Day,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  ErrorBody,
  Incident,
  IncidentPage,
  IncidentsQuery,
  MeasureQuery,
  Overview,
  ReadResult,
  RelationVerdict,
  RelationView,
  Source,
} from "../schema/index.ts";
import { briefRoutes } from "./brief-routes.ts";
import { comparisonRoutes } from "./comparison-routes.ts";
import { guardPath } from "./guard.ts";
import { type ServerOptions, writesPerMinute } from "./options.ts";
import { reviewRoutes } from "./review-routes.ts";
import { searchRoutes } from "./search-routes.ts";
import { watchRoutes } from "./watch-routes.ts";

const Dyad = z.object({ a: CountryCode, b: CountryCode });
const Period = z.object({ from: Day.optional(), to: Day.optional() });
const Page = Period.extend({ ...Counting.shape, limit: z.coerce.number().int().nonnegative().optional() });
const Listed = IncidentsQuery.omit({ a: true, b: true }).extend({
  limit: z.coerce.number().int().positive().max(500).optional(),
  offset: z.coerce.number().int().nonnegative().optional(),
});
const Measured = MeasureQuery.omit({ a: true, b: true, from: true, to: true });
const Id = z.object({ id: z.string().min(1).max(200) });
const StateName = z.object({ code: z.string(), name: z.string(), disputed: z.string().optional() });

const Moved = z.undefined().describe("The incident that it is part of now is under Location");

const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });

/** Markup of an original may neither run script, nor fetch, nor act as a page of ours. */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** All requests but the intake: validate, call the desk, answer. */
export function routes(desk: Desk, options: ServerOptions): FastifyPluginAsyncZod {
  return async (api) => {
    api.get("/openapi.json", { schema: { hide: true } }, () => api.swagger());
    api.get(
      "/health",
      {
        schema: {
          summary: "Tells that an Entente listens",
          response: answers(z.object({ service: z.literal("entente") })),
        },
      },
      async () => ({ service: "entente" as const }),
    );
    api.get("/overview", { schema: { summary: "What the ledger holds", response: answers(Overview) } }, () =>
      desk.overview(),
    );
    api.get(
      "/states",
      { schema: { summary: "Every state by code", response: answers(z.array(StateName)) } },
      async () => [...(await desk.states())],
    );
    api.get(
      "/relations/:a-:b",
      { schema: { summary: "A dyad in a period", params: Dyad, querystring: Page, response: answers(RelationView) } },
      ({ params, query }) => desk.relation({ ...params, ...query }),
    );
    api.get(
      "/relations/:a-:b/incidents",
      {
        schema: {
          summary: "Incidents of a dyad, a page at a time",
          params: Dyad,
          querystring: Listed,
          response: answers(IncidentPage),
        },
      },
      ({ params, query }) => desk.incidents({ ...params, ...query }),
    );
    api.get(
      "/relations/:a-:b/measures",
      {
        schema: {
          summary: "Every measure of a dyad in a period",
          params: Dyad,
          querystring: Period.extend(Measured.shape),
          response: answers(DyadMeasures),
        },
      },
      ({ params, query }) => desk.measure({ ...params, ...query }),
    );
    api.get(
      "/relations/:a-:b/verdict",
      {
        schema: {
          summary: "The verdict on a dyad alone, for lists of many",
          params: Dyad,
          querystring: Period,
          response: answers(RelationVerdict),
        },
      },
      ({ params, query }) => desk.verdict({ ...params, ...query }),
    );
    briefRoutes(api, desk, options);
    watchRoutes(api, desk, options);
    reviewRoutes(api, desk.reviews);
    comparisonRoutes(api, desk);
    searchRoutes(api, desk);
    api.get(
      "/incidents/:id",
      {
        schema: {
          summary: "An incident with all its reports",
          description: "The id of an incident that is part of another one by now is answered with 302 and its place.",
          params: Id,
          response: { ...answers(Incident), 302: Moved },
        },
      },
      async ({ params }, reply) => {
        const incident = await desk.incident(params.id);
        // Not for good: who takes the merge back finds it under its old address again.
        if (incident.id !== params.id) return reply.redirect(encodeURIComponent(incident.id), 302);
        return incident;
      },
    );
    api.get(
      "/documents/:id",
      { schema: { summary: "A document with what was coded from it", params: Id, response: answers(DocumentView) } },
      ({ params }) => desk.document(params.id),
    );
    api.get(
      "/documents/:id/explanation",
      {
        schema: { summary: "How the document is coded and why", params: Id, response: answers(DocumentExplanation) },
      },
      ({ params }) => desk.explain(params.id),
    );
    api.get(
      "/documents/:id/original",
      { schema: { summary: "The bytes as they came", params: Id } },
      async ({ params }, reply) => {
        const original = await desk.original(params.id);
        reply.header("content-security-policy", SANDBOX).type(original.type);
        return reply.send(Buffer.from(original.bytes));
      },
    );
    api.post(
      "/read",
      {
        schema: { summary: "Codes one text without storing it", body: Source, response: answers(ReadResult) },
        preHandler: guardPath(options.token),
        config: { rateLimit: { max: writesPerMinute(options) } },
      },
      ({ body }) => desk.read(body),
    );
  };
}
