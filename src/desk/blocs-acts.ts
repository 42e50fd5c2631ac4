import type { Knowledge } from "../knowledge/index.ts";
import type { ActsQuery, HappenedActs, Ledger } from "../ledger/index.ts";
import { type Acts, applyRule, type CountingRule, type Parties, reasonAgainst } from "../measures/index.ts";
import type { DateInterval } from "../schema/index.ts";
import { kindsOf } from "./kinds.ts";

/** What of a rule the ledger sees to. */
async function askedOf(
  ledger: Ledger,
  knowledge: Knowledge,
  rule: CountingRule,
): Promise<Omit<ActsQuery, "from" | "to">> {
  const { stateMedia, patrols, series, reviewedOnly } = rule;
  const isOfState = (outlet: string): boolean => knowledge.outletOf(outlet)?.ownership === "state";
  const outlets = stateMedia === "out" ? (await ledger.ground.outlets()).filter(isOfState) : [];
  const asksForWords = patrols === "out" || series === "series";
  return {
    reviewedOnly,
    ...(outlets.length > 0 && { exceptOutlets: outlets }),
    ...(asksForWords && { words: knowledge.kinds.flatMap(({ firstWords }) => firstWords) }),
  };
}

/** Organisations and groups are left out; an incident whose recipients were all of these is none of its actors with each other. */
function ofStates({ actors, recipients }: Parties, { stateOf }: Knowledge): Parties {
  const isState = (code: string): boolean => stateOf(code)?.code === code;
  const towards = recipients.filter(isState);
  return towards.length === 0 && recipients.length > 0
    ? { actors: [], recipients: [] }
    : { actors: actors.filter(isState), recipients: towards };
}

/** Whether an incident counts, by its place; reviews and state media are seen to by the ledger. */
function countsBy(
  { parties, party, confidence, told }: HappenedActs,
  knowledge: Knowledge,
  rule: CountingRule,
): (at: number) => boolean {
  const rest = { ...rule, stateMedia: "in", reviewedOnly: false } as const;
  const rows = [...told].map(([at, { day, words }]) => ({
    ...{ id: String(at).padStart(12, "0"), at, day, confidence: confidence[at] },
    ...parties[party[at]],
    ...kindsOf(parties[party[at]], words, knowledge),
  }));
  const counted = new Set(applyRule(rows, rest).rows.map(({ at }) => at));
  return (at) =>
    told.has(at)
      ? counted.has(at)
      : reasonAgainst({ ...parties[party[at]], confidence: confidence[at] }, rest) === undefined;
}

/** Incidents between states that count, by the middle of their date. */
export async function actsOf(
  ledger: Ledger,
  knowledge: Knowledge,
  { from, to }: DateInterval,
  rule: CountingRule,
): Promise<Acts> {
  const found = await ledger.ground.acts({ from, to, ...(await askedOf(ledger, knowledge, rule)) });
  const parties = found.parties.map((each) => ofStates(each, knowledge));
  const isOfMore = parties.map(({ actors, recipients }) => new Set([...actors, ...recipients]).size > 1);
  const counts = countsBy(found, knowledge, rule);
  const places: number[] = [];
  for (let at = 0; at < found.party.length; at += 1) if (isOfMore[found.party[at]] && counts(at)) places.push(at);
  const column = (values: ArrayLike<number>): Float64Array => Float64Array.from(places, (at) => values[at]);
  return {
    parties,
    party: column(found.party),
    score: column(found.score),
    confidence: column(found.confidence),
  };
}
