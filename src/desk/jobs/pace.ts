/** Rates are those of the last so many seconds of work. */
const WINDOW = 20;
/** Before that much of a source is done, nothing is said of the time left. */
const LEAST_SHARE = 0.01;
const LEAST_SECONDS = 1;

interface Mark {
  readonly at: number;
  readonly documents: number;
  readonly words: number;
}

/** How fast a job goes. Times are in seconds; pauses don't count. */
export class Pace {
  readonly #now: () => number;
  #begun: number;
  #before = 0;
  #halted = false;
  #marks: Mark[] = [];

  constructor(now: () => number = () => performance.now() / 1000) {
    this.#now = now;
    this.#begun = now();
  }

  /** How long it has been at work. */
  get seconds(): number {
    return this.#before + (this.#halted ? 0 : this.#now() - this.#begun);
  }

  halt(): void {
    if (this.#halted) return;
    this.#before = this.seconds;
    this.#halted = true;
    this.#marks = [];
  }

  go(): void {
    if (!this.#halted) return;
    this.#begun = this.#now();
    this.#halted = false;
  }

  /** Takes down how many documents and words are done by now. */
  mark(documents: number, words: number): void {
    const at = this.seconds;
    this.#marks.push({ at, documents, words });
    while (this.#marks.length > 2 && at - this.#marks[0].at > WINDOW) this.#marks.shift();
  }

  /** Documents and words a second of late; nothing below two documents. */
  get rate(): { readonly documents: number; readonly words: number } | undefined {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || last.at - first.at <= 0) return undefined;
    const span = last.at - first.at;
    return { documents: (last.documents - first.documents) / span, words: (last.words - first.words) / span };
  }

  /** Seconds left when `share` of the source is done and it goes on as it went so far. */
  left(share: number | undefined): number | undefined {
    const { seconds } = this;
    if (share === undefined || share < LEAST_SHARE || seconds < LEAST_SECONDS) return undefined;
    return (seconds * (1 - share)) / share;
  }
}
