import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { type RelationQuery, type RelationVerdict, suitedLength } from "../schema/index.ts";
import { dyadOf } from "./dyad.ts";
import { groundOf } from "./measure-ground.ts";
import { verdictView } from "./measure-views.ts";

/** The verdict on a dyad alone, by months or quarters as its page shows it. */
async function verdictOn(ledger: Ledger, knowledge: Knowledge, query: RelationQuery): Promise<RelationVerdict> {
  const { from, to } = query;
  const naming = await ledger.ground.naming(dyadOf(query, knowledge));
  const length = suitedLength(from ?? naming.at(0)?.day, to ?? naming.at(-1)?.day);
  const ground = await groundOf(ledger, knowledge, { ...query, length });
  return { dyad: [...ground.dyad], length, verdict: verdictView(ground) };
}

/** The verdict on a dyad, reckoned once for as long as it holds. Errors: those of `groundOf`. */
export function verdictOf(
  ledger: Ledger,
  knowledge: Knowledge,
  { a, b, from, to }: RelationQuery,
): Promise<RelationVerdict> {
  const query = { a, b, from, to };
  return ledger.kept.of(["verdict", query], () => verdictOn(ledger, knowledge, query));
}
