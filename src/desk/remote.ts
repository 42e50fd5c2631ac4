import { z } from "zod";
import {
  AddEvent,
  type AddResult,
  type BlocsQuery,
  BlocsView,
  Brief,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  EntenteError,
  ErrorBody,
  Incident,
  IncidentPage,
  type IncidentsQuery,
  type MeasureQuery,
  Overview,
  type ReadoutsQuery,
  ReadoutsView,
  ReadResult,
  type RelationPage,
  type RelationQuery,
  RelationVerdict,
  RelationView,
  type Source,
} from "../schema/index.ts";
import { RemoteActors } from "./actors/remote.ts";
import { RemoteEdits } from "./edits/remote.ts";
import { RemoteJobs, RemoteSubscriptions, settled } from "./jobs/remote.ts";
import { RemoteKeeping } from "./keeping/remote.ts";
import { RemoteReviews } from "./reviews/remote.ts";
import { RemoteSearch } from "./search/remote.ts";
import { stateNamed } from "./states.ts";
import type { AddOptions, Desk, Original, StateName } from "./types.ts";
import { RemoteWatch } from "./watch/remote.ts";

const States = z.array(z.object({ code: z.string(), name: z.string(), disputed: z.string().optional() }));

export interface RemoteOptions {
  readonly url: string;
  /** The secret in the data folder; without it no path of the service's machine can be named. */
  readonly token?: string;
}

