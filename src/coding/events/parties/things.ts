import { childBy, firstConjunct, isVerbal, type Tree } from "../tree.ts";
import type { Cast } from "./cast.ts";
import type { Party } from "./party.ts";

/** What only somebody can do, and no operation or decision: "It accused Australia". */
const DELIBERATE = new Set(
  (
    "accuse urge demand condemn criticize criticise denounce deny protest reject warn summon ask send deploy withdraw impose sign ratify recall expel invade annex arrest detain pledge refuse offer vow recognize recognise apologize apologise kidnap abduct capture bomb shell shoot seize retake recapture liberate intercept " +
    "designate reiterate slap levy lodge lambast blast slam appeal beseech veto bombard strafe wage dispatch mobilize mobilise detonate behead execute extradite deport jail"
  ).split(" "),
);
/** What a decision or an event brings about as well. */
const BROUGHT_ABOUT = new Set(
  "help assist aid support back allow let enable threaten hit strike remind assure ensure force compel boost bring mean cause lead make give take open end stop halt come go include cover provide protect claim kill wound destroy damage return restore improve strengthen deepen weaken mark show express signal reflect call follow involve encourage promote welcome serve act work break cut ban bar prohibit require approve authorize authorise extend limit restrict prevent block affect harm hurt violate breach undermine challenge oppose favor favour push press draw raise spark trigger prompt provoke announce".split(
    " ",
  ),
);

/** Whether a mention is the subject of another verb than this one. */
const isOtherSubject = ({ relation, analysis }: Tree, head: number, verb: number): boolean =>
  relation[head] === "nsubj" && analysis.head[head] !== verb;

/** "Ost opened a front when it taxed imports": the last state that is a subject of the sentence before the pronoun. */
function isAbove({ tree, byHead }: Cast, named: number, it: number): boolean {
  const { sentence } = tree.analysis;
  for (let at = it - 1; at > named; at -= 1)
    if (tree.relation[at] === "nsubj" && byHead.get(at)?.actor?.country) return false;
  return named < it && sentence[named] === sentence[it];
}

const FURTHER = new Set(["also", "later", "then", "further", "again", "subsequently", "previously", "earlier"]);

/** "Ost taxed imports. It also stopped …": the subject of the sentence before, of which a further deed is told. */
function isCarriedOn({ analysis: { sentence, sentenceStart }, lemma }: Tree, named: number, it: number): boolean {
  if (sentenceStart[sentence[it]] !== it || sentence[named] !== sentence[it] - 1) return false;
  return FURTHER.has(lemma[it + 1]) || FURTHER.has(lemma[it + 2]);
}

/** Whether the pronoun stands for a state that is the subject of a deed told before it. */
function standsForSubject(cast: Cast, base: number, { here, place }: Party): boolean {
  const { tree, byId } = cast;
  const named = byId.get(here.refersTo?.[0] ?? "");
  const verb = firstConjunct(tree, base);
  if (!named?.actor?.country || place || childBy(tree, verb, "nsubj") !== here.head) return false;
  if (!isVerbal(tree, base) || !isOtherSubject(tree, named.head, verb)) return false;
  if (isCarriedOn(tree, named.head, here.head)) return true;
  return isAbove(cast, named.head, here.head) && !BROUGHT_ABOUT.has(tree.lemma[base]);
}

/** Whether "it", who acts alone, is as likely an operation or a decision as a state. */
export function mayBeThing(cast: Cast, base: number, actors: readonly Party[]): boolean {
  if (actors.length !== 1 || cast.tree.lemma[actors[0].here.head] !== "it") return false;
  return !DELIBERATE.has(cast.tree.lemma[base]) && !standsForSubject(cast, base, actors[0]);
}
