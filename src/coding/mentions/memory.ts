import { type Draft, headOf, type Scan } from "./drafts.ts";

const REMEMBERED = 400;

const noBonus = (_: Draft): number => 0;

/** A mention that may be meant, and how likely it is. */
export interface Scored {
  readonly draft: Draft;
  readonly score: number;
}

/** The mentions before a place in the text, with what makes them likely to be meant again. */
export class Memory {
  readonly #scan: Scan;
  readonly #said: Draft[] = [];

  constructor(scan: Scan) {
    this.#scan = scan;
  }

  say(draft: Draft): void {
    this.#said.push(draft);
  }

  #sentences(draft: Draft, from: Draft): number {
    const { sentence } = this.#scan.analysis;
    return sentence[from.from] - sentence[draft.from];
  }

  /** The mentions that fit, not more than `reach` sentences back, the likeliest first. */
  ranked(from: Draft, reach: number, fits: (draft: Draft) => boolean, bonus = noBonus): Scored[] {
    const found: Scored[] = [];
    for (let at = this.#said.length - 1; at >= 0; at -= 1) {
      const draft = this.#said[at];
      const far = this.#sentences(draft, from);
      if (far > reach) break;
      if (draft.end > from.start || !fits(draft)) continue;
      const score = bonus(draft) + prominence(this.#scan, draft) - 2 * far - (from.from - draft.to) / 60;
      found.push({ draft, score });
    }
    return found.sort((one, other) => other.score - one.score);
  }

  /** The likeliest of the mentions that fit. */
  best(from: Draft, reach: number, fits: (draft: Draft) => boolean, bonus = noBonus): Draft | undefined {
    return this.ranked(from, reach, fits, bonus)[0]?.draft;
  }

  /** The mention in the same sentence that a token belongs to. */
  at(from: Draft, token: number): Draft | undefined {
    if (token < 0) return undefined;
    for (let at = this.#said.length - 1; at >= 0; at -= 1) {
      const draft = this.#said[at];
      if (this.#sentences(draft, from) > 0) return undefined;
      if (draft.from <= token && token < draft.to) return draft;
    }
    return undefined;
  }

  /** The last mention that fits, at any distance that a reader would still remember. */
  last(from: Draft, fits: (draft: Draft) => boolean): Draft | undefined {
    const first = Math.max(0, this.#said.length - REMEMBERED);
    for (let at = this.#said.length - 1; at >= first; at -= 1) {
      const draft = this.#said[at];
      if (draft.end <= from.start && fits(draft)) return draft;
    }
    return undefined;
  }

  /** The `count` most present keys, each with its last mention; undefined where there are fewer. */
  top(from: Draft, count: number, reach: number, keyOf: (draft: Draft) => string | undefined): Draft[] | undefined {
    const weights = new Map<string, { weight: number; draft: Draft }>();
    for (let at = this.#said.length - 1; at >= 0; at -= 1) {
      const draft = this.#said[at];
      const far = this.#sentences(draft, from);
      if (far > reach) break;
      const key = draft.refersTo ? undefined : keyOf(draft);
      if (key === undefined) continue;
      const known = weights.get(key);
      const weight = 0.75 ** far * (1 + Math.max(0, prominence(this.#scan, draft)) / 4);
      weights.set(key, { weight: (known?.weight ?? 0) + weight, draft: known?.draft ?? draft });
    }
    const sorted = [...weights.values()].sort((a, b) => b.weight - a.weight);
    if (sorted.length < count) return undefined;
    return sorted
      .slice(0, count)
      .map(({ draft }) => draft)
      .sort((a, b) => a.start - b.start);
  }
}

/** The relation of a mention's head to its clause; of a conjunct that of the first. */
export function relationOf({ analysis }: Scan, draft: Draft): string {
  let head = headOf(analysis, draft.from, draft.to);
  if (analysis.relation[head] === "conj") head = analysis.head[head];
  return head >= 0 ? analysis.relation[head] : "";
}

/** How much a mention stands out in its sentence: its subject most, an adjective least. */
function prominence(scan: Scan, draft: Draft): number {
  const { analysis } = scan;
  let head = headOf(analysis, draft.from, draft.to);
  if (analysis.upos[head] === "ADJ") return -1.5;
  if (analysis.relation[head] === "conj") head = analysis.head[head];
  const relation = head >= 0 ? analysis.relation[head] : "";
  if (relation.startsWith("nsubj")) return analysis.relation[analysis.head[head]] === "root" ? 2 : 1.5;
  return relation === "compound" || relation === "nmod:poss" ? -0.5 : 0;
}
