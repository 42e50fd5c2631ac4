import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk/index.ts";
import { BlocsQuery, BlocsView, ErrorBody, ReadoutsView } from "../schema/index.ts";

const Id = z.string().min(1).max(200);
const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });

/** Requests that lay things side by side: states in blocs, two accounts of one incident. */
export function comparisonRoutes(api: Parameters<FastifyPluginAsyncZod>[0], desk: Desk): void {
  api.get(
    "/blocs",
    { schema: { summary: "Who is with whom in a period", querystring: BlocsQuery, response: answers(BlocsView) } },
    ({ query }) => desk.blocs(query),
  );
  api.get(
    "/incidents/:id/readouts",
    {
      schema: {
        summary: "The two sides' accounts of an incident compared",
        params: z.object({ id: Id }),
        response: answers(ReadoutsView),
      },
    },
    ({ params }) => desk.readouts({ incident: params.id }),
  );
  api.get(
    "/readouts",
    {
      schema: {
        summary: "Two documents compared as accounts",
        querystring: z.object({ first: Id, second: Id }),
        response: answers(ReadoutsView),
      },
    },
    ({ query }) => desk.readouts(query),
  );
}
