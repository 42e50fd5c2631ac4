import type { Candidate } from "./candidate.ts";
import { isOperative } from "./chain.ts";
import { clauseOf } from "./clause.ts";
import type { Ground } from "./ground.ts";
import { countriesOf, isStateless, type Party, sameSide } from "./parties/party.ts";
import { childBy, hasChild, isBelow, type Tree } from "./tree.ts";

const keyOf = (parties: readonly Party[]): string =>
  parties
    .map((party) => party.identity.country ?? party.identity.id)
    .sort()
    .join(",");

const sidesKey = ({ actors, recipients }: Candidate): string => `${keyOf(actors)}>${keyOf(recipients)}`;

const isSubset = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one));

const everybody = ({ actors, recipients }: Candidate): Set<string> => countriesOf([...actors, ...recipients]);

/** Whether an operator of `by` that is more than a light verb is the word of the other: "agreed to hold talks". */
const isOperator = (other: Candidate, by: Candidate): boolean =>
  by.chain.links.some((link) => isOperative(link) && link.operation !== "light" && link.token === other.chain.base);

/**
 * Whether the word of the other is no more than the light verb of `by`: "signed" in "signed a joint statement",
 * "launched an invasion" told of one side in "launched an invasion of Ost".
 */
const isLightVerb = (other: Candidate, by: Candidate): boolean =>
  by.chain.links.some(({ row, token }) => (row || isLone(other)) && token === other.chain.base);

/** "offered criticism": a verb that tells less than the noun that it carries. */
const isBareCarrier = (ground: Ground, one: Candidate, by: Candidate): boolean =>
  !one.row.trigger.objects &&
  ground.tree.relation[by.chain.base] === "obj" &&
  by.chain.links.some(({ operation, token }) => operation === "light" && token === one.chain.base);

/** "imposed sanctions": the noun is in the object that the verb's row asked for. */
function isObjectOf(ground: Ground, noun: Candidate, verb: Candidate): boolean {
  if (noun.row.trigger.kind !== "noun" || !verb.row.trigger.objects) return false;
  const { objects, obliques } = clauseOf(ground.tree, verb.chain.base);
  const heads = [...objects, ...obliques.map(({ token }) => token)];
  return (
    heads.some((token) => isBelow(ground.tree, noun.chain.base, token)) && isSubset(everybody(noun), everybody(verb))
  );
}

/** The token below `top` by which one gets from a token up to it, or -1. */
function stepBelow({ analysis }: Tree, token: number, top: number): number {
  let at = token;
  for (let steps = 0; at >= 0 && analysis.head[at] !== top && steps < 200; steps += 1) at = analysis.head[at];
  return at;
}

/**
 * "expelled the envoy and recalled its own": joined verbs of different modes tell of two events. Those of a fight tell
 * of one ("ambushed a patrol and shot two of them").
 */
function isJoined({ tree }: Ground, inner: Candidate, outer: Candidate): boolean {
  if (inner.meaning.mode === outer.meaning.mode || inner.meaning.type === "ASSAULT") return false;
  const step = stepBelow(tree, inner.chain.base, outer.chain.base);
  if (step < 0 || tree.relation[step] !== "conj" || tree.analysis.upos[step] !== "VERB") return false;
  return !hasChild(tree, step, OR);
}
const OR = new Set(["or"]);

const holds = (parties: readonly Party[], { identity }: Party): boolean =>
  parties.some((party) => party.identity.id === identity.id);

/** The only country of these parties. */
function countryOf(parties: readonly Party[]): string | undefined {
  const [country, ...others] = countriesOf(parties);
  return others.length === 0 ? country : undefined;
}

/** "Ost expelled two Markish diplomats after Mark expelled two of Ost": state by state the sides have changed. */
function isReversed(one: Candidate, other: Candidate): boolean {
  const [actor, recipient] = [countryOf(one.actors), countryOf(one.recipients)];
  if (actor === undefined || recipient === undefined || actor === recipient) return false;
  return actor === countryOf(other.recipients) && recipient === countryOf(other.actors);
}

/** "struck Ost in retaliation for the strike by Ost": one deed and the one that it answers. */
const isAnswer = (one: Candidate, other: Candidate): boolean =>
  one.meaning.type === other.meaning.type && isReversed(one, other);

const isStruckBack = (one: Candidate, other: Candidate): boolean =>
  isReversed(one, other) ||
  (one.actors.length > 0 && one.actors.every((party) => holds(other.recipients, party) && !holds(other.actors, party)));

/** Types that are told of one side with the other in one breath: only a clause with a subject turns them round. */
const SAID: ReadonlySet<string> = new Set(["ACCUSE", "REQUEST"]);

/** "launched air strikes hours after rebels began an offensive": attacks of two that are not of one side. */
const areOpposed = (one: Candidate, other: Candidate): boolean =>
  one.meaning.type === "ASSAULT" &&
  one.recipients.length + other.recipients.length === 0 &&
  !one.actors.some((actor) => other.actors.some((party) => sameSide(actor, party)));

