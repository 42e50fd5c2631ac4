import type { ActorQuery, ActorView } from "../../schema/index.ts";

/** Persons, organs, organisations and states, and what they said and did. */
export interface ActorsDesk {
  /** What one of them said and did in a period. Errors: actor.unknown, period.invalid. */
  actor(query: ActorQuery): Promise<ActorView>;
}
