import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { briefAs, FORMATS, MEDIA_TYPES } from "../brief/index.ts";
import type { Desk } from "../desk/index.ts";
import {
  Brief,
  CountryCode,
  Day,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  ErrorBody,
  Incident,
  MeasureQuery,
  Overview,
  ReadResult,
  RelationView,
  Source,
} from "../schema/index.ts";
import { comparisonRoutes } from "./comparison-routes.ts";
import { guardPath } from "./guard.ts";
import type { ServerOptions } from "./options.ts";

const Dyad = z.object({ a: CountryCode, b: CountryCode });
const Period = z.object({ from: Day.optional(), to: Day.optional() });
const Measured = MeasureQuery.omit({ a: true, b: true, from: true, to: true });
const Printed = z.object({ paper: z.enum(["a4", "letter"]).optional() });
const Id = z.object({ id: z.string().min(1).max(200) });
const StateName = z.object({ code: z.string(), name: z.string() });

const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });

/** Markup of an original may neither run script, nor fetch, nor act as a page of ours. */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A brief as a page: its own style sheet and figures, nothing else. */
const SHEET = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

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
      { schema: { summary: "A dyad in a period", params: Dyad, querystring: Period, response: answers(RelationView) } },
      ({ params, query }) => desk.relation({ ...params, ...query }),
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
      "/relations/:a-:b/brief",
      {
        schema: {
          summary: "The sourced account of a dyad",
          params: Dyad,
          querystring: Period,
          response: answers(Brief),
        },
      },
      ({ params, query }) => desk.brief({ ...params, ...query }),
    );
    for (const format of FORMATS) {
      api.get(
        `/relations/:a-:b/brief.${format}`,
        { schema: { summary: `The same as ${format}`, params: Dyad, querystring: Period.extend(Printed.shape) } },
        async ({ params: { a, b }, query: { from, to, paper } }, reply) => {
          const written = await briefAs(await desk.brief({ a, b, from, to }), format, { paper });
          reply.header("content-security-policy", SHEET).type(MEDIA_TYPES[format]);
          return reply.send(typeof written === "string" ? written : Buffer.from(written));
        },
      );
    }
    comparisonRoutes(api, desk);
    api.get(
      "/incidents/:id",
      { schema: { summary: "An incident with all its reports", params: Id, response: answers(Incident) } },
      ({ params }) => desk.incident(params.id),
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

/** How many texts a minute one address may send. */
export const writesPerMinute = (options: ServerOptions): number =>
  Math.max(1, Math.floor((options.requestsPerMinute ?? 600) / 10));
