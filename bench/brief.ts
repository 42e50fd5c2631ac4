/** A brief over 2,000 incidents, written, set as HTML and as PDF: `node bench/brief.ts`. */
import { getDocumentProxy } from "unpdf";
import { type BriefFacts, briefHtml, briefPdf, writeBrief } from "../src/brief/index.ts";
import { seededRandom } from "../src/measures/index.ts";
import { DOMAINS, type IncidentReport, type IncidentSummary, type SourceCard } from "../src/schema/index.ts";

const INCIDENTS = 2_000;
const SENTENCES = 4;
const random = seededRandom(1);
const any = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
const NAMES: Readonly<Record<string, string>> = { ARN: "Arnor", GON: "Gondor" };
const OUTLETS = ["Bree Mail", "Minas Tirith Herald", "Dale Times", "Grey Havens Post", "Fornost Gazette"];
const WORDS =
  "road harbour bridge grain timber fleet envoy treaty market river tower garrison copper horse ship school".split(" ");

const sentence = (at: number): string =>
  `Arnor and Gondor agreed on the ${any(WORDS)} and the ${any(WORDS)} of district ${at}, and their envoys spoke of the ${any(WORDS)}, the ${any(WORDS)} and the ${any(WORDS)} near the northern border.`;

const texts = new Map<string, string>();
const reportsOf = new Map<string, IncidentReport[]>();

function incidentOf(at: number): IncidentSummary {
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10);
  const document = `d${String(at).padStart(24, "0")}`;
  texts.set(document, Array.from({ length: SENTENCES }, (_, line) => sentence(at * SENTENCES + line)).join(" "));
  const source: SourceCard = {
    document,
    publisher: any(OUTLETS),
    published: day,
    title: `On district ${at}`,
    url: `https://example.org/${at}`,
  };
  const words = (texts.get(document) ?? "").slice(0, 23);
  const evidence = { source, span: [0, words.length] as [number, number], words };
  const type = any(["SUPPORT", "COOPERATE", "AGREE", "ACCUSE"] as const);
  const common = { type, status: "happened", score: any([2.5, 9.5, -2]), confidence: 0.5 + random() / 2 } as const;
  const report = {
    id: `r${at}`,
    ...common,
    contexts: [],
    actors: [],
    recipients: [],
    directedAgainst: [],
    attribution: [],
    rule: "bench",
    evidence: [evidence.span],
  };
  reportsOf.set(`i${at}`, [{ report, evidence: [evidence] }]);
  return {
    id: `i${at}`,
    ...common,
    domain: any(DOMAINS),
    actors: ["ARN"],
    recipients: ["GON"],
    directedAgainst: [],
    date: { from: day, to: day },
    documents: 1,
    publishers: 1,
    evidence,
  };
}

const facts: BriefFacts = {
  view: {
    dyad: ["ARN", "GON"],
    names: ["Arnor", "Gondor"],
    period: { from: "2020-01-01", to: "2020-12-31" },
    headline: "",
    months: [],
    exposure: [{ month: "2020-01", documents: INCIDENTS }],
    incidents: Array.from({ length: INCIDENTS }, (_, at) => incidentOf(at)),
    quotations: [],
  },
  reportsOf,
  sidesOf: new Map(),
  sayings: [],
  otherRules: [],
  readouts: [],
  personsOf: new Map(),
  earlier: new Map(),
  nameOf: (code) => NAMES[code] ?? code,
  adjectiveOf: (code) => `${NAMES[code] ?? code}ian`,
  slice: (document, [from, to]) => (texts.get(document) ?? "").slice(from, to),
  textOf: (document) => texts.get(document) ?? "",
  originalOf: () => "0".repeat(64),
  coder: "bench",
};

async function timed<T>(name: string, limit: number | undefined, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  const ms = performance.now() - started;
  const standing = limit === undefined ? "" : `  ≤ ${limit} ms ${ms <= limit ? "met" : "MISSED"}`;
  console.log(`${name.padEnd(24)}${ms.toFixed(0).padStart(7)} ms${standing}`);
  return result;
}

const brief = await timed("written and checked", undefined, () => writeBrief(facts));
const statements = brief.sections.flatMap((section) => section.statements).length;
const html = await timed("HTML", 2_000, () => briefHtml(brief));
const pdf = await timed("PDF, first", 5_000, () => briefPdf(brief));
await timed("PDF, again", 5_000, () => briefPdf(brief, "letter"));
const { numPages } = await getDocumentProxy(new Uint8Array(pdf));
console.log(
  `${INCIDENTS} incidents, ${statements} sentences told, ${numPages} pages, ${html.length} characters of HTML`,
);
