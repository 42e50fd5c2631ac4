import { splitCodes } from "../codes.ts";
import type { StoredTelling } from "./stored.ts";
import type { Cluster } from "./telling.ts";

const RESOLUTIONS = ["site", "city", "region", "country", "sea", "world-region"];

/** The value with most votes; among equals the one that was voted for first. */
function elect<V>(votes: Iterable<readonly [value: V, weight: number]>): V | undefined {
  const sums = new Map<V, number>();
  for (const [value, weight] of votes) sums.set(value, (sums.get(value) ?? 0) + weight);
  let winner: V | undefined;
  for (const [value, sum] of sums) if (winner === undefined || sum > (sums.get(winner) ?? 0)) winner = value;
  return winner;
}

const electBy = <V>(members: readonly StoredTelling[], voteOf: (member: StoredTelling) => V): V =>
  elect(members.map((member) => [voteOf(member), member.row.confidence] as const)) ?? voteOf(members[0]);

/** The report that tells the incident most clearly: the surest, then one with a date and a place of its own. */
function leadOf(members: readonly StoredTelling[]): StoredTelling {
  const clarity = (member: StoredTelling): number =>
    member.row.confidence + (member.dated ? 0.01 : 0) + (member.place ? 0.005 : 0);
  return members.reduce((best, member) => (clarity(member) > clarity(best) ? member : best));
}

/** The narrowest interval that the accounts name, the most frequent among the narrowest; a guess only where none does. */
function dateOf(members: readonly StoredTelling[]): readonly [string | null, string | null] {
  const said = members.filter((member) => member.dated);
  const dates = (said.length > 0 ? said : members).filter((member) => member.row.day_from !== null);
  if (dates.length === 0) return [null, null];
  const width = (member: StoredTelling): number => (member.to ?? 0) - (member.from ?? 0);
  const least = Math.min(...dates.map(width));
  const narrow = dates.filter((member) => width(member) === least);
  const [from, to] = electBy(narrow, (member) => `${member.row.day_from} ${member.row.day_to}`).split(" ");
  return [from, to];
}

function placeOf(members: readonly StoredTelling[]): string | null {
  const placed = members.filter((member) => member.place);
  if (placed.length === 0) return null;
  const rank = (member: StoredTelling): number => RESOLUTIONS.indexOf(member.place?.resolution ?? "world-region");
  const finest = Math.min(...placed.map(rank));
  return electBy(
    placed.filter((member) => rank(member) === finest),
    (member) => member.row.place,
  );
}

/** An incident is as well reviewed as the best reviewed of its reports. */
const reviewOf = (members: readonly StoredTelling[]): string | null =>
  ["confirmed", "reviewed", "disputed"].find((state) => members.some((member) => member.row.review === state)) ?? null;

/** Where something was announced and done, those that tell it as done say what it was. */
function doneOf(members: readonly StoredTelling[]): readonly StoredTelling[] {
  const done = members.filter((member) => member.tense === "happened");
  return done.length > 0 ? done : members;
}

/** What an incident's reports say together. */
export function summarise({ members: all }: Cluster<StoredTelling>) {
  const members = doneOf(all);
  const type = electBy(members, (member) => member.type);
  const ofType = members.filter((member) => member.type === type);
  const parts = electBy(members, (member) => `${member.row.actors}|${member.row.recipients}`);
  const [from, to] = dateOf(members);
  const lead = leadOf(ofType);
  return {
    type,
    mode: electBy(ofType, (member) => member.row.mode),
    domain: electBy(ofType, (member) => member.row.domain),
    status: (members.find((member) => member.row.status === "happened") ?? lead).row.status,
    actors: splitCodes(parts.slice(0, parts.indexOf("|"))),
    recipients: splitCodes(parts.slice(parts.indexOf("|") + 1)),
    against: all.flatMap((member) => splitCodes(member.row.against)),
    from,
    to,
    place: placeOf(members),
    score: lead.row.score,
    confidence: Math.max(...members.map((member) => member.row.confidence)),
    documents: new Set(all.map((member) => member.document)).size,
    publishers: new Set(all.flatMap((member) => member.row.publisher ?? [])).size,
    families: new Set(all.map((member) => member.row.family)).size,
    review: reviewOf(all),
    lead: lead.row,
  };
}
