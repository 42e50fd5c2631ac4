import { childBy, childrenOf, firstConjunct, hasRelation, isVerbal, prepositionOf, type Tree } from "./tree.ts";

/** A noun phrase under a predicate, with its preposition. */
export interface Oblique {
  readonly token: number;
  readonly preposition: string;
}

/** The arguments of one predicate, as heads of noun phrases; passives and relative clauses are undone. */
export interface Clause {
  readonly predicate: number;
  readonly passive: boolean;
  /** Who does it. */
  readonly subjects: readonly number[];
  /** To whom or what it is done. */
  readonly objects: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
}

const RELATIVE = new Set(["who", "which", "that", "whom", "whose"]);
const isSubject = (relation: string): boolean => relation === "nsubj" || relation === "csubj";

const isRelativeClause = (tree: Tree, token: number): boolean => hasRelation(tree, token, "acl:relcl");
const isRelativePronoun = (tree: Tree, token: number): boolean =>
  RELATIVE.has(tree.lemma[token]) && tree.analysis.upos[token] !== "NOUN";

/** "sanctions imposed by …": a participle after its noun. */
function isPassiveParticiple(tree: Tree, token: number): boolean {
  if (tree.relation[token] !== "acl" || isRelativeClause(tree, token) || childBy(tree, token, "aux") >= 0) return false;
  const form = tree.analysis.text.slice(tree.analysis.start[token], tree.analysis.end[token]);
  return isVerbal(tree, token) && !form.endsWith("ing") && childBy(tree, token, "mark") < 0;
}

/** "Jets violated the airspace", where the parser took the subject for a passive's. */
function isSimplePast(tree: Tree, token: number): boolean {
  if (childBy(tree, token, "aux") >= 0 || !isVerbal(tree, token) || tree.relation[token] === "acl") return false;
  return tree.analysis.xpos[token] === "VBD" || childBy(tree, token, "obj") >= 0;
}

function isPassive(tree: Tree, token: number): boolean {
  if (isSimplePast(tree, token)) return false;
  for (const child of childrenOf(tree, token)) {
    const relation = tree.analysis.relation[child];
    if (relation === "nsubj:pass" || relation === "aux:pass" || relation === "csubj:pass") return true;
  }
  if (isPassiveParticiple(tree, token)) return true;
  return tree.relation[token] === "conj" && sharesSubject(tree, token) && isPassiveConjunct(tree, token);
}

const PARTICIPLE = /(ed|en|ne|wn|ld|de|id|lt|ung|oken|ught)$/;

/** "was seized and taken": the second participle shares the first one's auxiliary. */
function isPassiveConjunct(tree: Tree, token: number): boolean {
  const first = firstConjunct(tree, token);
  if (first === token || !isPassive(tree, first)) return false;
  const { xpos, text, start, end } = tree.analysis;
  if (childBy(tree, token, "obj") >= 0) return false;
  return xpos[token] === "VBN" || (xpos[token] === "_" && PARTICIPLE.test(text.slice(start[token], end[token])));
}

function ownSubjects(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) if (isSubject(tree.relation[child])) found.push(child);
  return found;
}

const sharesSubject = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "conj" && ownSubjects(tree, token).length === 0;

/** Of a relative pronoun its noun; any other token itself. */
function antecedent(tree: Tree, token: number, clause: number): number {
  if (!isRelativePronoun(tree, token)) return token;
  let top = clause;
  while (tree.relation[top] === "conj" && tree.analysis.head[top] >= 0) top = tree.analysis.head[top];
  return isRelativeClause(tree, top) ? tree.analysis.head[top] : token;
}

/** Words and deeds whose participle says what their author does: "a statement criticising …", "an operation targeting …". */
const AUTHORED = new Set(
  "statement letter resolution law bill decree report speech message tweet post video note petition declaration communique lawsuit complaint article motion ruling order operation campaign raid mission deal agreement treaty accord".split(
    " ",
  ),
);

function ownerOf(tree: Tree, noun: number): number {
  for (const child of childrenOf(tree, noun)) if (hasRelation(tree, child, "nmod:poss")) return child;
  return -1;
}

/** Whose deed the noun above a participle is: its owner, or the subject of the verb that it is the object of. */
function authors(tree: Tree, noun: number, depth: number): number[] {
  const owner = ownerOf(tree, noun);
  if (owner >= 0) return [owner];
  const verb = tree.analysis.head[noun];
  return verb >= 0 && tree.relation[noun] === "obj" ? surfaceSubjects(tree, verb, depth + 1) : [noun];
}

const OF_OBJECT = new Set(["of", "against", "about", "into"]);
const CHARGES = new Set(
  "accuse thank blame praise criticize criticise condemn punish sanction reward congratulate rebuke commend denounce attack slam fault chide applaud fine".split(
    " ",
  ),
);