/** A desk that speaks to a running service. */
export class RemoteDesk implements Desk {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  readonly edits = new RemoteEdits({
    ask: (path, shape, method, body) => this.#ask(path, shape, method, body),
    path: (query, part, options) => this.#relationPath(query, part, options),
  });
  readonly watch = new RemoteWatch(
    (path, shape, method, body) => this.#ask(path, shape, method, body),
    async (path) => (await this.#fetch(path)).text(),
  );

  readonly jobs = new RemoteJobs(
    (path, shape, method, body) => this.#ask(path, shape, method, body),
    (path, signal) => this.#follow(path, signal),
  );
  readonly subscriptions = new RemoteSubscriptions((path, shape, method, body) => this.#ask(path, shape, method, body));

  readonly search = new RemoteSearch((path, shape) => this.#get(path, shape));
  readonly actors = new RemoteActors((path, shape) => this.#get(path, shape));
  readonly keeping = new RemoteKeeping(
    (path, shape, method, body) => this.#ask(path, shape, method, body),
    (path, body, signal) => this.#lines(path, body, signal),
  );
  readonly reviews = new RemoteReviews((path, shape, method, body) => this.#ask(path, shape, method, body));

  constructor({ url, token }: RemoteOptions) {
    this.#url = url.replace(/\/$/, "");
    this.#headers = token ? { "x-entente-token": token } : {};
  }

  overview(): Promise<Overview> {
    return this.#get("/overview", Overview);
  }

  states(): Promise<readonly StateName[]> {
    return this.#get("/states", States);
  }

  async relation({ a, b, from, to, limit, ...counting }: RelationPage): Promise<RelationView> {
    const options = { ...counting, limit: limit?.toString() };
    return this.#get(await this.#relationPath({ a, b, from, to }, "", options), RelationView);
  }

  async incidents({ a, b, from, to, limit, offset, ...options }: IncidentsQuery): Promise<IncidentPage> {
    const page = { limit: limit?.toString(), offset: offset?.toString() };
    return this.#get(await this.#relationPath({ a, b, from, to }, "/incidents", { ...options, ...page }), IncidentPage);
  }

  async measure({ a, b, from, to, ...options }: MeasureQuery): Promise<DyadMeasures> {
    return this.#get(await this.#relationPath({ a, b, from, to }, "/measures", options), DyadMeasures);
  }

  async verdict(query: RelationQuery): Promise<RelationVerdict> {
    return this.#get(await this.#relationPath(query, "/verdict"), RelationVerdict);
  }

  blocs(query: BlocsQuery): Promise<BlocsView> {
    return this.#get(`/blocs?${searchOf(query)}`, BlocsView);
  }

  readouts(query: ReadoutsQuery): Promise<ReadoutsView> {
    if ("incident" in query)
      return this.#get(`/incidents/${encodeURIComponent(query.incident)}/readouts`, ReadoutsView);
    return this.#get(`/readouts?${searchOf(query)}`, ReadoutsView);
  }

  async incident(id: string): Promise<Incident> {
    const incident = await this.#get(`/incidents/${encodeURIComponent(id)}`, Incident);
    return incident.id === id ? incident : { ...incident, asked: id };
  }

  document(id: string): Promise<DocumentView> {
    return this.#get(`/documents/${encodeURIComponent(id)}`, DocumentView);
  }

  explain(id: string): Promise<DocumentExplanation> {
    return this.#get(`/documents/${encodeURIComponent(id)}/explanation`, DocumentExplanation);
  }

  async original(id: string): Promise<Original> {
    const response = await this.#fetch(`/documents/${encodeURIComponent(id)}/original`);
    return { bytes: await response.bytes(), type: response.headers.get("content-type") ?? "application/octet-stream" };
  }

  async read(source: Source): Promise<ReadResult> {
    return ReadResult.parse(await (await this.#post("/read", source)).json());
  }

  async add(source: Source, { onProgress, signal }: AddOptions = {}): Promise<AddResult> {
    const response = await this.#post("/add", source, signal);
    try {
      for await (const event of eventsOf(response)) {
        if ("progress" in event) onProgress?.(event.progress);
        else if ("error" in event) throw EntenteError.fromRecord(event.error);
        else return event.result;
      }
    } catch (cause) {
      if (cause instanceof EntenteError || signal?.aborted) throw cause;
      const detail = cause instanceof Error ? cause.message : String(cause);
      throw new EntenteError("service.unreachable", { url: this.#url, detail }, { cause });
    }
    throw new EntenteError("service.unreachable", { url: this.#url, detail: "the answer ended too soon" });
  }

  async brief(query: RelationQuery): Promise<Brief> {
    return this.#get(await this.#relationPath(query, "/brief"), Brief);
  }

  async close(): Promise<void> {}

  async #relationPath(
    { a, b, from, to }: RelationQuery,
    part = "",
    options: Readonly<Record<string, string | undefined>> = {},
  ): Promise<string> {
    const states = await this.states();
    return `/relations/${stateNamed(states, a).code}-${stateNamed(states, b).code}${part}?${searchOf({ from, to, ...options })}`;
  }

  async #get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return shape.parse(await (await this.#fetch(path)).json());
  }

  async #ask<T>(path: string, shape: z.ZodType<T>, method?: "POST" | "PUT" | "DELETE", body?: unknown): Promise<T> {
    const headers = { "content-type": "application/json" };
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers };
    return shape.parse(await (await this.#fetch(path, init)).json());
  }

  #post(path: string, source: Source, signal?: AbortSignal): Promise<Response> {
    const body = JSON.stringify(settled(source));
    return this.#fetch(path, { method: "POST", body, signal, headers: { "content-type": "application/json" } });
  }

  /** The lines that are answered to a body, as they come. */
  async *#lines(path: string, body: unknown, signal?: AbortSignal): AsyncGenerator<unknown> {
    const headers = { "content-type": "application/json" };
    yield* linesOf(await this.#fetch(path, { method: "POST", body: JSON.stringify(body), signal, headers }));
  }

  /** The text of an answer as it comes; it ends when the signal is given. */
  async *#follow(path: string, signal: AbortSignal): AsyncGenerator<string> {
    try {
      const { body } = await this.#fetch(path, { signal });
      yield* (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream());
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
    }
  }

  async #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.#headers, ...init.headers };
    const response = await fetch(`${this.#url}/api${path}`, { ...init, headers }).catch((cause: Error) => {
      throw new EntenteError("service.unreachable", { url: this.#url, detail: cause.message }, { cause });
    });
    if (response.ok) return response;
    throw EntenteError.fromRecord(ErrorBody.parse(await response.json()));
  }
}

/** The options that are given, as the query of an address. */
function searchOf(options: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const given = Object.entries(options).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given);
}

async function* eventsOf(response: Response): AsyncGenerator<AddEvent> {
  for await (const line of linesOf(response)) yield AddEvent.parse(line);
}

/** The JSON of each line, as soon as it is whole. */
async function* linesOf(response: Response): AsyncGenerator<unknown> {
  let rest = "";
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
}
