import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { type RelationQuery, type RelationVerdict, suitedLength } from "../schema/index.ts";
import { dyadOf } from "./dyad.ts";
import { groundOf } from "./measure-ground.ts";
import { verdictView } from "./measure-views.ts";

/** The verdict on a dyad alone, by months or quarters as its page shows it. Errors: those of `groundOf`. */
async function verdictOn(ledger: Ledger, knowledge: Knowledge, query: RelationQuery): Promise<RelationVerdict> {
  const { from, to } = query;
  const months = (await ledger.exposure({ dyad: dyadOf(query, knowledge) }))
    .filter(({ documents }) => documents > 0)
    .map(({ month }) => month);
  const length = suitedLength(from ?? months.at(0), to ?? months.at(-1));
  const ground = await groundOf(ledger, knowledge, { ...query, length });
  return { dyad: [...ground.dyad], length, verdict: verdictView(ground) };
}

/** Verdicts of many dyads, each reckoned once for as long as nothing is written. */
export class Verdicts {
  readonly #ledger: Ledger;
  readonly #knowledge: Knowledge;
  readonly #known = new Map<string, Promise<RelationVerdict>>();
  #revision = 0;

  constructor(ledger: Ledger, knowledge: Knowledge) {
    this.#ledger = ledger;
    this.#knowledge = knowledge;
  }

  of(query: RelationQuery): Promise<RelationVerdict> {
    const { revision } = this.#ledger;
    if (revision !== this.#revision) this.#known.clear();
    this.#revision = revision;
    const key = [query.a, query.b, query.from, query.to].join(" ");
    const known = this.#known.get(key);
    if (known) return known;
    const verdict = verdictOn(this.#ledger, this.#knowledge, query);
    this.#known.set(key, verdict);
    verdict.catch(() => this.#known.delete(key));
    return verdict;
  }
}
