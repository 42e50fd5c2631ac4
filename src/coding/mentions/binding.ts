import type { Draft, Scan } from "./drafts.ts";
import { lower, sentenceBegin, sentenceEnd } from "./words.ts";

/** What the sentence says of whom a pronoun can mean. All are tokens; -1 where there is none. */
export interface Stance {
  readonly possessive: boolean;
  readonly reflexive: boolean;
  readonly isSubject: boolean;
  readonly isObject: boolean;
  /** The verb of the pronoun's own clause. */
  readonly verb: number;
  /** The subject of that verb, its own or borrowed from the clause above; the pronoun itself where it is the subject. */
  readonly subject: number;
  /** The object of that verb, or of the verb above a participle ("accused it of arming its islands"). */
  readonly object: number;
  /** The subject of the verb of saying over the pronoun's clause: "Moscow said it would". */
  readonly speaker: number;
  /** Whether what the verb does is done to what is somebody else's: "violated its airspace", "praised his patience". */
  readonly outward: boolean;
  /** Whether the object is called to account or thanked for what is its own: "asked Berlin for its help". */
  readonly charged: boolean;
}

/** Verbs whose object is hardly ever the subject's own. */
const OUTWARD = new Set(
  "violate invade attack bomb shell strike hit seize capture occupy annex condemn criticize criticise denounce reject dismiss praise welcome respect recognize recognise thank congratulate hail applaud endorse back question mock ridicule oppose understand answer counter echo share appreciate accept join overthrow oust kill".split(
    " ",
  ),
);
const CHARGES = new Set(
  "accuse thank blame praise criticize criticise condemn ask punish sanction reward congratulate rebuke commend denounce attack slam fault chide applaud pay warn urge tell remind protest complain apologise apologize appeal".split(
    " ",
  ),
);
const CHARGED_WITH = new Set(["for", "of", "over", "against", "about", "on"]);
const SAYING = new Set(
  "say add announce state tell declare insist claim argue warn note report confirm promise vow pledge stress explain deny maintain write believe think fear hope threaten suggest indicate reply answer repeat swear admit acknowledge complain".split(
    " ",
  ),
);
/** Verbs whose object is not who is to do what stands under them: "phoned the king to thank him". */
const KEEPERS = new Set("promise threaten vow pledge phone telephone ring text contact visit meet".split(" "));
const SAID_IN_CALLS = new Set("thank congratulate praise condemn apologise apologize reassure wish".split(" "));
const RELATIVE = new Set(["who", "which", "that"]);

function childOf(scan: Scan, token: number, wanted: (relation: string, child: number) => boolean): number {
  const { head, relation } = scan.analysis;
  for (let child = sentenceBegin(scan, token); child < sentenceEnd(scan, token); child += 1)
    if (head[child] === token && wanted(relation[child], child)) return child;
  return -1;
}

const isVerb = ({ analysis }: Scan, token: number): boolean =>
  analysis.upos[token] === "VERB" || analysis.upos[token] === "AUX";

const isClause = (relation: string): boolean => /^(root|[cx]comp|advcl|acl|parataxis|csubj)/.test(relation);

/** The predicate that a noun phrase stands under. */
function predicateOf(scan: Scan, token: number): number {
  const { head, relation } = scan.analysis;
  for (let at = head[token], steps = 0; at >= 0 && steps < 12; at = head[at], steps += 1)
    if (isVerb(scan, at) || isClause(relation[at])) return at;
  return -1;
}

const subjectBelow = (scan: Scan, verb: number): number =>
  childOf(scan, verb, (relation) => relation.startsWith("nsubj"));
const objectBelow = (scan: Scan, verb: number): number =>
  childOf(scan, verb, (relation) => relation === "obj" || relation === "iobj");

const keepsSubject = ({ analysis: { lemma } }: Scan, above: number, verb: number): boolean =>
  KEEPERS.has(lemma[above]) || (lemma[above] === "call" && SAID_IN_CALLS.has(lemma[verb]));

/** The subject of a verb; of one without its own, the one that the clause above lends it. */
function subjectOf(scan: Scan, verb: number, depth = 0): number {
  if (verb < 0 || depth > 5) return -1;
  const { head, relation } = scan.analysis;
  const own = subjectBelow(scan, verb);
  if (own >= 0) return relation[verb] === "acl:relcl" && RELATIVE.has(lower(scan, own)) ? head[verb] : own;
  if (head[verb] < 0) return -1;
  if (relation[verb].startsWith("acl")) return head[verb];
  const object = /^([cx]comp|advcl)/.test(relation[verb]) ? objectBelow(scan, head[verb]) : -1;
  const lent = object >= 0 && object < verb && !keepsSubject(scan, head[verb], verb) && isLent(scan, verb);
  return lent ? object : subjectOf(scan, head[verb], depth + 1);
}

/** "accused Athens of arming", "told it to leave": what the object is to do; not "left it, taking its ships". */
const isLent = (scan: Scan, verb: number): boolean =>
  scan.analysis.relation[verb] === "xcomp" || childOf(scan, verb, (relation) => relation === "mark") >= 0;

