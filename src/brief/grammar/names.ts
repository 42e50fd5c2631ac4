import type { SourceCard } from "../../schema/index.ts";
import type { Speaker } from "../facts.ts";
import { stateInText } from "./words.ts";

const WITH_ARTICLE =
  /^(Kremlin|Associated Press|Ministry|White House|Pentagon|State|Department|Defen[cs]e|Foreign|Embassy|Government|Office|Joint|Press Service|Press Office|BBC$|European|United|U\.?S\.?)(?=$|[^\p{L}])|(?:Army|Navy|Command|Council)$/u;
const SMALL_WORDS = new Set(["of", "and", "the", "for", "on", "in", "to"]);

/** Occupations are no titles: `Chinese spokesman Wang Wenbin`. */
const NO_TITLE = /spokes|adviser|official|diplomat|journalist|scholar/i;

/** `Russian Defence Ministry` for `Russian defence ministry`. */
const titleCase = (name: string): string =>
  name.replace(/[\p{L}’'-]+/gu, (word) =>
    SMALL_WORDS.has(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1),
  );

/** How many documents a brief tells from, and how many of them have no publisher: a single one can be pointed to. */
export interface Documents {
  readonly all: number;
  readonly unnamed: number;
}

/** Names of outlets and speakers, in full at first mention and short after it. One for each brief. */
export class Names {
  readonly #told = new Set<string>();
  readonly #adjectiveOf: (code: string) => string;
  readonly #documents: Documents;

  constructor(adjectiveOf: (code: string) => string, documents: Documents = { all: 0, unnamed: 0 }) {
    this.#adjectiveOf = adjectiveOf;
    this.#documents = documents;
  }

  /** `Xinhua (Chinese state media)`, later `Xinhua (state media)`; `the Kremlin`; `an unnamed publisher`. */
  outlet({ document, publisher, side, stateMedia }: SourceCard): string {
    if (publisher === undefined) {
      const { all, unnamed } = this.#documents;
      if (unnamed !== 1) return "an unnamed publisher";
      if (this.#first(document)) return "a document without a named publisher";
      return all === 1 ? "the document" : "the document without a named publisher";
    }
    const name = WITH_ARTICLE.test(publisher) ? `the ${publisher}` : publisher;
    return stateMedia ? `${name} (${this.#ownerOf(publisher, side)})` : name;
  }

  /** The same where it stands in brackets already: `Xinhua, Chinese state media`. */
  carrier(source: SourceCard): string {
    const { publisher, side, stateMedia } = source;
    if (publisher === undefined || !stateMedia) return this.outlet(source);
    return `${publisher}, ${this.#ownerOf(publisher, side)}`;
  }

  #ownerOf(publisher: string, side: string | undefined): string {
    return this.#first(publisher) && side ? `${this.#adjectiveOf(side)} state media` : "state media";
  }

  /** `Russian President Vladimir Putin`, later `Putin`; `the Russian Defence Ministry`; `China`. */
  speaker(speaker: Speaker): string {
    if (speaker.kind === "state") return stateInText(speaker.name);
    if (speaker.kind === "organ") return `the ${titleCase(speaker.name)}`;
    if (speaker.kind === "official") return `${/^[aeiou]/i.test(speaker.name) ? "an" : "a"} ${speaker.name}`;
    if (!this.#first(speaker.name)) return speaker.short ?? speaker.name;
    const role = speaker.role && (NO_TITLE.test(speaker.role) ? speaker.role : titleCase(speaker.role));
    const title = [speaker.adjective, role].filter(Boolean).join(" ");
    return speaker.role ? `${title} ${speaker.name}` : speaker.name;
  }

  #first(name: string): boolean {
    const first = !this.#told.has(name);
    this.#told.add(name);
    return first;
  }
}

/** Takes the variants of a sentence in turn, each kind by itself, so that no two neighbours read alike. */
export class Turns {
  readonly #next = new Map<string, number>();

  take<T>(kind: string, variants: readonly T[]): T {
    const turn = this.#next.get(kind) ?? 0;
    this.#next.set(kind, turn + 1);
    return variants[turn % variants.length];
  }
}
