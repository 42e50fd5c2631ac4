import { AsyncLocalStorage } from "node:async_hooks";
import { Answer, type Asking } from "./answer.ts";
import type { Change, Touches } from "./change.ts";

/** Weight that is kept in memory at most: rows of some 400 bytes each. */
const HEAVIEST = 400_000;

/** Ids that the changes hold that are remembered. */
const MOST_IDS = 200_000;

interface Numbered {
  readonly number: number;
  /** Nothing: any answer may have become another. */
  readonly change: Change | undefined;
}

const idsOf = ({ change }: Numbered): number => (change ? 1 + change.incidents.size + change.documents.size : 1);

/**
 * Answers by their questions, those that were asked for last. An answer is given again as long as it holds: what it
 * rests on is noted while it is made, so that a write lets go of the answers alone that it may have changed. Whoever asks
 * the tables for an answer without saying what that rests on makes it rest on all of them.
 */
export class Kept {
  readonly #answers = new Map<string, { readonly answer: Answer<unknown>; weight: number }>();
  readonly #making = new AsyncLocalStorage<Answer<unknown> | undefined>();
  #changes: Numbered[] = [];
  #ids = 0;
  #now = 0;
  #weight = 0;

  /** The number of the last change. */
  get now(): number {
    return this.#now;
  }

  /** Whether a change would make any difference. */
  get isEmpty(): boolean {
    return this.#answers.size === 0;
  }

  /** The answer to a question, kept from before or made now; a failure is not kept. Lists weigh as many rows as they have. */
  async of<T>(question: readonly unknown[], how: Asking<T> | (() => Promise<T>), weight?: number): Promise<T> {
    const asking = typeof how === "function" ? { anew: how } : how;
    const key = JSON.stringify(question);
    const held = this.#answers.get(key) ?? { answer: new Answer<unknown>(this), weight: 0 };
    this.#answers.delete(key);
    this.#answers.set(key, held);
    const answer = held.answer as Answer<T>;
    const result = this.#making.run(undefined, () => answer.value(asking));
    try {
      const value = await (this.#making.getStore()?.use(answer, result) ?? result);
      this.#weigh(key, held, weight ?? (Array.isArray(value) ? 1 + value.length : 1));
      return value;
    } catch (error) {
      this.#drop(key, held);
      throw error;
    }
  }

  /** Asks the tables for what rests on nothing but this. */
  on<T>(touches: Touches, ask: () => Promise<T>): Promise<T> {
    this.rest(touches);
    return this.#making.run(undefined, ask);
  }

  /** Notes that the answer that is being made, if any is, rests on this. */
  rest(touches: Touches): void {
    this.#making.getStore()?.restOn(touches);
  }

  within<T>(answer: Answer<unknown>, work: () => Promise<T>): Promise<T> {
    return this.#making.run(answer, work);
  }

  /** Tells what a write changed; any answer may have become another where it is not said. */
  changed(change: Change | undefined): void {
    this.#now += 1;
    const numbered = { number: this.#now, change };
    this.#changes.push(numbered);
    this.#ids += idsOf(numbered);
    while (this.#ids > MOST_IDS && this.#changes.length > 0) this.#ids -= idsOf(this.#changes.shift() as Numbered);
  }

  since(number: number): readonly (readonly [number: number, change: Change])[] | undefined {
    const later = this.#changes.slice(Math.max(0, this.#changes.length - (this.#now - number)));
    if (later.length < this.#now - number) return undefined;
    const told = later.flatMap(({ number: own, change }) => (change ? [[own, change] as const] : []));
    return told.length === later.length ? told : undefined;
  }

  #drop(key: string, held: { readonly answer: Answer<unknown>; readonly weight: number }): void {
    if (this.#answers.get(key) !== held) return;
    held.answer.forget();
    this.#weight -= held.weight;
    this.#answers.delete(key);
  }

  /** Lets go of the answers that were asked for longest ago, all but the last one. */
  #weigh(key: string, held: { readonly answer: Answer<unknown>; weight: number }, weight: number): void {
    if (this.#answers.get(key) !== held) return;
    this.#weight += weight - held.weight;
    held.weight = weight;
    this.#answers.delete(key);
    this.#answers.set(key, held);
    for (const [oldest, one] of this.#answers) {
      if (this.#weight <= HEAVIEST || this.#answers.size === 1) return;
      this.#drop(oldest, one);
    }
  }
}
