import type { Effect } from "../../knowledge/index.ts";
import { type EventType, QUAD_OF, type Status } from "../../schema/index.ts";

/** What a clause says once the operators over it are applied. */
export interface Meaning {
  readonly type: EventType;
  readonly mode?: string;
  readonly status: Status;
}

/** A meaning, or the reason why nothing is left to report. */
export type Outcome = Meaning | { readonly rejected: string };

/** Operators that a clause carries in its own auxiliaries and particles. */
export type Operation = Effect | "negate" | "may" | "must" | "if" | "lack";

export const isCooperative = (type: EventType): boolean => QUAD_OF[type] <= 2;
const isYielding = (type: EventType): boolean => type === "RETREAT" || type === "CONCEDE";
const isHostile = (type: EventType): boolean => QUAD_OF[type] === 4 || type === "THREATEN";

/** Which mode of REQUEST or REJECT speaks of an event of this type. */
const WANTED: Readonly<Partial<Record<EventType, string>>> = {
  AID: "assist",
  COOPERATE: "assist",
  SUPPORT: "assist",
  CONSULT: "meet",
  RETREAT: "yield",
  CONCEDE: "yield",
};

const THREATENED: Readonly<Partial<Record<EventType, string>>> = {
  ASSAULT: "violence",
  MOBILIZE: "violence",
  COERCE: "restrict",
  SANCTION: "relations",
};

const threatMode = ({ type, mode }: Meaning): string | undefined => {
  if (mode === "arrest" && type === "COERCE") return "arrest";
  if (mode === "expel" && type === "SANCTION") return "expel";
  if (mode === "restrict" && type === "THREATEN") return "restrict";
  return THREATENED[type];
};

const becomes = (type: EventType, status: Status, mode?: string): Meaning =>
  mode ? { type, status, mode } : { type, status };
const keep = (meaning: Meaning, status: Status): Meaning => ({ ...meaning, status });

/** Future cooperation is AGREE, future hostility THREATEN; yielding stays what it is. */
function intended(meaning: Meaning, status: Status): Meaning {
  if (isYielding(meaning.type)) return keep(meaning, "planned");
  if (isCooperative(meaning.type)) return becomes("AGREE", status);
  // Who will send troops threatens nobody yet: as often they go to an ally.
  if (meaning.type === "MOBILIZE") return keep(meaning, "planned");
  if (isHostile(meaning.type)) return becomes("THREATEN", status, threatMode(meaning));
  // "committed to pushing for partnership"
  return meaning.type === "REQUEST" && status === "happened" ? becomes("AGREE", status) : keep(meaning, "planned");
}

/** "decided not to attend": a resolve not to cooperate is a refusal. */
function resolved(meaning: Meaning): Outcome {
  if (meaning.status === "denied") return isCooperative(meaning.type) ? refused(meaning) : meaning;
  // "ready to discuss punishing them"
  return meaning.status === "hypothetical" && isHostile(meaning.type) ? meaning : intended(meaning, "happened");
}

/** Announced talks are still to come; announced sanctions are imposed. */
function announced(meaning: Meaning): Outcome {
  if (meaning.status === "denied") return resolved(meaning);
  return isCooperative(meaning.type) ? intended(meaning, "happened") : meaning;
}

/** Troops whose sending is decided have not left; a ban that is decided is imposed. */
function decided(meaning: Meaning): Outcome {
  if (isYielding(meaning.type)) return meaning;
  return meaning.type === "MOBILIZE" && meaning.status === "happened" ? keep(meaning, "planned") : announced(meaning);
}

function refused(meaning: Meaning): Outcome {
  if (isHostile(meaning.type)) return keep(meaning, "denied");
  if (!isCooperative(meaning.type)) return { rejected: `a refused ${meaning.type} is no event` };
  return becomes("REJECT", "happened", WANTED[meaning.type]);
}

/** "did not deny that it had sent arms": what is denied twice may have been. */
const disowned = (meaning: Meaning): Meaning => keep(meaning, meaning.status === "denied" ? "hypothetical" : "denied");

