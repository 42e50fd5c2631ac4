import { z } from "zod";
import { Context, EVENT_TYPES, EventType, Sector } from "../schema/index.ts";
import type { Trigger } from "./rules-pattern.ts";

/** PLOVER's modes by event type. */
export const MODES_OF: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  CONSULT: ["visit", "third-party", "multilateral", "phone"],
  RETREAT: ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
  REQUEST: ["assist", "change", "yield", "meet"],
  ACCUSE: ["disapprove", "investigate", "allege"],
  REJECT: ["assist", "change", "yield", "meet"],
  THREATEN: ["restrict", "arrest", "relations", "expel", "territory", "violence"],
  PROTEST: ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
  SANCTION: ["convict", "expel", "withdraw", "discontinue"],
  MOBILIZE: ["troops", "weapons", "police", "militia"],
  COERCE: [
    "seize",
    "restrict",
    "censor",
    "curfew",
    "martial-law",
    "arrest",
    "deport",
    "withhold",
    "misinformation",
    "cyber",
  ],
  ASSAULT: [
    "abduct",
    "beat",
    "torture",
    "sexual",
    "targeted",
    "destroy",
    "primitive",
    "firearms",
    "explosives",
    "suicide-attack",
    "aerial",
    "drone",
    "heavy-weapons",
    "crowd-control",
    "unconventional",
  ],
};

/**
 * Who is who. `direct`: subject acts on object. `mutual`: subject and counterpart (`with`) act together.
 * `reversed`: the object or source acts, the subject receives (`host`, `receive aid from`).
 */
export const ROLES = ["direct", "mutual", "reversed"] as const;
export type Roles = (typeof ROLES)[number];

/** What an operator does to the event that stands under it; `src/coding/events/operators.ts` holds the algebra. */
export const EFFECTS = [
  "pass",
  "speak",
  "light",
  "announce",
  "occur",
  "commit",
  "decide",
  "plan",
  "refuse",
  "threaten",
  "ask",
  "wish",
  "try",
  "stop",
  "cancel",
  "fail",
  "deny",
  "allege",
  "doubt",
] as const;
export type Effect = (typeof EFFECTS)[number];

const Alternatives = z
  .string()
  .regex(/^[a-z'|-]+$/, "not a list of words like from|against")
  .transform((text): ReadonlySet<string> => new Set(text.split("|")));
const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not a name like impose-sanctions");
const Sentence = z.string().min(8);

export const EventFields = z.strictObject({
  name: Name,
  pattern: z.string(),
  type: EventType,
  mode: z.string().optional(),
  contexts: z.array(Context).default([]),
  roles: z.enum(ROLES).default("direct"),
  /** The type where only one country takes part (a drill of one's own). */
  alone: EventType.optional(),
  /** Where the recipient stands: prepositions, or `object`; unlike the usual order. */
  recipient: Alternatives.optional(),
  /** Words around the pattern's own, as the sentence has them: `will_not * over efforts`. */
  phrase: z.string().optional(),
  /** `first` goes before every row that is not, however specific. */
  rank: z.enum(["first"]).optional(),
  /** `linear`: the type stands whatever stands over it, and who takes part may stand anywhere before and behind. */
  reading: z.enum(["linear"]).optional(),
  /** Why what the row finds is no event. */
  drop: z.string().optional(),
  /** The CAMEO code that the row itself stands for. */
  cameo: z
    .string()
    .regex(/^(0[1-9]|1\d|20)\d{0,2}$/)
    .optional(),
  /** File and line of another's dictionary that the row comes from; such rows need no sentences. */
  source: z.string().optional(),
  yes: Sentence.default(""),
  no: Sentence.default(""),
});

export const OperatorFields = z.strictObject({
  name: Name,
  pattern: z.string(),
  effect: z.enum(EFFECTS),
  yes: Sentence,
  no: Sentence,
});

/** Words that say against whom something is directed. */
export const OrientationFields = z.strictObject({ name: Name, pattern: z.string(), yes: Sentence, no: Sentence });

export const CorrectionFields = z.strictObject({
  name: Name,
  from: z.array(z.enum(EVENT_TYPES)).min(1),
  /** Words of the predicate, the actor, the recipient, or of the clause; all that are given must be met. */
  verb: Alternatives.optional(),
  actor: Alternatives.optional(),
  recipient: Alternatives.optional(),
  clause: Alternatives.optional(),
  /** Sectors that an actor or recipient has. */
  actorSector: z.array(Sector).optional(),
  recipientSector: z.array(Sector).optional(),
  /** Sides that are named persons out of uniform: the actors, or everybody of two and more. */
  persons: z.enum(["actor", "both"]).optional(),
  /** What the event is instead; or why it is none. */
  type: EventType.optional(),
  drop: z.string().optional(),
  mode: z.string().optional(),
  yes: Sentence,
  no: Sentence,
});

export const ContextFields = z.strictObject({ context: Context, words: Alternatives });

export interface EventRow extends Omit<z.infer<typeof EventFields>, "pattern"> {
  readonly trigger: Trigger;
  readonly order: number;
  /** A row that fires only where the actors are told. */
  readonly told?: true;
}
export interface OperatorRow extends Omit<z.infer<typeof OperatorFields>, "pattern"> {
  readonly trigger: Trigger;
}
export interface OrientationRow extends Omit<z.infer<typeof OrientationFields>, "pattern"> {
  readonly trigger: Trigger;
}
export type CorrectionRow = z.infer<typeof CorrectionFields>;
