import { ChunkView } from "../../src/language/tokens/boundary-features.ts";
import { kindOf } from "../../src/language/tokens/characters.ts";
import { type Cut, chunkKey, chunksOf, quoteAfter } from "../../src/language/tokens/tokenise.ts";
import { Random } from "../network/random.ts";
import type { TrainingText } from "./documents.ts";
import { type Decision, learnWeights } from "./linear.ts";

/** What training gives the tokeniser. */
export interface LearnedTokens {
  readonly known: ReadonlyMap<string, readonly Cut[]>;
  readonly cut: ReadonlyMap<string, number>;
  readonly join: ReadonlyMap<string, number>;
}

/** How often a feature must hold to be learned. */
const LEAST_COUNT = 3;
const LEAST_SEEN = 2;
const LEAST_AGREEMENT = 0.98;

interface Observed {
  readonly chunk: string;
  readonly cuts: readonly Cut[];
  readonly view: ChunkView;
}

/** The written words of a text with their true cuts. */
function* observe({ text, start, joined }: TrainingText): Generator<Observed> {
  const tokenAt = new Map(start.map((from, token) => [from, token]));
  const chunks = chunksOf(text);
  let quoteOpen = false;
  for (let index = 0; index < chunks.length; index += 2) {
    const [from, to] = [chunks[index], chunks[index + 1]];
    const chunk = text.slice(from, to);
    const cuts: Cut[] = [];
    for (let at = 1; at < chunk.length; at++) {
      const token = tokenAt.get(from + at);
      if (token !== undefined) cuts.push({ at, joined: joined[token] });
    }
    const next = index + 2 < chunks.length ? kindOf(text[chunks[index + 2]]) : "";
    yield { chunk, cuts, view: new ChunkView(chunk, { next, quoteOpen }) };
    quoteOpen = quoteAfter(chunk, quoteOpen);
  }
}

const cutsText = (cuts: readonly Cut[]): string => cuts.map(({ at, joined }) => `${at}${joined ? "+" : ""}`).join(" ");

/** Words of letters and apostrophes alone that are nearly always cut in one way ("cannot", "don't"). */
function knownWords(observed: readonly Observed[]): Map<string, readonly Cut[]> {
  const ways = new Map<string, Map<string, { count: number; cuts: readonly Cut[] }>>();
  for (const { chunk, cuts } of observed) {
    if (!/^[\p{L}'’]+$/u.test(chunk) || /['’]$/.test(chunk)) continue;
    const own = ways.get(chunkKey(chunk)) ?? new Map();
    const way = own.get(cutsText(cuts)) ?? { count: 0, cuts };
    own.set(cutsText(cuts), { count: way.count + 1, cuts });
    ways.set(chunkKey(chunk), own);
  }
  const known = new Map<string, readonly Cut[]>();
  for (const [key, own] of ways) {
    const total = [...own.values()].reduce((sum, { count }) => sum + count, 0);
    const best = [...own.values()].sort((a, b) => b.count - a.count)[0];
    if (best.cuts.length > 0 && total >= LEAST_SEEN && best.count >= total * LEAST_AGREEMENT) known.set(key, best.cuts);
  }
  return known;
}

/** Learns how written words are cut. */
export function learnTokens(texts: readonly TrainingText[], seed: number): LearnedTokens {
  const observed = texts.flatMap((text) => [...observe(text)]);
  const cut: Decision[] = [];
  const join: Decision[] = [];
  for (const { chunk, cuts, view } of observed) {
    for (let at = 1; at < chunk.length; at++) {
      if (!view.isCandidate(at)) continue;
      const features = view.features(at);
      const found = cuts.find((candidate) => candidate.at === at);
      cut.push({ features, right: found !== undefined });
      if (found) join.push({ features, right: found.joined });
    }
  }
  const random = new Random(seed);
  return {
    known: knownWords(observed),
    cut: learnWeights(cut, LEAST_COUNT, random),
    join: learnWeights(join, LEAST_COUNT, random),
  };
}
