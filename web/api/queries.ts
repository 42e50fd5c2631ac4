import { QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type {
  ActorQuery,
  BlocsQuery,
  IncidentsQuery,
  MeasureQuery,
  ReadoutsQuery,
  RelationPage,
  RelationQuery,
  SearchQuery,
} from "../../src/schema/index.ts";
import { ApiError, api, ServiceLost } from "./client.ts";
import { isServiceLost, onServiceChange } from "./service.ts";

const RETRY_AFTER = 2_000;

/** A lost service, or one that was asked too often, is asked again until it answers. */
const passes = (error: Error): boolean =>
  error instanceof ServiceLost || (error instanceof ApiError && error.code === "request.limit");

/** The pages' cache. What passes is asked again; any other refusal is final. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 30_000,
        retry: (_count, error) => passes(error),
        retryDelay: RETRY_AFTER,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  onServiceChange(() => {
    if (!isServiceLost()) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "health" });
  });
  return client;
}

let last: Promise<unknown> = Promise.resolve();

/** Asks after whatever was asked in turn before, so that a list of questions never stands in the way of one; not at all once it is given up. */
function inTurn<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const answer = last.then(() => {
    signal.throwIfAborted();
    return ask();
  });
  last = answer.catch(() => undefined);
  return answer;
}

export const queries = {
  health: () =>
    queryOptions({ queryKey: ["health"], queryFn: ({ signal }) => api.health(signal), refetchInterval: 10_000 }),
  overview: () => queryOptions({ queryKey: ["overview"], queryFn: ({ signal }) => api.overview(signal) }),
  states: () =>
    queryOptions({
      queryKey: ["states"],
      queryFn: ({ signal }) => api.states(signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  relation: (query: RelationPage) =>
    queryOptions({ queryKey: ["relation", query], queryFn: ({ signal }) => api.relation(query, signal) }),
  incidents: (query: IncidentsQuery) =>
    queryOptions({ queryKey: ["incidents", query], queryFn: ({ signal }) => api.incidents(query, signal) }),
  brief: (query: RelationQuery) =>
    queryOptions({ queryKey: ["brief", query], queryFn: ({ signal }) => api.brief(query, signal) }),
  measures: (query: MeasureQuery) =>
    queryOptions({ queryKey: ["measures", query], queryFn: ({ signal }) => api.measures(query, signal) }),
  verdict: (query: RelationQuery) =>
    queryOptions({
      queryKey: ["verdict", query],
      queryFn: ({ signal }) => inTurn(() => api.verdict(query, signal), signal),
    }),
  incident: (id: string) =>
    queryOptions({ queryKey: ["incident", id], queryFn: ({ signal }) => api.incident(id, signal) }),
  document: (id: string) =>
    queryOptions({ queryKey: ["document", id], queryFn: ({ signal }) => api.document(id, signal) }),
  readouts: (query: ReadoutsQuery) =>
    queryOptions({ queryKey: ["readouts", query], queryFn: ({ signal }) => api.readouts(query, signal) }),
  blocs: (query: BlocsQuery) =>
    queryOptions({ queryKey: ["blocs", query], queryFn: ({ signal }) => api.blocs(query, signal) }),
  search: (query: SearchQuery) =>
    queryOptions({ queryKey: ["search", query], queryFn: ({ signal }) => api.search(query, signal) }),
  searchCounts: (query: SearchQuery) =>
    queryOptions({ queryKey: ["search-counts", query], queryFn: ({ signal }) => api.searchCounts(query, signal) }),
  actor: (query: ActorQuery) =>
    queryOptions({ queryKey: ["actor", query], queryFn: ({ signal }) => api.actor(query, signal) }),
  openapi: () => queryOptions({ queryKey: ["openapi"], queryFn: ({ signal }) => api.openapi(signal) }),
  explanation: (id: string) =>
    queryOptions({ queryKey: ["explanation", id], queryFn: ({ signal }) => api.explanation(id, signal) }),
};

/** PLOVER's codes for parties that are no states. */
const NON_STATES = {
  UNO: "United Nations",
  EUR: "European Union",
  IGO: "intergovernmental organisation",
  NGO: "non-governmental organisation",
  ISM: "international Islamist movement",
  IMG: "international armed group",
  MNC: "multinational company",
} as const;

/** The name of a state by its code; the code itself until it is known. */
export function useStateName(): (code: string) => string {
  const { data } = useQuery(queries.states());
  return useMemo(() => {
    const names = new Map([
      ...Object.entries(NON_STATES),
      ...(data ?? []).map(({ code, name }) => [code, name] as const),
    ]);
    return (code: string) => names.get(code) ?? code;
  }, [data]);
}
