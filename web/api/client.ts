import type {
  ActorQuery,
  ActorView,
  AddEvent,
  AddResult,
  BlocsQuery,
  BlocsView,
  Brief,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  ErrorBody,
  Incident,
  IncidentPage,
  IncidentsQuery,
  MeasureQuery,
  Overview,
  Progress,
  ReadoutsQuery,
  ReadoutsView,
  ReadResult,
  RelationPage,
  RelationQuery,
  RelationVerdict,
  RelationView,
  SearchCounts,
  SearchQuery,
  SearchResult,
  Source,
} from "../../src/schema/index.ts";
import type { OpenApi } from "../pages/reference/operations.ts";
import { setServiceLost } from "./service.ts";

/** What the service refuses, in the words of its catalogue. */
export class ApiError extends Error {
  readonly code: string;
  readonly remedy: string;
  readonly status: number;

  constructor(body: ErrorBody, status: number) {
    super(body.message);
    this.code = body.code;
    this.remedy = body.remedy;
    this.status = status;
  }
}

/** The service did not answer at all. */
export class ServiceLost extends Error {}

async function call(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(`/api${path}`, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    setServiceLost(true);
    throw new ServiceLost("The service does not answer.", { cause });
  });
  setServiceLost(false);
  if (!response.ok) throw new ApiError(await bodyOf(response), response.status);
  return response;
}

/** A proxy in between may answer in words of its own. */
async function bodyOf(response: Response): Promise<ErrorBody> {
  if (response.headers.get("content-type")?.startsWith("application/json")) return response.json();
  const message = `The service answered ${response.status}.`;
  return { code: "internal", message, remedy: "Try again; if it stays so, look at the service's log." };
}

/** What the service answers at a path under /api. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await call(path, { signal })).json();
}

/** Sends something to the service, and gives its answer. */
export async function send<T>(path: string, method: "POST" | "PUT" | "DELETE", body?: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  return (await call(path, body === undefined ? { method } : { method, body: JSON.stringify(body), headers })).json();
}

const post = (path: string, source: Source, signal?: AbortSignal): Promise<Response> =>
  call(path, { method: "POST", body: JSON.stringify(source), headers: { "content-type": "application/json" }, signal });

/** The fields that have a value, as the end of an address. */
export const asked = (question: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(question).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
};

/** Numbers as words, as an address has them. */
const plain = (query: SearchQuery): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );

export const periodOf = ({ from, to }: Pick<RelationQuery, "from" | "to">): string => asked({ from, to });

/** The service's functions, one each; every one rejects with `ApiError` or `ServiceLost`. */
export const api = {
  health: (signal?: AbortSignal) => get<{ service: "entente" }>("/health", signal),
  overview: (signal?: AbortSignal) => get<Overview>("/overview", signal),
  states: (signal?: AbortSignal) => get<{ code: string; name: string; disputed?: string }[]>("/states", signal),
  relation: ({ a, b, limit, ...question }: RelationPage, signal?: AbortSignal) =>
    get<RelationView>(`/relations/${a}-${b}${asked({ ...question, limit: limit?.toString() })}`, signal),
  incidents: ({ a, b, limit, offset, ...question }: IncidentsQuery, signal?: AbortSignal) => {
    const page = { limit: limit?.toString(), offset: offset ? String(offset) : undefined };
    return get<IncidentPage>(`/relations/${a}-${b}/incidents${asked({ ...question, ...page })}`, signal);
  },
  brief: ({ a, b, ...period }: RelationQuery, signal?: AbortSignal) =>
    get<Brief>(`/relations/${a}-${b}/brief${periodOf(period)}`, signal),
  measures: ({ a, b, ...question }: MeasureQuery, signal?: AbortSignal) =>
    get<DyadMeasures>(`/relations/${a}-${b}/measures${asked(question)}`, signal),
  verdict: ({ a, b, ...period }: RelationQuery, signal?: AbortSignal) =>
    get<RelationVerdict>(`/relations/${a}-${b}/verdict${periodOf(period)}`, signal),
  incident: async (id: string, signal?: AbortSignal): Promise<Incident> => {
    const incident = await get<Incident>(`/incidents/${encodeURIComponent(id)}`, signal);
    return incident.id === id ? incident : { ...incident, asked: id };
  },
  document: (id: string, signal?: AbortSignal) => get<DocumentView>(`/documents/${encodeURIComponent(id)}`, signal),
  explanation: (id: string, signal?: AbortSignal) =>
    get<DocumentExplanation>(`/documents/${encodeURIComponent(id)}/explanation`, signal),
  readouts: (query: ReadoutsQuery, signal?: AbortSignal) =>
    get<ReadoutsView>(
      "incident" in query ? `/incidents/${encodeURIComponent(query.incident)}/readouts` : `/readouts${asked(query)}`,
      signal,
    ),
  blocs: (query: BlocsQuery, signal?: AbortSignal) => get<BlocsView>(`/blocs${asked(query)}`, signal),
  search: (query: SearchQuery, signal?: AbortSignal) => get<SearchResult>(`/search${asked(plain(query))}`, signal),
  searchCounts: (query: SearchQuery, signal?: AbortSignal) =>
    get<SearchCounts>(`/search/counts${asked(plain(query))}`, signal),
  actor: ({ id, ...period }: ActorQuery, signal?: AbortSignal) =>
    get<ActorView>(`/actors/${encodeURIComponent(id)}${asked(period)}`, signal),
  openapi: (signal?: AbortSignal) => get<OpenApi>("/openapi.json", signal),
  read: async (source: Source): Promise<ReadResult> => (await post("/read", source)).json(),
  add,
};

/** Adds what the source holds; progress comes as it is made. */
async function add(source: Source, onProgress: (progress: Progress) => void): Promise<AddResult> {
  const response = await post("/add", source);
  for await (const event of eventsOf(response)) {
    if ("progress" in event) onProgress(event.progress);
    else if ("error" in event) throw new ApiError(event.error, response.status);
    else return event.result;
  }
  throw new ServiceLost("The service broke off before it was done.");
}

async function* eventsOf(response: Response): AsyncGenerator<AddEvent> {
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
}