/** The subject of the verb of saying of which the clause is what is said. */
function speakerOver(scan: Scan, verb: number): number {
  const { head, relation, lemma } = scan.analysis;
  for (let at = verb, steps = 0; at >= 0 && head[at] >= 0 && steps < 4; at = head[at], steps += 1)
    if (relation[at] === "ccomp") return SAYING.has(lemma[head[at]]) ? subjectOf(scan, head[at]) : -1;
  return -1;
}

/** Whom an accusation, request or thanks is addressed to: the object, or "protested to Seoul". */
function addresseeBelow(scan: Scan, verb: number): number {
  const object = objectBelow(scan, verb);
  if (object >= 0) return object;
  const isTo = (child: number): boolean =>
    childOf(scan, child, (relation, at) => relation === "case" && lower(scan, at) === "to") >= 0;
  return CHARGES.has(scan.analysis.lemma[verb])
    ? childOf(scan, verb, (relation, at) => relation.startsWith("obl") && isTo(at))
    : -1;
}

/** Whether the noun that is possessed stands in a phrase of an accusation, a request or thanks. */
function isCharged(scan: Scan, owned: number, verb: number): boolean {
  const { head, lemma, relation } = scan.analysis;
  if (!CHARGES.has(lemma[verb]) || addresseeBelow(scan, verb) < 0) return false;
  let top = owned;
  for (let steps = 0; top >= 0 && head[top] !== verb && steps < 5; steps += 1) top = head[top];
  if (top < 0 || !/^(obl|nmod)/.test(relation[top])) return false;
  const preposition = childOf(scan, top, (one) => one === "case");
  return preposition >= 0 && CHARGED_WITH.has(lower(scan, preposition));
}

const ANSWERS = new Set([
  "response",
  "retaliation",
  "reply",
  "reaction",
  "revenge",
  "reprisal",
  "answer",
  "punishment",
]);
const PUNISHING = new Set(
  "impose sanction expel sever cut suspend halt freeze recall ban bar blacklist slap boycott withdraw downgrade".split(
    " ",
  ),
);
const GROUNDS = new Set(["over", "for"]);

/** "hit Ost in response to its raid", "imposed sanctions on Ost over its raid": what is answered or punished is another's. */
function isAnswered(scan: Scan, owned: number, verb: number): boolean {
  const { head, lemma, relation } = scan.analysis;
  if (verb < 0 || owned < 0 || childOf(scan, verb, (one) => one === "nsubj:pass") >= 0) return false;
  if (head[owned] >= 0 && ANSWERS.has(lemma[head[owned]])) return true;
  if (head[owned] !== verb || !PUNISHING.has(lemma[verb]) || !relation[owned].startsWith("obl")) return false;
  const preposition = childOf(scan, owned, (one) => one === "case");
  return preposition >= 0 && GROUNDS.has(lower(scan, preposition));
}

/** How a pronoun stands in its sentence. */
export function stanceOf(scan: Scan, draft: Draft): Stance {
  const { relation, head, lemma } = scan.analysis;
  const token = draft.from;
  const possessive = relation[token] === "nmod:poss" || draft.to - draft.from > 1;
  const owned = draft.to - draft.from > 1 ? draft.to - 1 : head[token];
  const verb = predicateOf(scan, possessive ? Math.max(owned, token) : token);
  const isSubject = !possessive && relation[token].startsWith("nsubj");
  const subject = isSubject ? token : subjectOf(scan, verb);
  const object = verb < 0 ? -1 : addresseeBelow(scan, verb);
  const own = verb >= 0 && owned >= 0 && head[owned] === verb && relation[owned] === "obj";
  return {
    possessive,
    reflexive: /sel(f|ves)$/.test(lower(scan, token)),
    isSubject,
    isObject: /^(obj|iobj|obl)/.test(relation[token]),
    verb,
    subject,
    object,
    speaker: isSubject && verb >= 0 ? speakerOver(scan, verb) : -1,
    outward: possessive && ((own && OUTWARD.has(lemma[verb])) || isAnswered(scan, owned, verb)),
    charged: possessive && verb >= 0 && owned >= 0 && isCharged(scan, owned, verb),
  };
}

const PLACES = new Set(["in", "from", "at", "on", "near", "over", "off", "around", "across"]);

/** The tokens that stand beside the pronoun under its verb, and so mean somebody else; of a phrase of place nobody. */
export function beside(scan: Scan, draft: Draft, { verb, possessive }: Stance): number[] {
  if (verb < 0 || possessive) return [];
  const { head, relation } = scan.analysis;
  const found: number[] = [];
  for (let token = sentenceBegin(scan, verb); token < sentenceEnd(scan, verb); token += 1) {
    if (head[token] !== verb || token === draft.from || !/^(nsubj|obj|iobj|obl)/.test(relation[token])) continue;
    const preposition = childOf(scan, token, (one) => one === "case");
    if (preposition < 0 || !PLACES.has(lower(scan, preposition))) found.push(token);
  }
  return found;
}
