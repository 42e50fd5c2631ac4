import type { Ledger } from "../ledger/index.ts";

/** Answers by their question, kept for as long as nothing is written to the ledger; the latest of them. */
export class Kept<T> {
  readonly #ledger: Pick<Ledger, "revision">;
  readonly #most: number;
  readonly #answers = new Map<string, Promise<T>>();
  #revision = 0;

  constructor(ledger: Pick<Ledger, "revision">, most: number) {
    this.#ledger = ledger;
    this.#most = most;
  }

  /** What was answered before, else what is answered now; a failure is not kept. */
  of(question: object, answer: () => Promise<T>): Promise<T> {
    const { revision } = this.#ledger;
    if (revision !== this.#revision) this.#answers.clear();
    this.#revision = revision;
    const key = JSON.stringify(question);
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    const kept = known ?? answer();
    this.#answers.set(key, kept);
    if (known === undefined) kept.catch(() => this.#answers.get(key) === kept && this.#answers.delete(key));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most) this.#answers.delete(oldest);
    return kept;
  }
}
