import type { z } from "zod";
import { type ActorQuery, ActorView } from "../../schema/index.ts";
import { addressQuery } from "../search/remote.ts";
import type { ActorsDesk } from "./types.ts";

/** The actors of a running service. */
export class RemoteActors implements ActorsDesk {
  readonly #get: <T>(path: string, shape: z.ZodType<T>) => Promise<T>;

  constructor(get: <T>(path: string, shape: z.ZodType<T>) => Promise<T>) {
    this.#get = get;
  }

  actor({ id, ...period }: ActorQuery): Promise<ActorView> {
    return this.#get(`/actors/${encodeURIComponent(id)}${addressQuery(period)}`, ActorView);
  }
}
