import { childBy, firstConjunct, hasChild, prepositionOf, type Tree } from "../tree.ts";
import type { Cast } from "./cast.ts";
import type { Party } from "./party.ts";

/** Nouns of deeds whose "of", "on" or "against" names the victim. */
const DEEDS = new Set(
  "attack assault raid strike airstrike bombing bombardment shelling invasion offensive killing murder assassination execution massacre overthrow ouster coup arrest detention kidnapping abduction persecution crackdown repression suppression oppression mistreatment torture imprisonment jailing harassment intimidation sentencing conviction disappearance poisoning ill-treatment".split(
    " ",
  ),
);
const SUFFERED = new Set(["of", "on", "against"]);
/** Deeds whose "of" names the author: "the crimes of Ost against Mark". */
const WRONGS = new Set(
  "escalation aggression provocation coercion incursion atrocity crime genocide violence war bloodshed occupation siege blockade bullying hostility annexation threat terrorism sanction embargo tariff".split(
    " ",
  ),
);
const isDeed = ({ lemma }: Tree, noun: number, preposition: string): boolean =>
  DEEDS.has(lemma[noun]) || (WRONGS.has(lemma[noun]) && preposition !== "of");

/** "called for the overthrow of Ost's ruler": what is asked is asked against him. */
const OUSTING = new Set(["overthrow", "ouster", "ousting"]);

const THREATENED_WITH = new Set(["of", "with", "for"]);
const AIMED = new Set(["ACCUSE", "REQUEST", "THREATEN"]);

const ADDRESSING = new Set("accuse blame warn urge ask call demand threaten condemn criticize criticise".split(" "));

/** "sanctions on firms it accused of fraud": the clause behind the victim speaks to him. */
const isAddressed = (tree: Tree, noun: number): boolean => hasChild(tree, noun, ADDRESSING, CLAUSES);
const CLAUSES = new Set(["acl"]);

const OWNERS = new Set(["amod", "compound", "nmod:poss"]);

/** "the shelling of Ostish towns": the head of the phrase in which somebody is named as the owner. */
function namedIn({ analysis: { head, relation }, lemma }: Tree, token: number): number {
  const above = head[token];
  return OWNERS.has(relation[token]) && above >= 0 && !DEEDS.has(lemma[above]) && !WRONGS.has(lemma[above])
    ? above
    : token;
}

/** "condemned the attack on the embassy", "called for an end to the raids on Ost": nobody blames or asks the victim. */
function isVictim({ tree }: Cast, type: string, { here }: Party): boolean {
  const first = firstConjunct(tree, namedIn(tree, here.head));
  const head = tree.analysis.head[first];
  if (
    !AIMED.has(type) ||
    head < 0 ||
    (type === "REQUEST" && OUSTING.has(tree.lemma[head])) ||
    !isDeed(tree, head, prepositionOf(tree, first)) ||
    isAddressed(tree, here.head) ||
    isAddressed(tree, head)
  )
    return false;
  // "weighed a strike on Ost", "warned of an attack on Ost", "called for sanctions on Ost": what is threatened itself has its victim as its aim
  const threatened = tree.relation[head] === "obj" || THREATENED_WITH.has(prepositionOf(tree, head));
  if (type === "THREATEN" && threatened) return false;
  return tree.relation[first] === "nmod" && SUFFERED.has(prepositionOf(tree, first));
}

const CONDEMNING = new Set("condemn denounce deplore decry criticize criticise slam lament protest regret".split(" "));

/** "condemned attacks on reporters", where the victim was hung on the verb, beside the deed. */
function isVictimBeside({ tree }: Cast, type: string, { here }: Party): boolean {
  if (type !== "ACCUSE" || tree.relation[here.head] !== "obl") return false;
  const verb = tree.analysis.head[here.head];
  if (!CONDEMNING.has(tree.lemma[verb])) return false;
  const preposition = prepositionOf(tree, here.head);
  const deed = childBy(tree, verb, "obj");
  return deed >= 0 && deed < here.head && SUFFERED.has(preposition) && isDeed(tree, deed, preposition);
}

/** Whether a party is whom the deed that is condemned or called off was done to. */
export const isSufferer = (cast: Cast, type: string, party: Party): boolean =>
  isVictim(cast, type, party) || isVictimBeside(cast, type, party);

/** What a government does to another state, never to its own. */
const ABROAD = new Set(["ACCUSE", "AGREE", "CONSULT", "COOPERATE", "REJECT", "SUPPORT", "THREATEN"]);

const STATE = new Set(["GOV", "MIL", "COP"]);

/** "repelled assaults around Bakhmut": where a state fights on its own ground, the ground is not its enemy. */
const isOwnGround = (actor: Party, party: Party): boolean =>
  party.place && STATE.has(actor.identity.sector) && actor.identity.country === party.identity.country;

/** "The United States will do its part, Trump promised": nobody promises or threatens his own state anything. */
export function isItself(type: string, actor: Party, party: Party): boolean {
  if (type === "ASSAULT" && isOwnGround(actor, party)) return true;
  if (!ABROAD.has(type) || party.place) return false;
  const [one, other] = [actor.identity, party.identity];
  if (one.country === null || one.country !== other.country) return false;
  return one.sector === "GOV" && other.sector === "GOV" && (one.id === one.country || other.id === other.country);
}
