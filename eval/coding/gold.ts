import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { type CodedAs, codedAs, GoldLine, type GoldReport, type Reading, type Span } from "../../src/schema/index.ts";
import { documentOf, shippedReader } from "../../training/coder/shipped.ts";
import { readLines } from "./load.ts";

/** Two spans tell of the same where they share half of what they cover together. */
const LEAST_OVERLAP = 0.5;

function overlapOf([from, to]: Span, [start, stop]: Span): number {
  const common = Math.min(to, stop) - Math.max(from, start);
  return common <= 0 ? 0 : common / (Math.max(to, stop) - Math.min(from, start));
}

/** What the coder makes of the words of a gold report: among several, the one that has most of it right. */
function answerTo(gold: GoldReport, reading: Reading, reader: Reader): CodedAs | undefined {
  const candidates = reading.reports
    .filter(({ evidence }) => overlapOf(gold.spans[0], evidence[0]) >= LEAST_OVERLAP)
    .map((report) => codedAs({ report, domain: reader.knowledge.domainOf(report.contexts, report.type) }));
  const rightIn = (answer: CodedAs): number => FIELDS.filter((field) => same(field, gold.coding, answer)).length;
  return candidates.toSorted((one, other) => rightIn(other) - rightIn(one))[0];
}

const FIELDS = ["type", "status", "actors", "recipients", "date", "domain", "place"] as const;

const same = (field: (typeof FIELDS)[number], one: CodedAs, other: CodedAs): boolean =>
  JSON.stringify(one[field]) === JSON.stringify(other[field]);

/** What a coder makes of a gold set. */
export interface GoldScore {
  /** Events that people stand for, and how many of them the coder finds in the same words. */
  readonly events: number;
  readonly found: number;
  /** Of the found, how many have a field as people have it. */
  readonly right: Readonly<Record<(typeof FIELDS)[number], number>>;
  /** Events that people rejected, and how many the coder gives again: same type, same parties. */
  readonly rejected: number;
  readonly again: number;
}

/** Scores readings of the documents of a gold set. `readingOf` gives none where the text is not at hand. */
export function scoreGold(
  lines: readonly GoldLine[],
  readingOf: (line: GoldLine) => Reading | undefined,
  reader: Reader,
): GoldScore {
  const right = Object.fromEntries(FIELDS.map((field) => [field, 0])) as Record<(typeof FIELDS)[number], number>;
  const score = { events: 0, found: 0, right, rejected: 0, again: 0 };
  for (const line of lines) {
    const reading = readingOf(line);
    if (!reading) continue;
    for (const gold of line.reports.filter(({ state }) => state !== "disputed")) {
      const answer = answerTo(gold, reading, reader);
      const matches = (fields: (typeof FIELDS)[number][]): boolean =>
        answer !== undefined && fields.every((field) => same(field, gold.coding, answer));
      if (gold.verdict === "rejected") {
        score.rejected += 1;
        if (matches(["type", "actors", "recipients"])) score.again += 1;
        continue;
      }
      score.events += 1;
      if (!answer) continue;
      score.found += 1;
      for (const field of FIELDS) if (matches([field])) right[field] += 1;
    }
  }
  return score;
}

/** The score as figures; a share of nothing is left out. */
export function goldFigures({ events, found, right, rejected, again }: GoldScore): Measurement[] {
  const share = (name: string, part: number, whole: number, lower = false): Measurement[] =>
    whole === 0 ? [] : [{ name: `gold: ${name}, of ${whole}`, value: part / whole, ...(lower && { lower }) }];
  return [
    ...share("events found", found, events),
    ...FIELDS.flatMap((field) => share(`${field} right`, right[field], found)),
    ...share("rejected events given again", again, rejected, true),
  ];
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The texts of a gold set: its own, else those of a data folder. */
async function textsOf(lines: readonly GoldLine[], folder: string | undefined): Promise<Map<string, string>> {
  const texts = new Map(lines.flatMap(({ document, text }) => (text === undefined ? [] : [[document, text] as const])));
  const missing = lines.filter(({ document }) => !texts.has(document));
  if (missing.length === 0 || folder === undefined || !existsSync(folder)) return texts;
  const ledger = await openLedger(folder);
  try {
    for (const { document } of missing) texts.set(document, (await ledger.document(document)).document.text);
  } finally {
    await ledger.close();
  }
  return texts;
}

/**
 * Scores the coder on what people made of its reports: `npm run eval -- gold FILE [DATA FOLDER]`. A line without its
 * text, or whose text is another by its hash, is passed over and counted.
 */
export async function goldSetFigures(file: string | undefined, folder = "entente-data"): Promise<Measurement[]> {
  if (file === undefined || !existsSync(file)) {
    console.log("gold: skipped, no file was given (`entente review gold > gold.ndjson` makes one)");
    return [];
  }
  const lines = readLines(file).map((line) => GoldLine.parse(JSON.parse(line)));
  const texts = await textsOf(lines, folder);
  const reader = shippedReader();
  const usable = lines.filter(({ document, sha256: hash }) => sha256(texts.get(document) ?? "") === hash);
  if (usable.length < lines.length)
    console.log(`gold: ${lines.length - usable.length} of ${lines.length} texts are not at hand`);
  const readingOf = ({ document, published, publisher, title }: GoldLine): Reading =>
    read(
      {
        ...documentOf(document, texts.get(document) ?? "", published),
        ...(publisher && { publisher }),
        ...(title && { title }),
      },
      reader,
    );
  return goldFigures(scoreGold(usable, readingOf, reader));
}
