import type { Candidate } from "../candidate.ts";
import { clauseOf } from "../clause.ts";
import { complementsOf, partiesOf } from "../frames/slots.ts";
import type { Ground } from "../ground.ts";
import { ownSubjects } from "../subjects.ts";
import type { Cast } from "./cast.ts";
import { countriesOf, type Party } from "./party.ts";

/** What is said to somebody whom the verb before has named: "summoned the envoy and demanded an apology". */
const SAID = new Set(["REQUEST", "ACCUSE", "THREATEN"]);
const SAYING = new Set(
  "warn caution demand accuse blame denounce condemn criticize criticise threaten vow prepare pledge promise".split(
    " ",
  ),
);
/** What is done to those to whom one then speaks. */
const DONE_BEFORE = new Set(["ACCUSE", "REQUEST", "THREATEN", "REJECT", "SANCTION", "COERCE"]);
const BOUND = new Set(["conj", "advcl"]);

/** Whether the recipients, if any, are nobody in particular. */
const isUnaddressed = ({ rejected, actors, recipients }: Candidate): boolean =>
  actors.length > 0 && recipients.length === 0 && rejected !== undefined && /^it names nobody to whom/.test(rejected);

const isAnswered = ({ rejected, meaning, recipients, actors }: Candidate): boolean =>
  !rejected && recipients.length > 0 && actors.length > 0 && DONE_BEFORE.has(meaning.type);

const sameActors = (one: Candidate, other: Candidate): boolean =>
  one.actors.length === other.actors.length &&
  one.actors.every(({ identity }, index) => identity.id === other.actors[index].identity.id);

const addressing = (candidate: Candidate, recipients: readonly Party[]): Candidate => {
  const { rejected: _, ...rest } = candidate;
  return { ...rest, recipients, loose: true };
};

const SENDING = new Set(["send", "write", "deliver", "hand", "dispatch", "address", "issue", "submit"]);
const LETTERS = new Set("letter note message telegram cable ultimatum memo memorandum email statement".split(" "));
const TO = new Set(["to"]);

/** To whom a letter is sent in which something is said: "sent a note to Ost demanding …". */
function lettered(cast: Cast, verb: number): Party[] {
  const { tree } = cast;
  if (verb < 0 || !SENDING.has(tree.lemma[verb])) return [];
  const { objects, obliques } = clauseOf(tree, verb);
  const letter = objects.find((token) => LETTERS.has(tree.lemma[token]));
  if (letter === undefined) return [];
  const beside = obliques.filter(({ preposition }) => TO.has(preposition)).map(({ token }) => token);
  return partiesOf(cast, [...complementsOf(tree, letter, TO), ...beside]);
}

/** What is said to nobody by a verb that is joined to one that names somebody is said to him. */
export function addressed({ tree, cast }: Ground, candidate: Candidate, others: readonly Candidate[]): Candidate {
  const { chain, meaning, row } = candidate;
  if (row.trigger.kind !== "verb" || !SAID.has(meaning.type) || !isUnaddressed(candidate)) return candidate;
  if (!SAYING.has(tree.lemma[chain.top])) return candidate;
  const isBound = BOUND.has(tree.relation[chain.top]) && ownSubjects(tree, chain.top).length === 0;
  const readers = isBound ? lettered(cast, tree.analysis.head[chain.top]) : [];
  if (readers.length > 0) return addressing(candidate, readers);
  const above = isBound
    ? others.find((other) => other.chain.base === tree.analysis.head[chain.top] && isAnswered(other))
    : undefined;
  return above && sameActors(candidate, above) ? addressing(candidate, above.recipients) : candidate;
}

const ANSWERS = new Set(["fire-back", "return-fire", "return-fire-with"]);
const REACH = 2;

/** "Ost shelled West. West fired back": who answers an attack hits those who made it. */
export function answered(
  { tree }: Ground,
  candidate: Candidate,
  before: readonly { readonly sentence: number; readonly candidates: readonly Candidate[] }[],
): Candidate {
  const { row, rejected, actors, recipients, meaning, chain } = candidate;
  if (!ANSWERS.has(row.name) || rejected || recipients.length > 0 || meaning.type !== "ASSAULT") return candidate;
  const sentence = tree.analysis.sentence[chain.base];
  const own = countriesOf(actors);
  const attack = before
    .filter((events) => sentence - events.sentence <= REACH)
    .flatMap(({ candidates }) => candidates)
    .findLast(
      (other) =>
        !other.rejected &&
        other.meaning.type === "ASSAULT" &&
        other.actors.length > 0 &&
        [...countriesOf(other.recipients)].some((country) => own.has(country)) &&
        ![...countriesOf(other.actors)].some((country) => own.has(country)),
    );
  return attack ? addressing(candidate, attack.actors) : candidate;
}