const withholds = ({ type, status }: Meaning): boolean => type === "SUPPORT" && status === "happened";

function negated(meaning: Meaning): Outcome {
  // "does not recognise the annexation": who withholds support refuses it
  if (meaning.status === "planned" || meaning.type === "AGREE" || withholds(meaning)) return refused(meaning);
  return disowned(meaning);
}

/** What did not come about can't be ended: "stopped short of supporting". */
function stopped(meaning: Meaning): Outcome {
  if (meaning.status === "denied") return meaning;
  if (meaning.type === "CONSULT" || meaning.type === "AGREE") return becomes("REJECT", "happened", "meet");
  if (isYielding(meaning.type)) return { rejected: "an end of yielding is no event of its own" };
  if (isCooperative(meaning.type)) return becomes("SANCTION", "happened", "discontinue");
  if (isHostile(meaning.type)) return becomes("RETREAT", "happened");
  return { rejected: `an end of ${meaning.type} is no event of its own` };
}

function cancelled(meaning: Meaning): Outcome {
  if (meaning.type === "COOPERATE" || meaning.type === "CONSULT" || meaning.type === "AGREE")
    return becomes("REJECT", "happened", meaning.type === "CONSULT" ? "meet" : undefined);
  return stopped(meaning);
}

function tried(meaning: Meaning): Outcome {
  return isCooperative(meaning.type) && !isYielding(meaning.type)
    ? becomes("AGREE", "happened")
    : keep(meaning, "hypothetical");
}

function possible(meaning: Meaning): Outcome {
  return isHostile(meaning.type) && meaning.type !== "MOBILIZE"
    ? becomes("THREATEN", "hypothetical", threatMode(meaning))
    : keep(meaning, "hypothetical");
}

const request = (meaning: Meaning): Meaning => becomes("REQUEST", "happened", WANTED[meaning.type] ?? "change");

const ALGEBRA: Readonly<Record<Operation, (meaning: Meaning) => Outcome>> = {
  pass: (meaning) => meaning,
  speak: (meaning) => meaning,
  light: (meaning) => meaning,
  announce: announced,
  occur: (meaning) => meaning,
  commit: resolved,
  decide: decided,
  plan: (meaning) => intended(meaning, "planned"),
  refuse: refused,
  threaten: (meaning) => becomes("THREATEN", "happened", threatMode(meaning)),
  ask: request,
  wish: (meaning) => tried(meaning),
  try: tried,
  stop: stopped,
  cancel: cancelled,
  fail: (meaning) => keep(meaning, "denied"),
  deny: disowned,
  allege: () => ({ rejected: "the event is alleged by the verb above it" }),
  doubt: (meaning) =>
    meaning.status === "planned" && meaning.type === "AGREE" ? meaning : keep(meaning, "hypothetical"),
  negate: negated,
  may: possible,
  must: (meaning) => keep(meaning, "hypothetical"),
  if: (meaning) => keep(meaning, "hypothetical"),
  lack: () => ({ rejected: "it is only said to be needed" }),
};

const DENYING: ReadonlySet<Operation> = new Set(["deny", "negate"]);
const SETTLED: ReadonlySet<Status> = new Set(["denied", "hypothetical", "historical"]);

/**
 * The algebra: the meaning of an operator over a meaning. What is denied or hypothetical below stays so, unless an
 * act of speech above (ask, threaten, refuse) makes an event of its own of it.
 */
export function applyOperation(operation: Operation, meaning: Meaning): Outcome {
  const outcome = ALGEBRA[operation](meaning);
  if ("rejected" in outcome || outcome.type !== meaning.type) return outcome;
  // "warned that it could strike" threatens, however possible the strike
  if (operation === "threaten" && meaning.status === "hypothetical") return outcome;
  if (DENYING.has(operation) && meaning.status === "denied") return outcome;
  return SETTLED.has(meaning.status) ? keep(outcome, meaning.status) : outcome;
}
