/**
 * Scores attributions against PolNeaR: `node eval/quotations/polnear.ts [dev|train] [--errors N] [--cue WORD]`.
 * PolNeaR counts beliefs, wishes and judgements too, so this scores all that `sayingsOf` finds, not only quotations.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { pageOf, type Saying, sayingsOf } from "../../src/coding/quotations/index.ts";
import { buildCues, type Cues } from "../../src/knowledge/cues.ts";
import { createAnalyser, loadModel } from "../../src/language/index.ts";
import { type Analysis, type Span, spanOfTokens } from "../../src/schema/index.ts";
import {
  addCharacters,
  addExact,
  type Counts,
  EDGES,
  f1,
  noCounts,
  precision,
  ROLES,
  recall,
  type Triple,
} from "./scores.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DATA = `${ROOT}../shared/data/quotes`;

interface PolnearDocument {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Triple[];
}

/** PolNeaR counts code points; the project UTF-16 units. */
function toUtf16(text: string, triples: readonly Triple[]): Triple[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  const convert = (spans: readonly Span[]): Span[] => spans.map(([start, end]) => [offsets[start], offsets[end]]);
  return triples.map(({ source, cue, content }) => ({
    source: convert(source),
    cue: convert(cue),
    content: convert(content),
  }));
}

export function readPolnear(split: "dev" | "train"): PolnearDocument[] | undefined {
  const path = `${DATA}/polnear-${split}.jsonl.gz`;
  if (!existsSync(path)) return undefined;
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trim().split("\n");
  return lines.map((line) => {
    const document = JSON.parse(line) as PolnearDocument;
    return { ...document, attributions: toUtf16(document.text, document.attributions) };
  });
}

/** PolNeaR counts the comma that closes an apposition to the source: "Jay Jacobs, a supporter,". */
const withClosingComma = ({ text }: Analysis, [start, end]: Span): Span => [
  start,
  text[end] === "," && text.slice(start, end).includes(",") ? end + 1 : end,
];

/** PolNeaR counts a colon behind a cue to the cue. */
const withColon = ({ text }: Analysis, [start, end]: Span): Span => [start, text[end] === ":" ? end + 1 : end];

export function tripleOf(analysis: Analysis, saying: Saying): Triple {
  const toSpan = (range: readonly [number, number]): Span => spanOfTokens(analysis, ...range);
  return {
    source: saying.source ? [withClosingComma(analysis, toSpan(saying.source))] : [],
    cue: [withColon(analysis, toSpan(saying.cueRange))],
    content: saying.content.map(toSpan),
  };
}

const holds = (outer: Saying, { cueRange }: Saying): boolean =>
  outer.content.some(([from, to]) => from <= cueRange[0] && cueRange[1] <= to);

/** PolNeaR marks nothing inside of a content: what is quoted within a quotation is left out. */
export const asPolnear = (sayings: readonly Saying[]): Saying[] =>
  sayings.filter((saying) => saying.layer < 0 && !sayings.some((outer) => outer !== saying && holds(outer, saying)));

export interface PolnearScores {
  readonly source: Counts;
  readonly cue: Counts;
  readonly content: Counts;
  readonly exact: Counts;
  /** Exact but for stops at the edges of spans. */
  readonly nearlyExact: Counts;
}

/** Scores every document of a split; characters are counted over all documents, triples one by one. */
export function scorePolnear(
  documents: readonly PolnearDocument[],
  analyse: (text: string) => Analysis,
  cues: Cues,
  look?: (document: PolnearDocument, found: readonly Triple[]) => void,
): PolnearScores {
  const scores = {
    source: noCounts(),
    cue: noCounts(),
    content: noCounts(),
    exact: noCounts(),
    nearlyExact: noCounts(),
  };
  for (const document of documents) {
    const analysis = analyse(document.text);
    const found = asPolnear(sayingsOf(pageOf(analysis, cues))).map((saying) => tripleOf(analysis, saying));
    for (const role of ROLES) addCharacters(scores[role], document.text, role, found, document.attributions);
    addExact(scores.exact, document.text, found, document.attributions, EDGES.blanks);
    addExact(scores.nearlyExact, document.text, found, document.attributions, EDGES.stops);
    look?.(document, found);
  }
  return scores;
}

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);

export const formatScores = (scores: PolnearScores): string =>
  Object.entries(scores)
    .map(
      ([name, counts]: [string, Counts]) =>
        `${name.padEnd(12)} F1 ${percent(f1(counts))}  precision ${percent(precision(counts))}  recall ${percent(recall(counts))}`,
    )
    .join("\n");

function main(): void {
  const split = process.argv.includes("train") ? "train" : "dev";
  const documents = readPolnear(split);
  if (!documents) {
    console.log(`PolNeaR is not measured: there is no ${DATA}.`);
    return;
  }
  const { analyse } = createAnalyser(loadModel(readFileSync(`${ROOT}model/default.entente`)));
  const cues = buildCues({ "cues.tsv": readFileSync(`${ROOT}knowledge/cues.tsv`, "utf8") });
  console.log(
    `PolNeaR ${split}, ${documents.length} articles\n${formatScores(scorePolnear(documents, analyse, cues))}`,
  );
}

if (import.meta.main) main();
