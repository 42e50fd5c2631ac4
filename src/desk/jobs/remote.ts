import { resolve } from "node:path";
import { z } from "zod";
import {
  IntakeEvent,
  Job,
  JobView,
  Outlet,
  type Source,
  Subscription,
  type SubscriptionRequest,
} from "../../schema/index.ts";
import type { Ask } from "../edits/remote.ts";
import type { JobDesk, LogPage, Refreshed, SubscriptionDesk } from "./types.ts";

/** Gives the text of an answer as it comes, until the signal is given. */
export type Follow = (path: string, signal: AbortSignal) => AsyncIterable<string>;

const RefreshedShape = z.object({ subscription: Subscription, job: Job.optional() });

/** A path means one of this machine's, whatever folder the service was started in. */
export const settled = (source: Source): Source =>
  source.kind === "path" ? { ...source, path: resolve(source.path) } : source;

/** The data of server-sent events; comments (heartbeats) are passed over. */
async function* dataOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const events = (rest + piece).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const data = event.split("\n").flatMap((line) => (line.startsWith("data: ") ? [line.slice(6)] : []));
      if (data.length > 0) yield data.join("\n");
    }
  }
}

/** The jobs of a running service. */
export class RemoteJobs implements JobDesk {
  readonly #ask: Ask;
  readonly #follow: Follow;

  constructor(ask: Ask, follow: Follow) {
    this.#ask = ask;
    this.#follow = follow;
  }

  list(): Promise<readonly Job[]> {
    return this.#ask("/jobs", z.array(Job));
  }

  job(id: string, { offset = 0, limit = 100 }: LogPage = {}): Promise<JobView> {
    return this.#ask(`/jobs/${encodeURIComponent(id)}?offset=${offset}&limit=${limit}`, JobView);
  }

  start(source: Source): Promise<Job> {
    return this.#ask("/jobs", Job, "POST", settled(source));
  }

  samples(): Promise<Job> {
    return this.#ask("/jobs/samples", Job, "POST");
  }

  pause(id: string): Promise<Job> {
    return this.#act(id, "pause");
  }

  resume(id: string): Promise<Job> {
    return this.#act(id, "resume");
  }

  cancel(id: string): Promise<Job> {
    return this.#act(id, "cancel");
  }

  async *watch(signal: AbortSignal): AsyncGenerator<IntakeEvent> {
    for await (const data of dataOf(this.#follow("/jobs/events", signal))) yield IntakeEvent.parse(JSON.parse(data));
  }

  #act(id: string, action: "pause" | "resume" | "cancel"): Promise<Job> {
    return this.#ask(`/jobs/${encodeURIComponent(id)}/${action}`, Job, "POST");
  }
}

/** The feeds and watched folders of a running service. */
export class RemoteSubscriptions implements SubscriptionDesk {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  list(): Promise<readonly Subscription[]> {
    return this.#ask("/subscriptions", z.array(Subscription));
  }

  add(request: SubscriptionRequest): Promise<Subscription> {
    const address = request.kind === "folder" ? resolve(request.address) : request.address;
    return this.#ask("/subscriptions", Subscription, "POST", { ...request, address });
  }

  async remove(id: string): Promise<void> {
    await this.#ask(`/subscriptions/${encodeURIComponent(id)}`, z.object({ removed: z.string() }), "DELETE");
  }

  refresh(id: string): Promise<Refreshed> {
    return this.#ask(`/subscriptions/${encodeURIComponent(id)}/refresh`, RefreshedShape, "POST");
  }

  outlets(): Promise<readonly Outlet[]> {
    return this.#ask("/outlets", z.array(Outlet));
  }
}
