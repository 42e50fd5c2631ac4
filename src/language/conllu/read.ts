/** One syntactic word of a CoNLL-U file. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly features: string;
  /** 1-based in its sentence, 0 for the root. */
  readonly head: number;
  readonly relation: string;
  /** Whether white space follows it in the text. */
  readonly spaceAfter: boolean;
  /** Whether it belongs to the same written word as the word before it ("do|n't"). */
  readonly joined: boolean;
}

export interface ConlluSentence {
  /** Lines that begin with `#`, without it. */
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
}

const FIELDS = 10;

/** What a CoNLL-U line lacks; the caller knows the file. */
export class ConlluError extends Error {
  readonly line: number;

  constructor(line: number, detail: string) {
    super(detail);
    this.name = "ConlluError";
    this.line = line;
  }
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly spaceAfter: boolean;
}

/** Collects the lines of one sentence. */
class SentenceBuilder {
  readonly comments: string[] = [];
  readonly words: ConlluWord[] = [];
  #range: Range | undefined;

  add(line: string, number: number): void {
    const fields = line.split("\t");
    if (fields.length !== FIELDS) throw new ConlluError(number, `it has ${fields.length} fields instead of ${FIELDS}`);
    const [id] = fields;
    if (/^\d+\.\d+$/.test(id)) return;
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      this.#range = { first: Number(range[1]), last: Number(range[2]), spaceAfter: spaceFollows(fields[9]) };
      return;
    }
    if (Number(id) !== this.words.length + 1)
      throw new ConlluError(number, `its number is "${id}" where ${this.words.length + 1} is due`);
    this.words.push(this.#word(fields, number));
  }

  #word(fields: readonly string[], number: number): ConlluWord {
    const [, form, lemma, upos, xpos, features, head, relation, , misc] = fields;
    const place = this.words.length + 1;
    const range = this.#range && place <= this.#range.last ? this.#range : undefined;
    if (head !== "_" && !/^\d+$/.test(head)) throw new ConlluError(number, `its head is "${head}"`);
    return {
      form,
      lemma,
      upos,
      xpos,
      features,
      head: head === "_" ? 0 : Number(head),
      relation,
      spaceAfter: range ? place === range.last && range.spaceAfter : spaceFollows(misc),
      joined: range !== undefined && place > range.first,
    };
  }
}

const spaceFollows = (misc: string): boolean => !misc.split("|").includes("SpaceAfter=No");

/**
 * The sentences of a CoNLL-U text (https://universaldependencies.org/format.html). Empty nodes are left out.
 * Throws ConlluError where a line is none.
 */
export function* readConllu(text: string): Generator<ConlluSentence> {
  let sentence = new SentenceBuilder();
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    number++;
    if (line.startsWith("#")) sentence.comments.push(line.slice(1).trim());
    else if (line.trim()) sentence.add(line, number);
    else if (sentence.words.length > 0) {
      yield sentence;
      sentence = new SentenceBuilder();
    }
  }
  if (sentence.words.length > 0) yield sentence;
}