/** "thanked Washington for blocking it", "warned Ankara about buying them": what the object did or is to do. */
function chargedObject(tree: Tree, token: number, head: number): number {
  const mark = childBy(tree, token, "mark");
  if (mark < 0 || !tree.analysis.text.slice(0, tree.analysis.end[token]).endsWith("ing")) return -1;
  const word = tree.lemma[mark];
  const charged = OF_OBJECT.has(word) || (word === "for" && CHARGES.has(tree.lemma[head]));
  return charged ? childBy(tree, head, "obj") : -1;
}

/** The subject that a clause without one borrows from the clause above it (control, participles, purpose clauses). */
function controllers(tree: Tree, token: number, depth: number): number[] {
  const head = tree.analysis.head[token];
  if (depth > 6) return [];
  if (head < 0) return elidedSubjects(tree, token);
  const relation = tree.relation[token];
  if (relation === "acl") return AUTHORED.has(tree.lemma[head]) ? authors(tree, head, depth) : [head];
  if (relation === "conj") return surfaceSubjects(tree, head, depth + 1);
  if (relation === "ccomp" && token < head) {
    // "Ships sailed past, the ministry said", where the parser gave both subjects to "said".
    const before = ownSubjects(tree, head).filter((subject) => subject < token);
    if (before.length > 0) return before;
  }
  if (relation === "xcomp" || relation === "ccomp") {
    const object = childBy(tree, head, "obj");
    const addressee = object >= 0 ? object : childBy(tree, head, "iobj");
    return addressee >= 0 && tree.lemma[head] !== "promise" ? [addressee] : surfaceSubjects(tree, head, depth + 1);
  }
  const charged = relation === "advcl" ? chargedObject(tree, token, head) : -1;
  if (charged >= 0) return [charged];
  if (relation === "advcl" || relation === "parataxis") return surfaceSubjects(tree, head, depth + 1);
  return [];
}

const NOMINAL = new Set(["NOUN", "PROPN", "PRON"]);

/** "In the north, A and B have held …" where the parser joined A to the fronted phrase: A is the subject all the same. */
function misjoinedSubjects(tree: Tree, token: number): number[] {
  for (const child of childrenOf(tree, token)) {
    if (child > token || tree.relation[child] !== "obl") continue;
    for (const conjunct of childrenOf(tree, child)) {
      const afterComma = conjunct > 0 && tree.lemma[conjunct - 1] === ",";
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

const isAgent = (tree: Tree, token: number): boolean =>
  hasRelation(tree, token, "obl:agent") || prepositionOf(tree, token) === "by";

function obliquesOf(tree: Tree, token: number, passive: boolean): Oblique[] {
  const found: Oblique[] = [];
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if (relation !== "obl" && relation !== "nmod") continue;
    if (passive && isAgent(tree, child)) continue;
    found.push({ token: antecedent(tree, child, token), preposition: prepositionOf(tree, child) });
  }
  return found;
}

function agentsOf(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token))
    if (tree.relation[child] === "obl" && isAgent(tree, child)) found.push(child);
  if (found.length > 0 || tree.relation[token] !== "conj") return found;
  return [];
}

const LIMITS = new Set(["least", "most"]);

/** The first token of the phrase that a token heads. */
function firstOf(tree: Tree, token: number): number {
  let first = token;
  for (const child of childrenOf(tree, token)) if (child < first) first = firstOf(tree, child);
  return first;
}

/** "killed at least 75 people", "met Mohamed Ould …": objects that the parser took for something else. */
function isHiddenObject(tree: Tree, child: number): boolean {
  if (tree.relation[child] === "xcomp") return tree.analysis.upos[child] === "PROPN";
  if (tree.analysis.relation[child] !== "obl") return false;
  const at = childBy(tree, child, "case");
  // "gunned down three men": a noun right behind a particle
  if (at < 0) return tree.analysis.relation[firstOf(tree, child) - 1] === "compound:prt";
  return tree.lemma[at] === "at" && LIMITS.has(tree.lemma[at + 1]);
}

function activeObjects(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token))
    if (tree.relation[child] === "obj") found.push(antecedent(tree, child, token));
  if (found.length === 0)
    for (const child of childrenOf(tree, token)) if (isHiddenObject(tree, child)) found.push(child);
  if (found.length > 0 || !isRelativeClause(tree, token)) return found;
  const own = ownSubjects(tree, token);
  const gap = own.length > 0 && own.every((subject) => !isRelativePronoun(tree, subject));
  return gap ? [tree.analysis.head[token]] : found;
}

function childrenIn(tree: Tree, token: number, relation: string): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) if (tree.relation[child] === relation) found.push(child);
  return found;
}

/** The arguments of the predicate at `token`. */
export function clauseOf(tree: Tree, token: number): Clause {
  const passive = isPassive(tree, token);
  const surface = surfaceSubjects(tree, token);
  return {
    predicate: token,
    passive,
    subjects: passive ? agentsOf(tree, token) : surface,
    objects: passive ? [...surface, ...childrenIn(tree, token, "obj")] : activeObjects(tree, token),
    indirect: childrenIn(tree, token, "iobj"),
    obliques: obliquesOf(tree, token, passive),
  };
}
