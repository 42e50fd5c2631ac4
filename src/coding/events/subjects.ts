import { childBy, childrenOf, hasRelation, type Tree } from "./tree.ts";

const RELATIVE = new Set(["who", "which", "that", "whom", "whose"]);
const isSubject = (relation: string): boolean => relation === "nsubj" || relation === "csubj";

export const isRelativeClause = (tree: Tree, token: number): boolean => hasRelation(tree, token, "acl:relcl");
export const isRelativePronoun = (tree: Tree, token: number): boolean =>
  RELATIVE.has(tree.lemma[token]) && tree.analysis.upos[token] !== "NOUN";

/** The subjects that hang on a predicate itself. */
export function ownSubjects(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) if (isSubject(tree.relation[child])) found.push(child);
  return found;
}

export const sharesSubject = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "conj" && ownSubjects(tree, token).length === 0;

/** Of a relative pronoun its noun; any other token itself. */
export function antecedent(tree: Tree, token: number, clause: number): number {
  if (!isRelativePronoun(tree, token)) return token;
  let top = clause;
  while (tree.relation[top] === "conj" && tree.analysis.head[top] >= 0) top = tree.analysis.head[top];
  return isRelativeClause(tree, top) ? tree.analysis.head[top] : token;
}

/** Words and deeds whose participle says what their author does: "a statement criticising …", "an operation targeting …". */
const AUTHORED = new Set(
  "statement letter resolution law bill decree report speech message tweet post video note petition declaration communique lawsuit complaint article motion ruling order operation campaign raid mission deal agreement treaty accord fight battle offensive struggle war flight sortie convoy".split(
    " ",
  ),
);

function ownerOf(tree: Tree, noun: number): number {
  for (const child of childrenOf(tree, noun)) if (hasRelation(tree, child, "nmod:poss")) return child;
  return -1;
}

const FIGHTS = new Set(["fight", "battle", "offensive", "struggle", "war", "operation", "campaign"]);

/** "lost ten men in the campaign to …". */
const isWithin = (tree: Tree, noun: number): boolean =>
  tree.relation[noun] === "obl" && FIGHTS.has(tree.lemma[noun]) && tree.lemma[childBy(tree, noun, "case")] === "in";

/** "took the opportunity to …". */
const isChance = (tree: Tree, noun: number): boolean =>
  CHANCES.has(tree.lemma[noun]) && TAKING.has(tree.lemma[tree.analysis.head[noun]]);
const CHANCES = new Set(["opportunity", "occasion", "chance", "moment"]);
const TAKING = new Set(["take", "use", "seize"]);

/** Whose deed the noun above a participle is: its owner, or the subject of the verb that it is the object of. */
function authors(tree: Tree, noun: number, depth: number): number[] {
  const owner = ownerOf(tree, noun);
  if (owner >= 0) return [owner];
  const verb = tree.analysis.head[noun];
  return verb >= 0 && (tree.relation[noun] === "obj" || isWithin(tree, noun))
    ? surfaceSubjects(tree, verb, depth + 1)
    : [noun];
}

const OF_OBJECT = new Set(["of", "against", "about", "into"]);
const CHARGES = new Set(
  "accuse thank blame praise criticize criticise condemn punish sanction reward congratulate rebuke commend denounce attack slam fault chide applaud fine jail sentence arrest detain imprison convict expel ban bar blacklist target designate hit charge indict prosecute dismiss suspend sack oust impose slap revoke freeze place put announce withdraw cancel issue".split(
    " ",
  ),
);
const PARTS = new Set(["role", "part", "involvement", "complicity", "participation"]);

/** "thanked Washington for blocking it", "warned Ankara about buying them": what the object did or is to do. */
function chargedObject(tree: Tree, token: number, head: number): number {
  const mark = childBy(tree, token, "mark");
  if (mark < 0 || !tree.analysis.text.slice(0, tree.analysis.end[token]).endsWith("ing")) return -1;
  const word = tree.lemma[mark];
  // "imposed bans on the officers for their role in quelling the protest"
  if (word === "in" && PARTS.has(tree.lemma[mark - 1])) return mark - 1;
  const charged = OF_OBJECT.has(word) || (word === "for" && CHARGES.has(tree.lemma[head]));
  return charged ? childBy(tree, head, "obj") : -1;
}

/** "the first time for a king to meet …": whoever stands behind "for", or -1. */
function firstTimeOf(tree: Tree, token: number): number {
  const to = childBy(tree, token, "mark");
  for (let at = to - 1; at > 0 && to - at < 9; at -= 1)
    if (tree.lemma[at] === "for") return tree.lemma[at - 1] === "time" ? tree.analysis.head[at] : -1;
  return -1;
}

