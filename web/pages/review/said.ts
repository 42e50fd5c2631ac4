import type { ReviewAct } from "../../../src/schema/index.ts";

/** What of an act the item at hand does not say. */
export type Said = {
  [K in ReviewAct["kind"]]: Omit<Extract<ReviewAct, { kind: K }>, "document" | "report" | "reviewer">;
}["accept" | "reject" | "correct" | "comment"];
