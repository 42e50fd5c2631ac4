import type { Candidate } from "../candidate.ts";
import type { Ground } from "../ground.ts";
import type { SentenceEvents } from "../sentence-events.ts";
import { childrenOf, sentenceOf, type Tree } from "../tree.ts";
import { ownersAt } from "./cast.ts";
import { countriesOf, type Party } from "./party.ts";

const DEFINITE = new Set(["the", "this", "these", "that", "those", "both"]);
const JOINT = new Set(["joint", "combined", "bilateral", "trilateral", "mutual"]);
const REACH = 3;

/** "the joint mission": a definite joint event that was told of before. */
function pointsBack(tree: Tree, token: number): boolean {
  let definite = false;
  let joint = false;
  for (const child of childrenOf(tree, token)) {
    definite ||= tree.relation[child] === "det" && DEFINITE.has(tree.lemma[child]);
    joint ||= tree.relation[child] === "amod" && JOINT.has(tree.lemma[child]);
  }
  return definite && joint;
}

const isJoint = (candidate: Candidate): boolean =>
  !candidate.rejected && candidate.row.roles === "mutual" && candidate.actors.length > 1;

function lastJoint(before: readonly SentenceEvents[], sentence: number, type: string): Candidate | undefined {
  for (let at = before.length - 1; at >= 0 && sentence - before[at].sentence <= REACH; at -= 1) {
    const found = before[at].candidates.findLast((other) => isJoint(other) && other.meaning.type === type);
    if (found) return found;
  }
  return undefined;
}

const ALLIANCES = new Set(["alliance", "axis", "coalition", "partnership", "bloc", "entente", "pact"]);

/** What the sentence is about stands in none of these. */
const LOWER = new Set(["obj", "obl", "nmod", "iobj", "compound"]);

/** The members of the one alliance that a sentence names by its members ("the Russia-China alliance"). */
function allies(ground: Ground, sentence: number): readonly Party[] {
  const [from, to] = sentenceOf(ground.tree, sentence);
  const found: Party[][] = [];
  for (let token = from; token < to; token += 1) {
    if (!ALLIANCES.has(ground.tree.lemma[token]) || LOWER.has(ground.tree.relation[token])) continue;
    const members = ownersAt(ground.cast, token);
    if (countriesOf(members).size > 1) found.push(members);
  }
  return found.length === 1 ? found[0] : [];
}

const standing = (candidate: Candidate, actors: readonly Party[]): Candidate => {
  const { rejected: _, ...rest } = candidate;
  const meaning = { type: candidate.row.type, status: "happened" } as const;
  return { ...rest, actors, recipients: [], loose: true, meaning };
};

/**
 * A definite joint event without its sides ("the joint mission was intended to …") has those of the last one of its
 * type within three sentences; cooperation without sides has those of the alliance that its sentence is about.
 */
export function inherited(ground: Ground, candidate: Candidate, before: readonly SentenceEvents[]): Candidate {
  if (!candidate.rejected || candidate.row.roles !== "mutual" || candidate.actors.length > 1) return candidate;
  if (candidate.row.trigger.kind !== "noun" || candidate.meaning.status !== "happened") return candidate;
  const sentence = ground.tree.analysis.sentence[candidate.chain.base];
  const members = candidate.actors.length === 0 && candidate.row.type === "COOPERATE" ? allies(ground, sentence) : [];
  if (members.length > 0 && candidate.meaning.type === "COOPERATE") return standing(candidate, members);
  if (!pointsBack(ground.tree, candidate.chain.base)) return candidate;
  const last = lastJoint(before, sentence, candidate.row.type);
  return last ? standing(candidate, last.actors) : candidate;
}
