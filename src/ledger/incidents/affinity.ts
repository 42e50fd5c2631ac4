import { excludes, similarity } from "./similarity.ts";
import type { Telling } from "./telling.ts";

/** A telling is compared with this many members of a cluster, and with those of its own document. */
const MOST_JUDGES = 12;

const mean = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0) / scores.length;

/** The mean of those that say something; nothing where none does. */
const meanOf = (scores: readonly (number | undefined)[]): number | undefined => {
  const said = scores.filter((score) => score !== undefined);
  return said.length === 0 ? undefined : mean(said);
};

/** The most like member of each document; those that cannot be compared say nothing. */
function likeness(telling: Telling, members: readonly Telling[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const member of members) {
    const score = similarity(telling, member);
    if (score !== undefined)
      best.set(member.document, Math.max(score, best.get(member.document) ?? Number.NEGATIVE_INFINITY));
  }
  return best;
}

/** Between the mean and the best: that one account has little in common with it says less than that another has much. */
const standing = (scores: readonly number[]): number | undefined =>
  scores.length === 0 ? undefined : (mean(scores) + Math.max(...scores)) / 2;

/**
 * How like a telling is to the accounts of a cluster: over its documents, of each the member it is most like. What its
 * own document tells counts as much as all others together.
 */
function likenessOf(telling: Telling, members: readonly Telling[]): number | undefined {
  const judges = members.filter(({ document }, index) => index < MOST_JUDGES || document === telling.document);
  const best = likeness(telling, judges);
  const own = best.get(telling.document);
  best.delete(telling.document);
  return meanOf([own, standing([...best.values()])]);
}

/** How like tellings are to a cluster: the mean over them. Nothing where none can be compared, or a member rules one out. */
export function affinity(tellings: readonly Telling[], members: readonly Telling[]): number | undefined {
  const some = tellings.slice(0, MOST_JUDGES);
  if (some.some((telling) => members.some((member) => excludes(telling, member)))) return undefined;
  return meanOf(some.map((telling) => likenessOf(telling, members)));
}