/** "killed the gunmen who had attacked the post": who is hit in the one strikes in the other. */
function isReturned({ tree }: Ground, one: Candidate, other: Candidate): boolean {
  const told = ({ chain }: Candidate): boolean => childBy(tree, chain.base, "nsubj") >= 0;
  if (SAID.has(one.meaning.type) && !(told(one) && told(other))) return false;
  return isStruckBack(one, other) || isStruckBack(other, one) || areOpposed(one, other);
}

/** An event under another of its type, with nobody beyond that event's sides, says the same again. */
function isEcho(ground: Ground, inner: Candidate, outer: Candidate): boolean {
  if (isJoined(ground, inner, outer) || (isLone(outer) && inner.recipients.length > 0)) return false;
  if (isReturned(ground, inner, outer) || !isBelow(ground.tree, inner.chain.base, outer.chain.base)) return false;
  return inner.meaning.type === outer.meaning.type && isSubset(everybody(inner), everybody(outer));
}

/** "retook two towns": told of one side, it does not say what a fight below it says of two. */
const isLone = ({ row, recipients }: Candidate): boolean => row.alone === row.type && recipients.length === 0;

const areStateless = (parties: readonly Party[]): boolean => parties.length > 0 && parties.every(isStateless);

/** What did not come about, or perhaps did not, gives way to what did. */
const UNDONE: Readonly<Partial<Record<string, number>>> = { denied: 12, hypothetical: 14 };

/** "denied holding talks with Ost": what somebody says he has not done tells more than that he denies. */
function isDisowned({ row, chain: { links }, meaning }: Candidate): boolean {
  const at = links.findIndex((link) => link.row === "op-deny");
  if (at < 0 || meaning.status !== "denied") return false;
  return row.trigger.kind !== "noun" || links.slice(0, at).some((link) => link.row !== undefined);
}

/** Which of two candidates goes first where they say the same: operators, then the more specific row. */
function rank(candidate: Candidate): number {
  const { row, chain, meaning, actors, recipients } = candidate;
  const first = row.rank === "first" ? 100 : 0;
  const operated = chain.links.some((link) => isOperative(link) && link.operation !== "light");
  const { objects, modifiers, prepositions, particle, kind } = row.trigger;
  const specific = objects ? 14 : modifiers || particle ? 3 : prepositions ? 2 : kind === "noun" ? 0 : 1;
  const named = [...actors, ...recipients].every(({ place }) => !place) ? 0.5 : 0;
  const undone = isDisowned(candidate) ? 0 : (UNDONE[meaning.status] ?? 0);
  const lone = isLone(candidate) ? 16 : 0;
  const vague = (areStateless(actors) ? 16 : 0) + (areStateless(recipients) ? 11 : 0);
  return first + (operated ? 10 : 0) + specific + named - undone - lone - vague;
}

/** "failed to reach a deal" where failing is an event of its own: what did not come about is none. */
const isUndone = (candidate: Candidate, by: Candidate): boolean =>
  candidate.meaning.status === "denied" &&
  candidate.chain.links.some(({ row, token }) => row !== undefined && token === by.chain.base);

function verdict(ground: Ground, candidate: Candidate, standing: readonly Candidate[]): string | undefined {
  for (const other of standing) {
    const name = `"${other.row.name}"`;
    if (isUndone(candidate, other)) return `${name} says that it did not come about`;
    if (isOperator(candidate, other)) return `${name} takes it up as an operator`;
    if (isLightVerb(candidate, other)) return `${name} takes it up as a light verb`;
    if (isObjectOf(ground, candidate, other) && !isAnswer(candidate, other)) return `it is the object of ${name}`;
    if (isEcho(ground, candidate, other) || isEcho(ground, other, candidate)) return `${name} reports the same`;
    if (sameEvent(ground, candidate, other)) return `${name} reports the same`;
  }
  return undefined;
}

const sameEvent = (ground: Ground, one: Candidate, other: Candidate): boolean =>
  !isJoined(ground, one, other) &&
  !isJoined(ground, other, one) &&
  !isReturned(ground, one, other) &&
  one.chain.top === other.chain.top &&
  one.meaning.type === other.meaning.type &&
  one.meaning.status === other.meaning.status &&
  sidesKey(one) === sidesKey(other);

/** Of candidates of one sentence that say the same, one remains; the others say which one took their place. */
export function selected(ground: Ground, candidates: readonly Candidate[]): Candidate[] {
  const open = candidates.filter(({ rejected }) => !rejected);
  const carries = (one: Candidate): number => (open.some((other) => isBareCarrier(ground, one, other)) ? 1.5 : 0);
  const order = open.toSorted((a, b) => rank(b) - carries(b) - (rank(a) - carries(a)));
  const standing: Candidate[] = [];
  const reasons = new Map<Candidate, string>();
  for (const candidate of order) {
    const reason = verdict(ground, candidate, standing);
    if (reason) reasons.set(candidate, reason);
    else standing.push(candidate);
  }
  return candidates.map((candidate) => {
    const rejected = reasons.get(candidate);
    return rejected ? { ...candidate, rejected } : candidate;
  });
}
