import type { Ledger } from "../../ledger/index.ts";
import type { Reading } from "../../schema/index.ts";

interface Question {
  readonly id: string;
  readonly answer: (known: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/** Tells documents that have a reading by this coder already. Questions that come while one is asked are asked together. */
export class KnownDocuments {
  readonly #ledger: Ledger;
  readonly #coder: Reading["coder"];
  #waiting: Question[] = [];
  #asking = false;

  constructor(ledger: Ledger, coder: Reading["coder"]) {
    this.#ledger = ledger;
    this.#coder = coder;
  }

  has(id: string): Promise<boolean> {
    const answer = new Promise<boolean>((resolve, reject) => {
      this.#waiting.push({ id, answer: resolve, fail: reject });
    });
    if (!this.#asking) void this.#ask();
    return answer;
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    while (this.#waiting.length > 0) {
      const questions = this.#waiting;
      this.#waiting = [];
      try {
        const ids = questions.map(({ id }) => id);
        const known = await this.#ledger.codedBy(ids, this.#coder);
        for (const { id, answer } of questions) answer(known.has(id));
      } catch (error) {
        for (const { fail } of questions) fail(error);
      }
    }
    this.#asking = false;
  }
}
