import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk/index.ts";
import { ActorQuery, ActorView, ErrorBody, SearchCounts, SearchQuery, SearchResult } from "../schema/index.ts";

const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });

/** Numbers come as words in an address. */
const { limit, offset } = SearchQuery.shape;
const Asked = SearchQuery.extend({
  limit: z.coerce.number().pipe(limit.unwrap()).default(20),
  offset: z.coerce.number().pipe(offset.unwrap()).default(0),
});

/** Requests that find things by their words, and whoever speaks or acts. */
export function searchRoutes(
  api: Parameters<FastifyPluginAsyncZod>[0],
  { search, actors }: Pick<Desk, "search" | "actors">,
): void {
  api.get(
    "/search",
    {
      schema: {
        summary: "Documents, quotations, incidents or speakers by words and conditions",
        querystring: Asked,
        response: answers(SearchResult),
      },
    },
    ({ query }) => search.find(query),
  );
  api.get(
    "/search/counts",
    {
      schema: {
        summary: "How many results there are of each kind",
        querystring: Asked,
        response: answers(SearchCounts),
      },
    },
    ({ query }) => search.counts(query),
  );
  api.get(
    "/actors/:id",
    {
      schema: {
        summary: "What a person, organ, organisation or state said and did",
        params: ActorQuery.pick({ id: true }),
        querystring: ActorQuery.omit({ id: true }),
        response: answers(ActorView),
      },
    },
    ({ params, query }) => actors.actor({ ...params, ...query }),
  );
}
