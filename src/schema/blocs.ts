import { z } from "zod";
import { CountryCode, DateInterval, Day } from "./span.ts";

/** Blocs of a period; without one: all that was read. */
export const BlocsQuery = z.object({
  from: Day.optional(),
  to: Day.optional(),
  /** Name of a counting rule; `default` where none is given. */
  rule: z.string().optional(),
});
export type BlocsQuery = z.infer<typeof BlocsQuery>;

/** One state of the cooperation network. */
export const BlocMember = z.object({
  state: CountryCode,
  name: z.string(),
  /** Number of its bloc, 0 the largest. */
  bloc: z.int().nonnegative(),
  /** Mean share of resamplings in which it is with each other member of its bloc. */
  stability: z.number(),
  /** Sum of its ties' weights. */
  strength: z.number(),
  /** Eigenvector centrality in the cooperation network. */
  centrality: z.number(),
});
export type BlocMember = z.infer<typeof BlocMember>;

/** A tie of two states: the sum of score times confidence over its incidents. */
export const BlocTie = z.object({ a: CountryCode, b: CountryCode, weight: z.number(), incidents: z.int().positive() });
export type BlocTie = z.infer<typeof BlocTie>;

/** A state that is with others than in the period before. */
export const BlocMove = z.object({
  state: CountryCode,
  left: z.array(CountryCode),
  joined: z.array(CountryCode),
});

/** Who is with whom in a period, and who moved since the period of the same length before it. */
export const BlocsView = z.object({
  period: DateInterval,
  baseline: DateInterval,
  rule: z.object({ name: z.string(), words: z.string() }),
  /** Incidents that the network is made of, and independent source families read in the period. */
  incidents: z.int().nonnegative(),
  families: z.int().nonnegative(),
  members: z.array(BlocMember),
  ties: z.array(BlocTie),
  modularity: z.number().optional(),
  /** Share of the weight of all ties that is conflict inside a bloc or cooperation between two. */
  frustration: z.number().optional(),
  /** Why there are no blocs. */
  reason: z.string().optional(),
  /** Triads of the signed network, and the share of them that is balanced. */
  balance: z.object({ triads: z.int().nonnegative(), share: z.number().optional() }),
  moves: z.array(BlocMove),
  /** Why nobody can be said to have moved. */
  movesReason: z.string().optional(),
});
export type BlocsView = z.infer<typeof BlocsView>;
