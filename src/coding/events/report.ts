import type { Attribution, Participant, Report, Span } from "../../schema/index.ts";
import type { Candidate } from "./candidate.ts";
import { casualtiesOf } from "./casualties.ts";
import { type Circumstances, dateOf, placeOf } from "./circumstances.ts";
import { contextsOf } from "./contexts.ts";
import { directedBy, type Orientation } from "./directed.ts";
import { equipmentOf } from "./equipped.ts";
import { evidenceTokens, spanOf } from "./evidence.ts";
import type { Ground } from "./ground.ts";
import { countriesOf, distinct, type Party } from "./parties/party.ts";
import { ahead, statusOf } from "./status.ts";

/** Whoever a pronoun stands for, where the same sentence names him. */
function namedAt({ cast, tree }: Ground, { mention, here }: Party): Span {
  const { sentence, upos } = tree.analysis;
  const pronoun = here !== mention || here.refersTo?.length === 1;
  if (!pronoun || upos[here.head] !== "PRON") return here.span;
  const named = here === mention ? cast.byId.get(here.refersTo?.[0] ?? "") : mention;
  return named && sentence[named.head] === sentence[here.head] ? named.span : here.span;
}

const participantIn =
  (ground: Ground) =>
  (party: Party): Participant => ({
    mention: party.mention.id,
    country: party.identity.country,
    sector: party.identity.sector,
    span: namedAt(ground, party),
  });

const covers = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** The words of an orientation, from its first token to the last of its targets. */
function orientationSpan(ground: Ground, { token, parties }: Orientation): Span {
  const tokens = new Set([token]);
  for (const { here } of parties) for (let at = here.tokens[0]; at < here.tokens[1]; at += 1) tokens.add(at);
  return spanOf(ground.tree, tokens);
}

/** The clause, and what else the report says beside it: against whom, and how many were harmed. */
function evidenceSpans(clause: Span, others: readonly Span[]): Span[] {
  const spans = [clause];
  for (const span of others) if (!spans.some((known) => covers(known, span))) spans.push(span);
  return spans;
}

const compact = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** Everything of a report but its id and attribution. */
export type Draft = Omit<Report, "id" | "attribution">;

export function draftOf(
  ground: Ground,
  from: Circumstances,
  told: Candidate,
  orientations: readonly Orientation[],
): Draft {
  const candidate = ahead(ground, from, told);
  const { meaning, actors, recipients, row } = candidate;
  const tokens = evidenceTokens(ground.tree, candidate);
  const clause = spanOf(ground.tree, tokens);
  const directed = directedBy(candidate, orientations);
  const date = dateOf(ground, from, candidate);
  const contexts = contextsOf(ground, candidate, tokens);
  const status = statusOf(ground, candidate, date);
  const casualties = casualtiesOf(ground, candidate, status);
  const against = directed.map((orientation) => orientationSpan(ground, orientation));
  return compact({
    type: meaning.type,
    mode: meaning.mode,
    contexts,
    actors: actors.map(participantIn(ground)),
    recipients: recipients.map(participantIn(ground)),
    directedAgainst: distinct(directed.flatMap(({ parties }) => parties)).map(participantIn(ground)),
    date,
    place: placeOf(ground, from, candidate),
    equipment: equipmentOf(ground, from, clause, countriesOf([...actors, ...recipients])),
    casualties,
    status,
    cameo:
      (meaning.type === row.type ? row.cameo : undefined) ??
      ground.sight.knowledge.cameoOf(meaning.type, meaning.mode, contexts),
    score: ground.sight.knowledge.scoreOf(meaning.type, meaning.mode),
    confidence: told.assessment?.value ?? 0,
    rule: row.name,
    evidence: evidenceSpans(clause, casualties ? [...against, casualties.span] : against),
  });
}

/** Ids that are anchored in the text: evidence and type, with a number behind where two clash. */
export function identified(drafts: readonly Draft[], attributionOf: (evidence: Span) => Attribution[]): Report[] {
  const taken = new Map<string, number>();
  return drafts.map((draft) => {
    const [start, end] = draft.evidence[0];
    const id = `r${start}-${end}.${draft.type}`;
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return { id: count > 1 ? `${id}.${count}` : id, ...draft, attribution: attributionOf(draft.evidence[0]) };
  });
}