/** Verbs whose object is not who is to do it: "promised Ost to leave", "phoned the king to thank him". */
const KEEPERS = new Set("promise phone telephone ring message text email contact visit meet".split(" "));
/** What is said in a call to somebody, who may also be called to do things. */
export const SAID_IN_CALLS = new Set(
  "thank congratulate praise condemn express offer convey apologise apologize protest complain discuss inform assure reassure wish denounce".split(
    " ",
  ),
);

const keepsSubject = ({ lemma }: Tree, head: number, token: number): boolean =>
  KEEPERS.has(lemma[head]) || (lemma[head] === "call" && SAID_IN_CALLS.has(lemma[token]));

/** The subject that a clause without one borrows from the clause above it (control, participles, purpose clauses). */
function controllers(tree: Tree, token: number, depth: number): number[] {
  const head = tree.analysis.head[token];
  if (depth > 6) return [];
  if (head < 0) return elidedSubjects(tree, token);
  const relation = tree.relation[token];
  const first = relation === "acl" || relation === "advcl" ? firstTimeOf(tree, token) : -1;
  if (first >= 0) return [first];
  if (relation === "acl")
    return AUTHORED.has(tree.lemma[head]) || isChance(tree, head) ? authors(tree, head, depth) : [head];
  if (relation === "conj") return surfaceSubjects(tree, head, depth + 1);
  if (relation === "ccomp" && token < head) {
    // "Ships sailed past, the ministry said", where the parser gave both subjects to "said".
    const before = ownSubjects(tree, head).filter((subject) => subject < token);
    if (before.length > 0) return before;
  }
  if (relation === "xcomp" || relation === "ccomp") {
    const object = childBy(tree, head, "obj");
    const addressee = object >= 0 ? object : childBy(tree, head, "iobj");
    return addressee >= 0 && !keepsSubject(tree, head, token) ? [addressee] : surfaceSubjects(tree, head, depth + 1);
  }
  const charged = relation === "advcl" ? chargedObject(tree, token, head) : -1;
  if (charged >= 0) return [charged];
  if (relation === "advcl" || relation === "parataxis") return surfaceSubjects(tree, head, depth + 1);
  return [];
}

const NOMINAL = new Set(["NOUN", "PROPN", "PRON"]);

/** The first token of what stands before a noun as part of its name. */
function beginOf(tree: Tree, noun: number): number {
  let begin = noun;
  for (const child of childrenOf(tree, noun))
    if (child < begin && /^(compound|amod|flat|det)$/.test(tree.relation[child])) begin = child;
  return begin;
}

/** "In the north, A and B have held …" where the parser joined A to the fronted phrase: A is the subject all the same. */
function misjoinedSubjects(tree: Tree, token: number): number[] {
  for (const child of childrenOf(tree, token)) {
    if (child > token || tree.relation[child] !== "obl") continue;
    for (const conjunct of childrenOf(tree, child)) {
      const afterComma = tree.lemma[beginOf(tree, conjunct) - 1] === ",";
      if (tree.relation[conjunct] === "conj" && afterComma && NOMINAL.has(tree.analysis.upos[conjunct]))
        return [conjunct];
    }
  }
  return [];
}

/** "Russia… stands ready": what an ellipsis cut off from its sentence is the subject of the rest. */
function elidedSubjects({ analysis }: Tree, token: number): number[] {
  const sentence = analysis.sentence[token];
  const from = analysis.sentenceStart[sentence];
  if (sentence === 0 || !/^\p{Ll}/u.test(analysis.text.slice(analysis.start[from], analysis.end[from]))) return [];
  const before = analysis.text.slice(analysis.start[from - 1], analysis.end[from - 1]);
  if (!/(\u2026|\.\.)$/.test(before)) return [];
  for (let at = from - 1; at >= analysis.sentenceStart[sentence - 1]; at -= 1)
    if (analysis.head[at] < 0) return NOMINAL.has(analysis.upos[at]) ? [at] : [];
  return [];
}

/** The grammatical subject, a clause's own or a borrowed one, whatever the voice. */
export function surfaceSubjects(tree: Tree, token: number, depth = 0): number[] {
  const own = ownSubjects(tree, token);
  if (own.length > 0) return own.map((subject) => antecedent(tree, subject, token));
  const misjoined = misjoinedSubjects(tree, token);
  return misjoined.length > 0 ? misjoined : controllers(tree, token, depth);
}
