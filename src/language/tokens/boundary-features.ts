import { type CharacterKind, isLetter, kindOf } from "./characters.ts";

/** What surrounds a written word, as far as it matters to cutting it. */
export interface ChunkContext {
  /** Kind of the next written word's first character, "" at the end. */
  readonly next: CharacterKind;
  /** Whether a single quotation mark stands open. */
  readonly quoteOpen: boolean;
}

/** One character as features name it: letters in lower case, digits as 0, curly marks as plain ones. */
const fold = (character: string): string => {
  const kind = kindOf(character);
  if (kind === "0") return "0";
  if (kind === "'" && character !== "`") return "'";
  if (kind === "q" && character !== "«" && character !== "»") return '"';
  return character.toLowerCase();
};

const group = (kind: CharacterKind): string => (isLetter(kind) ? "a" : kind === "0" ? "0" : "p");

/** A written word seen by the classifier that cuts it. */
export class ChunkView {
  readonly chunk: string;
  readonly #folded: string[];
  readonly #kinds: CharacterKind[];
  readonly #context: ChunkContext;
  readonly #whole: string;

  constructor(chunk: string, context: ChunkContext) {
    this.chunk = chunk;
    const units = chunk.split("");
    this.#folded = units.map(fold);
    this.#kinds = units.map(kindOf);
    this.#context = context;
    this.#whole = /:\/\/|www\./.test(chunk) ? "url" : chunk.includes("@") ? "at" : "";
  }

  /** Whether the word may be cut before unit `at`: where a letter or digit meets something else. */
  isCandidate(at: number): boolean {
    const left = this.#kinds[at - 1];
    const right = this.#kinds[at];
    if (isLetter(left) && isLetter(right)) return this.#isNegation(at);
    if (left === "0" && (right === "0" || (isLetter(right) && this.#isDesignation(at)))) return false;
    return !(this.chunk.charCodeAt(at) >= 0xdc00 && this.chunk.charCodeAt(at) <= 0xdfff);
  }

  /** Inside "Tu-95MS" or "B2B": digits behind a letter, or behind a letter and a hyphen, belong to what follows; not so "5pm-8pm". */
  #isDesignation(at: number): boolean {
    let first = at - 1;
    while (first >= 0 && this.#kinds[first] === "0") first--;
    if (this.#kinds[first] === "-") first--;
    if (first < 0 || !isLetter(this.#kinds[first])) return false;
    while (first >= 0 && isLetter(this.#kinds[first])) first--;
    return this.#kinds[first] !== "0";
  }

  /** A single hyphen or dash between letters or digits: the treebank cuts on both of its sides or on neither. */
  isInnerHyphen(at: number): boolean {
    const around = (kind: CharacterKind) => isLetter(kind) || kind === "0";
    return this.#kinds[at] === "-" && around(this.#kinds[at - 1]) && around(this.#kinds[at + 1] ?? "");
  }

  /** Before "n't". */
  #isNegation(at: number): boolean {
    return this.#folded[at] === "n" && this.#folded[at + 1] === "'" && this.#folded[at + 2] === "t";
  }

  #run(from: number, step: 1 | -1): string {
    const kind = group(this.#kinds[from]);
    let run = "";
    for (
      let k = from;
      k >= 0 && k < this.#kinds.length && group(this.#kinds[k]) === kind && run.length < 8;
      k += step
    ) {
      run = step > 0 ? run + this.#folded[k] : this.#folded[k] + run;
    }
    return run;
  }

  /** Names of what holds at a candidate. */
  features(at: number): string[] {
    const f = (offset: number) => this.#folded[at + offset] ?? "";
    const k = (offset: number) => this.#kinds[at + offset] ?? "";
    const left = this.#run(at - 1, -1);
    const right = this.#run(at, 1);
    const before = this.#folded.slice(0, at).join("");
    const behind = this.#folded.slice(at).join("");
    const { next, quoteOpen } = this.#context;
    const pair = `${f(-1)}${f(0)}`;
    const kinds = `${k(-2)}${k(-1)}|${k(0)}${k(1)}`;
    const atEnd = at === this.#kinds.length - 1;
    const features = [
      "bias",
      `l${f(-1)}`,
      `r${f(0)}`,
      `p${pair}`,
      `t${f(-2)}${pair}`,
      `u${pair}${f(1)}`,
      `w${f(-2)}${pair}${f(1)}`,
      `k${kinds}`,
      `c${k(-1)}|${k(0)}`,
      `d${k(-1)}|${f(0)}`,
      `K${k(-3)}${kinds}${k(2)}`,
      `L${left}`,
      `R${right}`,
      `B${left}|${f(0)}`,
      `C${f(-1)}|${right}`,
      `n${atEnd ? `${left}|${f(0)}|${next}` : ""}`,
      `N${atEnd ? `${k(-1)}${f(0)}${next}` : ""}`,
      `q${f(0)}${quoteOpen}${atEnd}`,
      `x${this.#whole}${pair}`,
    ];
    if (before.length <= 6) features.push(`<${before}|${k(0)}`);
    if (behind.length <= 6) features.push(`>${k(-1)}|${behind}`);
    if (this.#whole) features.push(`X${this.#whole}`);
    if (before.length <= 2) features.push(`s${before.length}${k(-1)}${k(0)}`);
    return features;
  }
}
