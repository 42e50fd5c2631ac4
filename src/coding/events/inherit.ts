import type { Candidate } from "./candidate.ts";
import type { Ground } from "./ground.ts";
import type { SentenceEvents } from "./index.ts";
import { childrenOf, type Tree } from "./tree.ts";

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

/**
 * A definite joint event without its sides ("the joint mission was intended to …") has those of the last one of its
 * type within three sentences.
 */
export function inherited(ground: Ground, candidate: Candidate, before: readonly SentenceEvents[]): Candidate {
  if (!candidate.rejected || candidate.row.roles !== "mutual" || candidate.actors.length > 1) return candidate;
  if (candidate.row.trigger.kind !== "noun" || !pointsBack(ground.tree, candidate.chain.base)) return candidate;
  const sentence = ground.tree.analysis.sentence[candidate.chain.base];
  const last = lastJoint(before, sentence, candidate.row.type);
  if (!last || candidate.meaning.status === "denied") return candidate;
  const { rejected: _, ...standing } = candidate;
  return {
    ...standing,
    actors: last.actors,
    recipients: [],
    loose: true,
    meaning: { type: candidate.row.type, status: "happened" },
  };
}
