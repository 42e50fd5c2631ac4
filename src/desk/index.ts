/** What Entente can do, one function each. */
export type { AddOptions, Desk, Original, StateName } from "./types.ts";
