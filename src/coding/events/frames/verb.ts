import type { EventRow } from "../../../knowledge/index.ts";
import { type Clause, clauseOf } from "../clause.ts";
import { doersAmid, usersOf } from "../harm/harm.ts";
import { type Cast, ownersAt, partiesAt } from "../parties/cast.ts";
import { giversOf, inPersonOrBody } from "../parties/in-person.ts";
import { distinct, type Party } from "../parties/party.ts";
import { childrenOf, type Tree } from "../tree.ts";
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

export function verbFrame(cast: Cast, row: EventRow, base: number): Frame {
  const clause = clauseOf(cast.tree, base);
  const named =
    row.type === "CONSULT"
      ? clause.subjects.flatMap((token) => inPersonOrBody(cast, token))
      : distinct(subjectTokens(cast.tree, clause).flatMap((token) => giversOf(cast, row, token)));
  const users = named.length > 0 || row.type !== "ASSAULT" ? [] : usersOfSubjects(cast, clause);
  const doers = named.length > 0 ? named : users;
  const actors = doers.length > 0 || !clause.passive ? doers : ownersOfPassive(cast, row, clause);
  if (row.roles === "reversed") return reversedFrame(cast, row, clause, actors);
  // "He was flown to Spain": whoever is taken somewhere visits.
  if (row.mode === "visit" && clause.passive && row.roles === "direct" && !isVisited(cast.tree, clause, actors))
    return {
      actors: partiesOf(cast, clause.objects),
      recipients: byPreposition(cast, clause.obliques, [], row.type),
      others: [],
      loose: false,
    };
  const reciprocal = [...clause.objects, ...clause.obliques.map(({ token }) => token)].some((t) =>
    isReciprocal(cast.tree, t),
  );
  if (reciprocal) return { actors, recipients: [], others: actors.slice(1), loose: false, reciprocal };
  // "a film called …": a passive meeting names nobody whom it meets.
  if (isMutual(row) && row.type === "CONSULT" && clause.passive && named.length === 0)
    return { actors: [], recipients: [], others: [], loose: false };
  if (isMutual(row)) {
    // "Talks were held by A", "A was met by B": without a subject the object's side acts.
    const others = counterparts(cast, row, clause, actors);
    // "had met many tests": who meets a thing meets nobody.
    const bare = row.type === "CONSULT" && !row.trigger.objects && !row.recipient;
    if (bare && others.length === 0 && clause.objects.some((token) => !isFace(cast.tree, token)))
      return { actors: [], recipients: [], others: [], loose: false };
    return { actors, recipients: [], others, loose: false };
  }
  return { actors, recipients: recipientsOf(cast, row, clause, actors), others: [], loose: false };
}
