import type { EventRow } from "../../../knowledge/index.ts";
import { type Clause, clauseOf } from "../clause.ts";
import { doersAmid, usersOf } from "../harm/harm.ts";
import { type Cast, ownersAt, partiesAt } from "../parties/cast.ts";
import { giversOf, inPersonOrBody } from "../parties/in-person.ts";
import { countriesOf, distinct, type Party } from "../parties/party.ts";
import { childBy, childrenOf, type Tree } from "../tree.ts";
import { fightEachOther } from "./opponents.ts";
import { recipientsOf, wantedRecipients } from "./recipients.ts";
import {
  byPreposition,
  complementsOf,
  type Frame,
  insideObject,
  isMutual,
  isReciprocal,
  misplacedCounterparts,
  obliquesWith,
  partiesOf,
  REFLEXIVE,
  SOURCE,
  WITH,
  without,
} from "./slots.ts";

function counterparts(cast: Cast, row: EventRow, clause: Clause, actors: readonly Party[]): Party[] {
  const { prepositions, oblique } = row.trigger;
  const wanted = row.recipient ?? (prepositions && !oblique ? prepositions : WITH);
  const joined = partiesOf(cast, obliquesWith(clause.obliques, wanted));
  const objects = [...clause.objects, ...clause.indirect];
  if (row.recipient)
    return without(distinct([...joined, ...objects.flatMap((token) => joinedTo(cast, token))]), actors);
  const persons = objects.flatMap((token) =>
    row.type === "CONSULT" ? inPersonOrBody(cast, token) : partiesAt(cast, token),
  );
  const sides = partiesOf(
    cast,
    objects.flatMap((token) => complementsOf(cast.tree, token, WITH)),
  );
  const others = without(distinct([...joined, ...persons, ...sides]), actors);
  return others.length > 0 ? others : misplacedCounterparts(cast, clause.obliques, actors);
}

/** "a treaty with Iran", "talks between the two". */
const joinedTo = (cast: Cast, token: number): Party[] => partiesOf(cast, complementsOf(cast.tree, token, JOINING));
const JOINING = new Set(["with", "between", "alongside"]);

function reversedFrame(cast: Cast, row: EventRow, clause: Clause, subjects: readonly Party[]): Frame {
  if (row.recipient?.has("object")) {
    const guests = without(distinct(clause.objects.flatMap((token) => inPersonOrBody(cast, token))), subjects);
    return { actors: guests, recipients: subjects, others: [], loose: false };
  }
  // "fell to the rebels", "hosted a dinner for the king"
  const named = row.recipient ? wantedRecipients(cast, row, clause, subjects) : [];
  const sources = named.length > 0 ? named : partiesOf(cast, obliquesWith(clause.obliques, SOURCE));
  const objects = clause.objects.flatMap((token) => insideObject(cast, token, subjects));
  const actors = without(sources.length > 0 ? sources : distinct(objects), subjects);
  return { actors, recipients: subjects, others: [], loose: false };
}

/** "American sanctions were lifted": without an agent, those whose the thing is act. */
const OWNED = new Set(["SANCTION", "COERCE", "CONCEDE", "AID", "THREATEN"]);
const MOVED = new Set(["was", "were", "been", "being"]);

/** "were deployed" tells of a move; "are stationed", "the troops deployed there" say where they are. */
function isMove(tree: Tree, { predicate }: Clause): boolean {
  const { analysis, lemma, relation } = tree;
  if (lemma[predicate] === "station" || relation[predicate] === "acl") return false;
  return childrenOf(tree, predicate).some(
    (child) => relation[child] === "aux" && MOVED.has(analysis.text.slice(analysis.start[child], analysis.end[child])),
  );
}

const movesForces = ({ type, mode }: EventRow): boolean => type === "MOBILIZE" || mode === "withdraw";

function ownersOfPassive(cast: Cast, row: EventRow, clause: Clause): Party[] {
  if (!row.trigger.objects || row.roles !== "direct") return [];
  // "US troops were put on alert": forces are moved by the state whose they are.
  if (movesForces(row))
    return isMove(cast.tree, clause) ? partiesOf(cast, clause.objects).filter(({ place }) => !place) : [];
  return OWNED.has(row.type) ? distinct(clause.objects.flatMap((token) => ownersAt(cast, token))) : [];
}

