import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { type RelationQuery, type RelationVerdict, suitedLength } from "../schema/index.ts";
import { dyadOf } from "./dyad.ts";
import { Kept } from "./kept.ts";
import { groundOf } from "./measure-ground.ts";
import { verdictView } from "./measure-views.ts";

/** The verdict on a dyad alone, by months or quarters as its page shows it. Errors: those of `groundOf`. */
async function verdictOn(ledger: Ledger, knowledge: Knowledge, query: RelationQuery): Promise<RelationVerdict> {
  const { from, to } = query;
  const naming = await ledger.ground.naming(dyadOf(query, knowledge));
  const length = suitedLength(from ?? naming.at(0)?.day, to ?? naming.at(-1)?.day);
  const ground = await groundOf(ledger, knowledge, { ...query, length });
  return { dyad: [...ground.dyad], length, verdict: verdictView(ground) };
}

/** Pairs whose verdicts are kept: more than the overview lists. */
const MOST = 400;

/** Verdicts of many dyads, each reckoned once for as long as nothing is written. */
export class Verdicts {
  readonly #ledger: Ledger;
  readonly #knowledge: Knowledge;
  readonly #kept: Kept<RelationVerdict>;

  constructor(ledger: Ledger, knowledge: Knowledge) {
    this.#ledger = ledger;
    this.#knowledge = knowledge;
    this.#kept = new Kept(ledger, MOST);
  }

  of({ a, b, from, to }: RelationQuery): Promise<RelationVerdict> {
    const query = { a, b, from, to };
    return this.#kept.of(query, () => verdictOn(this.#ledger, this.#knowledge, query));
  }
}
