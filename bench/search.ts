import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { documentRow, quotationRows, reportsOf } from "../src/ledger/append/rows.ts";
import type { Fresh } from "../src/ledger/append/sort-out.ts";
import { reportRow } from "../src/ledger/incidents/stored.ts";
import { DuckDBSearch } from "../src/ledger/search/search.ts";
import type { FindQuery } from "../src/ledger/search/types.ts";
import { insertSearched } from "../src/ledger/search/write.ts";
import { Database, type Writer } from "../src/ledger/store/database.ts";
import { folderFor, sizesAsked } from "./folders.ts";
import { randomNumbers, shortDocuments, VOCABULARY } from "./search-archive.ts";

const BATCH = 5_000;
const QUERIES = 20;
const ADDED = "2026-01-01";

async function write(writer: Writer, entries: readonly Fresh[]): Promise<void> {
  const familyOf = ({ document }: Fresh): string => `f${document.id.slice(1)}`;
  await writer.insert(
    "documents",
    entries.map((entry) => documentRow(entry.document, entry.seq, familyOf(entry), ADDED)),
  );
  await writer.insert(
    "quotations",
    entries.flatMap(({ document, reading, seq }) => quotationRows(document, reading, seq)),
  );
  await writer.insert(
    "reports",
    entries.flatMap((entry) =>
      reportsOf(entry, entry.seq, familyOf(entry)).map((report) => reportRow({ ...report, incident: `i${entry.seq}` })),
    ),
  );
  await insertSearched(writer, entries);
}

/** The tables that search reads, filled without clustering and without looking for near copies: each report an incident. */
async function fill(database: Database, size: number): Promise<number> {
  await database.createTables();
  let [seq, spent] = [0, 0];
  for (const batch of shortDocuments(size, BATCH)) {
    const entries = batch.map((entry): Fresh => ({ ...entry, seq: ++seq, isNew: true }));
    const start = performance.now();
    await database.transaction((writer) => write(writer, entries));
    spent += performance.now() - start;
    if (seq % 100_000 === 0) console.error(`${seq} documents, ${((1000 * seq) / spent).toFixed(0)} a second`);
  }
  await database.transaction(async (writer) => {
    await writer.run(
      `INSERT INTO incidents BY NAME SELECT incident AS id, type, domain, status, actors, recipients, against, day_from, day_to,
         score, confidence, 1 AS documents, 1 AS publishers, 1 AS families, document, "start", stop, quote FROM reports`,
    );
    await writer.run(
      `INSERT INTO incident_dyads BY NAME SELECT incident, least(actors, recipients) AS a, greatest(actors, recipients) AS b,
         status, day_from, day_to, score FROM reports WHERE actors <> recipients AND recipients <> ''`,
    );
  });
  await database.checkpoint();
  return (1000 * seq) / spent;
}

const WORD_RANKS = { rare: [20_000, 50_000], middling: [300, 3_000], frequent: [0, 20] } as const;

/** Questions of every sort, each other ones at every turn, so that no answer is known before. */
function questions(random: () => number): Record<string, () => FindQuery> {
  const word = (kind: keyof typeof WORD_RANKS): string => {
    const [from, to] = WORD_RANKS[kind];
    return VOCABULARY[from + Math.floor(random() * (to - from))];
  };
  const year = (): string => String(2005 + Math.floor(random() * 20));
  const documents = (words: string, more: Partial<FindQuery> = {}): FindQuery => ({
    kind: "documents",
    words,
    ...more,
  });
  return {
    "a rare word": () => documents(word("rare")),
    "a middling word": () => documents(word("middling")),
    "a frequent word": () => documents(word("frequent")),
    "two words": () => documents(`${word("frequent")} ${word("middling")}`),
    "two frequent words": () => documents(`${word("frequent")} ${word("frequent")}`),
    "a phrase of frequent words": () => documents(`"${word("frequent")} ${word("frequent")}"`),
    "a word without another": () => documents(`${word("middling")} -${word("frequent")}`),
    "a frequent word in a year, of a dyad": () =>
      documents(word("frequent"), { from: `${year()}-01-01`, to: `${year()}-12-31`, dyad: ["XAA", "XAB"] }),
    "a frequent word of an outlet": () => documents(word("frequent"), { outlets: ["Gazette 3"] }),
    "the second page": () => documents(word("middling"), { offset: 20 }),
    "quotations, a middling word": () => ({ kind: "quotations", words: word("middling") }),
    "quotations, a frequent word": () => ({ kind: "quotations", words: word("frequent") }),
    "incidents, a middling word": () => ({ kind: "incidents", words: word("middling") }),
    "incidents, a frequent word": () => ({ kind: "incidents", words: word("frequent") }),
    "incidents of a dyad and type": () => ({
      kind: "incidents",
      words: "",
      dyad: ["XAA", "XAB"],
      type: "AGREE",
      offset: Math.floor(random() * 1000),
    }),
  };
}

async function measure(size: number): Promise<void> {
  using folder = folderFor("search", size);
  const file = join(folder.path, "ledger.duckdb");
  const there = existsSync(file);
  const database = await Database.open(file);
  const rate = there ? "filled before" : `written at ${(await fill(database, size)).toFixed(0)} a second`;
  console.log(`\n${size.toLocaleString("en")} documents, ${rate}, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  await ask(database);
  console.log(`memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  database.close();
}

/** Asks questions of every sort; statistics are kept from one to the next, answers are not. */
export async function ask(database: Database): Promise<void> {
  const all: number[] = [];
  for (const [name, ask] of Object.entries(questions(randomNumbers(99)))) {
    const times: number[] = [];
    let matches = 0;
    const busy = process.cpuUsage();
    for (let turn = 0; turn < QUERIES; turn += 1) {
      const query = ask();
      const start = performance.now();
      matches += (await new DuckDBSearch(database).find(query)).matches;
      times.push(performance.now() - start);
    }
    all.push(...times);
    const { user, system } = process.cpuUsage(busy);
    const work = ((user + system) / 1000 / QUERIES).toFixed(0).padStart(5);
    const found = Math.round(matches / QUERIES)
      .toLocaleString("en")
      .padStart(9);
    console.log(`${name.padEnd(40)} ${found} matches  ${percentiles(times)}  ${work} ms of one core`);
  }
  console.log(`${"all of them".padEnd(40)} ${"".padStart(17)}  ${percentiles(all)}`);
  const before = performance.now();
  await new DuckDBSearch(database).actors({});
  console.log(`who speaks and acts, counted: ${(performance.now() - before).toFixed(0)} ms`);
}

function percentiles(times: number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number): string => sorted[Math.ceil(sorted.length * part) - 1].toFixed(0).padStart(5);
  return `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`;
}

for (const size of sizesAsked()) await measure(size);
