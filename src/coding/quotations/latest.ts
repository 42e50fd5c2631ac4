import { type Page, sentenceAround, stretchIn } from "./page.ts";
import type { Saying } from "./saying.ts";

/** The last saying with content in each layer, as the stretches are gone through in the order of the text. */
export class Latest {
  readonly #page: Page;
  readonly #sayings: readonly Saying[];
  readonly #byLayer = new Map<number, Saying>();
  #next = 0;

  constructor(page: Page, sayings: readonly Saying[]) {
    this.#page = page;
    this.#sayings = sayings;
  }

  note(saying: Saying): void {
    const known = this.#byLayer.get(saying.layer);
    const isAside = known !== undefined && saying.form !== "quote" && this.#givesWordsBefore(known, saying);
    if (known === undefined || (known.token <= saying.token && !isAside)) this.#byLayer.set(saying.layer, saying);
  }

  /** What else is said in the sentence of quoted words does not go on behind it: “…,” he said of what many call a war. */
  #givesWordsBefore(known: Saying, saying: Saying): boolean {
    const [from] = known.content[0];
    const isQuoted = from < known.token && stretchIn(this.#page, from, known.layer) >= 0;
    return (known.form === "quote" || isQuoted) && saying.token < sentenceAround(this.#page, known.token)[1];
  }

  before(token: number, layer: number): Saying | undefined {
    for (; this.#next < this.#sayings.length && this.#sayings[this.#next].token < token; this.#next++)
      if (this.#sayings[this.#next].content.length > 0) this.note(this.#sayings[this.#next]);
    return this.#byLayer.get(layer);
  }
}
