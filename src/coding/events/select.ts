import type { Candidate } from "./candidate.ts";
import { countriesOf, type Party } from "./cast.ts";
import { clauseOf } from "./clause.ts";
import type { Ground } from "./ground.ts";
import { isBelow } from "./tree.ts";

const keyOf = (parties: readonly Party[]): string =>
  parties
    .map((party) => party.identity.country ?? party.identity.id)
    .sort()
    .join(",");

const sidesKey = ({ actors, recipients }: Candidate): string => `${keyOf(actors)}>${keyOf(recipients)}`;

const isSubset = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one));

const everybody = ({ actors, recipients }: Candidate): Set<string> => countriesOf([...actors, ...recipients]);

/** The operator of one candidate's chain is the word of the other: "agreed to hold talks" is one event. */
const isConsumed = (other: Candidate, by: Candidate): boolean =>
  by !== other && by.chain.links.some((link) => link.row !== undefined && link.token === other.chain.base);

/** "imposed sanctions": the noun is the object that the verb's row asked for. */
function isObjectOf(ground: Ground, noun: Candidate, verb: Candidate): boolean {
  if (noun.row.trigger.kind !== "noun" || verb.row.trigger.kind === "noun") return false;
  if (!verb.row.trigger.objects) return false;
  const { objects, obliques } = clauseOf(ground.tree, verb.chain.base);
  return [...objects, ...obliques.map(({ token }) => token)].some((token) =>
    isBelow(ground.tree, noun.chain.base, token),
  );
}

/** A noun under another event, with nobody of its own beyond that event's sides, says the same event again. */
function isEcho(ground: Ground, noun: Candidate, other: Candidate): boolean {
  if (noun === other || noun.row.trigger.kind !== "noun") return false;
  if (!isBelow(ground.tree, noun.chain.base, other.chain.base)) return false;
  return noun.meaning.type === other.meaning.type && isSubset(everybody(noun), everybody(other));
}

function verdict(ground: Ground, candidate: Candidate, accepted: readonly Candidate[]): string | undefined {
  for (const other of accepted) {
    if (isConsumed(candidate, other)) return `"${other.row.name}" takes it up as an operator`;
    if (isObjectOf(ground, candidate, other)) return `it is the object of "${other.row.name}"`;
    if (isEcho(ground, candidate, other)) return `"${other.row.name}" reports the same`;
  }
  return undefined;
}

/** Of candidates of one sentence that say the same, one remains; the others say which one took their place. */
export function selected(ground: Ground, candidates: readonly Candidate[]): Candidate[] {
  const accepted = candidates.filter((candidate) => !candidate.rejected);
  const judged = candidates.map((candidate) => {
    const rejected = candidate.rejected ?? verdict(ground, candidate, accepted);
    return rejected ? { ...candidate, rejected } : candidate;
  });
  const seen = new Map<string, Candidate>();
  return judged.map((candidate) => {
    if (candidate.rejected) return candidate;
    const key = `${candidate.meaning.type} ${candidate.meaning.status} ${sidesKey(candidate)}`;
    const first = seen.get(key);
    if (first) return { ...candidate, rejected: `"${first.row.name}" reports the same` };
    seen.set(key, candidate);
    return candidate;
  });
}