const subjectTokens = (tree: Tree, { subjects }: Clause): readonly number[] =>
  subjects.filter((token) => !REFLEXIVE.has(tree.lemma[token]));

function usersOfSubjects(cast: Cast, clause: Clause): Party[] {
  const users = subjectTokens(cast.tree, clause).flatMap((token) => usersOf(cast, token));
  return users.length > 0 || clause.subjects.length > 0 ? users : doersAmid(cast, clause);
}

/** "met face to face": how two meet is no thing that they meet. */
const isFace = ({ lemma }: Tree, token: number): boolean =>
  lemma[token] === "face" && lemma[token + 1] === "to" && lemma[token + 2] === "face";

const SEEING = new Set(["visit", "tour"]);

/** "was visited by the king", unlike "was flown to Spain by a pilot": whoever is behind "by" is the guest. */
const isVisited = ({ lemma }: Tree, { predicate }: Clause, guests: readonly Party[]): boolean =>
  guests.length > 0 && SEEING.has(lemma[predicate]);

const NOBODY: Frame = { actors: [], recipients: [], others: [], loose: false };

/** Whom the subject of the clause names. */
const subjectsOf = (cast: Cast, row: EventRow, clause: Clause): Party[] =>
  row.type === "CONSULT"
    ? clause.subjects.flatMap((token) => inPersonOrBody(cast, token))
    : distinct(subjectTokens(cast.tree, clause).flatMap((token) => giversOf(cast, row, token)));

/** Who does it: the subject, whoever uses what the subject names, or of a passive those whose the thing is. */
function actorsOf(cast: Cast, row: EventRow, clause: Clause): Party[] {
  const named = subjectsOf(cast, row, clause);
  const doers = named.length > 0 || row.type !== "ASSAULT" ? named : usersOfSubjects(cast, clause);
  return doers.length > 0 || !clause.passive ? doers : ownersOfPassive(cast, row, clause);
}

/** "He was flown to Spain": whoever is taken somewhere visits. */
const takenFrame = (cast: Cast, row: EventRow, { objects, obliques }: Clause): Frame => ({
  ...NOBODY,
  actors: partiesOf(cast, objects),
  recipients: byPreposition(cast, obliques, [], row.type),
});

const BETWEEN = new Set(["between"]);

/** The sides of an event that is done with each other. */
function mutualFrame(cast: Cast, row: EventRow, clause: Clause, actors: readonly Party[]): Frame {
  // "a film called …": a passive meeting names nobody whom it meets.
  if (row.type === "CONSULT" && clause.passive && subjectsOf(cast, row, clause).length === 0) return NOBODY;
  // "as agreed between A and B": whoever stands above has no part in it
  const between = partiesOf(cast, obliquesWith(clause.obliques, BETWEEN));
  if (countriesOf(between).size > 1 && childBy(cast.tree, clause.predicate, "nsubj") < 0)
    return { ...NOBODY, actors: between };
  // "Talks were held by A", "A was met by B": without a subject the object's side acts.
  const others = counterparts(cast, row, clause, actors);
  // "had met many tests": who meets a thing meets nobody.
  const bare = row.type === "CONSULT" && !row.trigger.objects && !row.recipient;
  if (bare && others.length === 0 && clause.objects.some((token) => !isFace(cast.tree, token))) return NOBODY;
  return { ...NOBODY, actors, others };
}

/** Who takes part in the event of a verb's row, by the places of its clause. */
export function verbFrame(cast: Cast, row: EventRow, base: number): Frame {
  const clause = clauseOf(cast.tree, base);
  const actors = actorsOf(cast, row, clause);
  if (row.roles === "reversed") return reversedFrame(cast, row, clause, actors);
  if (row.mode === "visit" && clause.passive && row.roles === "direct" && !isVisited(cast.tree, clause, actors))
    return takenFrame(cast, row, clause);
  const reciprocal = [...clause.objects, ...clause.obliques.map(({ token }) => token)].some((t) =>
    isReciprocal(cast.tree, t),
  );
  if (fightEachOther(cast.tree, base, actors)) return { ...NOBODY, actors, reciprocal: true };
  if (reciprocal) return { ...NOBODY, actors, others: actors.slice(1), reciprocal };
  if (isMutual(row)) return mutualFrame(cast, row, clause, actors);
  return { ...NOBODY, actors, recipients: recipientsOf(cast, row, clause, actors) };
}
