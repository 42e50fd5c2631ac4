import type { EventRow } from "../../knowledge/index.ts";
import { isQuestion } from "./asking.ts";
import { type Chain, chainOf, isInPassing } from "./chain.ts";
import { corrected } from "./corrections.ts";
import { faultOf, vagueActor } from "./faults.ts";
import { asksItself, foreseen, ownWarning } from "./foreseen.ts";
import { frameOf } from "./frames/frame.ts";
import type { Ground } from "./ground.ts";
import { eventRowsAt } from "./match.ts";
import type { Meaning } from "./operators.ts";
import type { Cast } from "./parties/cast.ts";
import { domestic } from "./parties/domestic.ts";
import { located } from "./parties/located.ts";
import { ofSpeaker } from "./parties/own.ts";
import { countriesOf, type Party } from "./parties/party.ts";
import { directSides, mutualSides, type Sides, withRecipients } from "./parties/sides.ts";
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

function judge(ground: Ground, row: EventRow, chain: Chain, cast: Cast): Candidate {
  const outcome = foreseen(row, chain);
  if ("rejected" in outcome) {
    const meaning: Meaning = { type: row.type, status: "hypothetical" };
    return { row, chain, meaning, actors: [], recipients: [], loose: false, rejected: outcome.rejected };
  }
  const frame = frameOf(cast, row, chain);
  const named =
    row.roles === "mutual"
      ? withRecipients(mutualSides(cast.tree, frame, outcome.type === row.type), frame)
      : directSides(cast, frame, row, outcome.type);
  const said = ofSpeaker(cast, row.type, chain, located(cast, row.type, chain.base, named));
  const sides = domestic(ground, row.type, chain.base, said);
  const first = aloneMeaning(row, ownWarning(ground.cast, chain, outcome, frame), sides);
  const { meaning, correction, dropped } =
    row.reading === "linear" ? { meaning: first } : corrected(ground, row, chain, first, sides);
  const passing = isInPassing(ground.tree, chain.base) ? "it is told in passing, before a noun" : undefined;
  const both = asksItself(ground.cast, chain, frame) ? "it is asked of the asker's own side too" : undefined;
  const rejected =
    row.drop ??
    passing ??
    both ??
    dropped ??
    unreal(ground.tree, chain, meaning, row.type) ??
    (isQuestion(ground.tree, chain.base) ? "it is a question, and asks for nothing" : undefined) ??
    (isNaming(ground.tree, chain, row.mode) ? "it is called something, nobody is phoned" : undefined) ??
    vagueActor(ground, chain, meaning.type, sides) ??
    faultOf(meaning, row, sides, frame.reciprocal === true);
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
  return judge(ground, row, chainOf(ground.rules, ground.tree, token, row), ground.cast);
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
  return judge(ground, UNKNOWN, chain, ground.cast);
}
