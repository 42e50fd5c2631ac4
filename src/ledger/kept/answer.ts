import { isDeepStrictEqual } from "node:util";
import type { Change, Touches } from "./change.ts";

/** How an answer is come by. */
export interface Asking<T> {
  /** Answers anew. */
  readonly anew: () => Promise<T>;
  /** Corrects the former answer by what changed since, where that is less work. */
  readonly mend?: (former: T, changes: readonly Change[]) => Promise<T>;
}

/** What an answer needs to know of the time: writes are numbered as they come. */
export interface Clock {
  /** The number of the last change. */
  readonly now: number;
  /** The changes after one, with their numbers; undefined where they are no longer known. */
  since(number: number): readonly (readonly [number: number, change: Change])[] | undefined;
  /** Does something so that whatever is asked for notes it with the answer. */
  within<T>(answer: Answer<unknown>, work: () => Promise<T>): Promise<T>;
}

interface Part {
  readonly answer: Answer<unknown>;
  /** Which of its values was used; none while it is awaited, or where it failed. */
  edition?: number;
}

/**
 * An answer that is kept, with what it rests on: what was asked of the tables for it, and other answers. It stands
 * until a change touches the one or gives one of the others another value.
 */
export class Answer<T> {
  readonly #clock: Clock;
  #value: { readonly it: T; readonly made: number } | undefined;
  /** Goes up with every value that differs from the former. */
  #edition = 0;
  #checked = 0;
  #isTouched = true;
  #touches: { readonly at: number; readonly by: Touches }[] = [];
  #parts: Part[] = [];
  #asking: Asking<T> | undefined;
  #pending: { readonly result: Promise<T>; readonly begun: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes what it rests on. */
  restOn(touches: Touches): void {
    this.#touches.push({ at: this.#clock.now, by: touches });
  }

  /** Uses another answer for this one. */
  async use<P>(answer: Answer<P>, result: Promise<P>): Promise<P> {
    const part: Part = { answer: answer as Answer<unknown> };
    this.#parts.push(part);
    const value = await result;
    part.edition = answer.#edition;
    return value;
  }

  /** Lets go of the value, not of whether it would still hold. */
  forget(): void {
    this.#value = undefined;
  }

  /** The value as it is now. */
  async value(asking: Asking<T>): Promise<T> {
    this.#asking = asking;
    const pending = this.#pending;
    if (pending?.begun === this.#clock.now) return pending.result;
    if (pending) await pending.result.catch(() => undefined);
    if (pending && this.#pending !== pending) return this.value(asking);
    const next = { result: this.#valueNow(asking), begun: this.#clock.now };
    this.#pending = next;
    try {
      return await next.result;
    } finally {
      if (this.#pending === next) this.#pending = undefined;
    }
  }

  async #valueNow({ anew, mend }: Asking<T>): Promise<T> {
    const former = this.#value;
    if (former && (await this.#stands())) return former.it;
    const changes = former && this.#clock.since(former.made)?.map(([, change]) => change);
    const made = this.#clock.now;
    [this.#touches, this.#parts, this.#isTouched, this.#checked] = [[], [], false, made];
    const work = former && changes && mend ? () => mend(former.it, changes) : anew;
    try {
      const it = await this.#clock.within(this as Answer<unknown>, work);
      const isSame = former !== undefined && isDeepStrictEqual(former.it, it);
      if (!isSame) this.#edition += 1;
      this.#value = { it: isSame ? former.it : it, made };
      return this.#value.it;
    } catch (error) {
      [this.#value, this.#isTouched] = [undefined, true];
      throw error;
    }
  }

  /** Which value it has now, asked again where it may be another; nothing where only its asker can tell. */
  async #editionNow(): Promise<number | undefined> {
    const asking = this.#asking;
    if (this.#value === undefined && this.#pending === undefined)
      return (await this.#stands()) ? this.#edition : undefined;
    if (asking === undefined) return undefined;
    const failed = await this.value(asking).then(
      () => false,
      () => true,
    );
    return failed ? undefined : this.#edition;
  }

  /** Whether it still holds. What it was made from is looked at in the order in which it was used. */
  async #stands(): Promise<boolean> {
    const at = this.#clock.now;
    if (this.#isTouchedNow()) return false;
    if (this.#checked === at) return true;
    for (const { answer, edition } of this.#parts) {
      if (edition !== undefined && edition === (await answer.#editionNow())) continue;
      this.#isTouched = true;
      return false;
    }
    if (this.#isTouchedNow()) return false;
    this.#checked = at;
    return true;
  }

  #isTouchedNow(): boolean {
    const changes = this.#clock.since(this.#checked);
    const meets = ([number, change]: readonly [number, Change]): boolean =>
      this.#touches.some(({ at, by }) => at < number && by(change));
    this.#isTouched ||= changes === undefined || changes.some(meets);
    return this.#isTouched;
  }
}
