import type { EventRow } from "../../knowledge/index.ts";
import type { EventType } from "../../schema/index.ts";
import { isAskedToComment, isQuestion } from "./asking.ts";
import { type Chain, chainOf, isInPassing } from "./chain.ts";
import { corrected } from "./corrections.ts";
import { faultOf, vagueActor } from "./faults.ts";
import { asksItself, foreseen, ownWarning } from "./foreseen.ts";
import { type Frame, frameOf } from "./frames/frame.ts";
import type { Ground } from "./ground.ts";
import { eventRowsAt } from "./match.ts";
import type { Meaning } from "./operators.ts";
import { domestic } from "./parties/domestic.ts";
import { located } from "./parties/located.ts";
import { ofSpeaker } from "./parties/own.ts";
import { countriesOf, type Party } from "./parties/party.ts";
import { sentBy } from "./parties/sent.ts";
import { directSides, isHalfNamed, mutualSides, type Sides, withRecipients } from "./parties/sides.ts";
import type { Signs } from "./signs.ts";
import { isNaming, unreal } from "./unreal.ts";

/** An event that a row found in a tree, with its participants; `rejected` says why it is not reported. */
export interface Candidate {
  readonly row: EventRow;
  readonly chain: Chain;
  readonly meaning: Meaning;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly loose: boolean;
  /** The correction that changed the type, if one did. */
  readonly correction?: string;
  readonly rejected?: string;
  /** How likely type, actors and recipients are all right; only where nothing else speaks against it. */
  readonly assessment?: Assessment;
}

/** A confidence, 0 to 1, with the signs that it was weighed by. */
export interface Assessment {
  readonly value: number;
  readonly signs: Signs;
}

function aloneMeaning(row: EventRow, meaning: Meaning, { actors, recipients }: Sides): Meaning {
  // "will hold exercises off its shores": planned by one state alone, what is shared is no agreement either.
  const planned = row.type === "COOPERATE" && meaning.type === "AGREE" && meaning.status === "planned";
  if (!row.alone || (meaning.type !== row.type && !planned)) return meaning;
  if (row.alone === row.type || countriesOf([...actors, ...recipients]).size > 1) return meaning;
  return { type: row.alone, status: meaning.status };
}

/** Who acts and to whom it is done, with the states of those of whom the words leave them out. */
function sidesOf(ground: Ground, row: EventRow, chain: Chain, frame: Frame, type: EventType): Sides {
  const { cast } = ground;
  const { base } = chain;
  const named =
    row.roles === "mutual"
      ? withRecipients(mutualSides(cast.tree, frame, type === row.type), frame)
      : directSides(cast, frame, row, type);
  const sent = sentBy(cast, base, named);
  const said = ofSpeaker(cast, row.type, chain, located(cast, row.type, base, sent));
  return domestic(ground, row.type, base, said);
}

/** What speaks against an event whatever its sides are. */
function objection({ tree, cast }: Ground, row: EventRow, chain: Chain, frame: Frame): string | undefined {
  if (row.drop) return row.drop;
  if (isInPassing(tree, chain.base)) return "it is told in passing, before a noun";
  const isShared = row.roles === "mutual" && row.type !== "ASSAULT" && row.reading !== "linear";
  if (isShared && isHalfNamed(tree, frame)) return "it does not say who does it with them";
  return asksItself(cast, chain, frame) ? "it is asked of the asker's own side too" : undefined;
}

function judge(ground: Ground, row: EventRow, chain: Chain): Candidate {
  const outcome = foreseen(row, chain);
  if ("rejected" in outcome) {
    const meaning: Meaning = { type: row.type, status: "hypothetical" };
    return { row, chain, meaning, actors: [], recipients: [], loose: false, rejected: outcome.rejected };
  }
  const frame = frameOf(ground.cast, row, chain);
  const sides = sidesOf(ground, row, chain, frame, outcome.type);
  const first = aloneMeaning(row, ownWarning(ground.cast, chain, outcome, frame), sides);
  const { meaning, correction, dropped } =
    row.reading === "linear" ? { meaning: first } : corrected(ground, row, chain, first, sides);
  const rejected =
    objection(ground, row, chain, frame) ??
    dropped ??
    unreal(ground.tree, chain, meaning, row.type) ??
    (isQuestion(ground.tree, chain.base) || isAskedToComment(ground.tree, chain)
      ? "it is a question, and asks for nothing"
      : undefined) ??
    (isNaming(ground.tree, chain, row.mode) ? "it is called something, nobody is phoned" : undefined) ??
    vagueActor(ground, chain, meaning.type, sides) ??
    faultOf(meaning, row, sides, { reciprocal: frame.reciprocal === true, cast: ground.cast });
  return {
    row,
    chain,
    meaning,
    ...sides,
    loose: frame.loose,
    ...(correction && { correction }),
    ...(rejected && { rejected }),
  };
}

const GUESSED = /^(unknown|person)\./;

/** "the Border Patrol took them", "Amnesty International": a word of a body's name is no event. */
const isOfName = ({ tree, cast }: Ground, token: number): boolean =>
  tree.analysis.upos[token] === "PROPN" &&
  cast.mentions.some(
    ({ actor, tokens: [from, to] }) => actor && to - from > 1 && token >= from && token < to && !GUESSED.test(actor.id),
  );

/** The candidate of the most specific row at a token, if any row fits. */
export function candidateAt(ground: Ground, token: number): Candidate | undefined {
  const row = eventRowsAt(ground.rules, ground.tree, token)[0];
  if (!row || isOfName(ground, token)) return undefined;
  return judge(ground, row, chainOf(ground.rules, ground.tree, token, row));
}

/** A row for a verb that no row knows, as if it were cooperative: only what operators make of it counts. */
const UNKNOWN: EventRow = {
  name: "unknown-verb",
  trigger: { kind: "verb", lemmas: [] },
  type: "COOPERATE",
  contexts: [],
  roles: "direct",
  yes: "",
  no: "",
  order: -1,
};

/** What the operators alone say over a verb that no row knows: "will", "refused to", "asked to" do something. */
export function impliedAt(ground: Ground, token: number): Candidate | undefined {
  if (ground.tree.analysis.upos[token] !== "VERB") return undefined;
  const chain = chainOf(ground.rules, ground.tree, token, UNKNOWN);
  if ("rejected" in chain.outcome || chain.outcome.type === UNKNOWN.type) return undefined;
  return judge(ground, UNKNOWN, chain);
}
