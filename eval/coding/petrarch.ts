/** Scores the coder on PETRARCH's unit tests, in their invented world: `node eval/coding/petrarch.ts [ours|over|theirs]`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import {
  buildKnowledge,
  importPetrarchActors,
  importPetrarchAgents,
  importPetrarchVerbs,
  joinTables,
  type KnowledgeFiles,
  petrarchActor,
} from "../../src/knowledge/index.ts";
import type { EventType, Participant, Report } from "../../src/schema/index.ts";
import { documentOf, knowledgeFiles, shippedReader } from "../../training/coder/shipped.ts";
import { readLines, sharedPath } from "./load.ts";
import { bookOfWeis, typesOfWeis } from "./weis.ts";

interface Row {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly events: readonly { readonly source: string; readonly target: string; readonly code: string }[];
  readonly expected_error?: string;
}

/** Tables that name actors of this world; the dictionaries bring those of theirs. */
const OF_THIS_WORLD =
  /^(states|persons|roles|organisations|members|standings|places|cities|outlets|equipment|namesakes|non-actors)\.tsv$/;

/** The header and the notes of a table, without its rows. */
const emptied = (text: string): string => `${text.split("\n").find((line) => line !== "" && !line.startsWith("#"))}\n`;

/** Patterns of organs stay, organs of a state of this world go. */
const withoutCountries = (text: string): string =>
  text
    .split("\n")
    .filter((line) => line.startsWith("#") || line.startsWith("id\t") || line.split("\t")[1] === "")
    .join("\n");

function nobody(files: KnowledgeFiles): KnowledgeFiles {
  const kept = Object.entries(files).map(([name, text]) => {
    if (OF_THIS_WORLD.test(name)) return [name, emptied(text)];
    return [name, name === "organs.tsv" ? withoutCountries(text) : text];
  });
  return Object.fromEntries(kept);
}

/** Whose verbs: our rules, the dictionary's over our rules, or the dictionary's alone, as the field has measured it. */
const VERBS = ["ours", "over", "theirs"] as const;
export type Verbs = (typeof VERBS)[number];

const OUR_EVENTS = /^rules\/(?!operators|orientations|contexts|corrections|told)/;

/** The rules without our event rows. */
const withoutEvents = (files: KnowledgeFiles): KnowledgeFiles =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !OUR_EVENTS.test(name)));

function withVerbs(files: KnowledgeFiles, text: string, verbs: Verbs): KnowledgeFiles {
  if (verbs === "ours") return files;
  const options = { name: "verbs", codebook: bookOfWeis, cameo: false, first: true };
  const { yaml } = importPetrarchVerbs(text, options);
  return { ...(verbs === "theirs" ? withoutEvents(files) : files), "rules/own.yaml": yaml };
}

/** A reader that knows the dictionaries' actors and nobody else. */
export function petrarchReader(reader: Reader, folder: string, verbs: Verbs): Reader {
  const dictionary = (name: string): string => readFileSync(join(folder, `PETR.Validate.${name}.txt`), "latin1");
  const base = nobody(knowledgeFiles());
  const agents = importPetrarchAgents(dictionary("agents"));
  const files = joinTables({ ...base, ...agents }, importPetrarchActors(dictionary("actors")));
  return { ...reader, knowledge: buildKnowledge(withVerbs(files, dictionary("verbs"), verbs)) };
}

/** A pair of actors as codes of country and sector, and what is said to have happened. */
interface Told {
  readonly pair: string;
  readonly code: string;
  readonly types: readonly EventType[] | undefined;
}

const codeOf = (code: string): string => {
  const { country, sector } = petrarchActor(code);
  return `${country}/${sector}`;
};

/** No actor; a noun that stands for one; words in quotation marks that no dictionary has. */
const NOBODY = /^(---|###|")/;

/** What the file expects: without comments, and without events that lack a side. A visit received is the visit paid. */
function goldOf({ events }: Row): Told[] {
  return events.flatMap(({ source, target, code }) => {
    const types = typesOfWeis(code);
    if (NOBODY.test(source) || NOBODY.test(target) || types?.length === 0) return [];
    const [actor, recipient] = code === "033" ? [target, source] : [source, target];
    return [{ pair: `${codeOf(actor)} ${codeOf(recipient)}`, code, types }];
  });
}

const partyOf = ({ country, sector }: Participant): string => `${country ?? "---"}/${sector}`;

const hasSide = ({ country }: Participant): boolean => country !== null;

/** The pairs of a report; where all are actors, or both would do what only one is said to plan, in both directions. */
function pairsOf(report: Report, isMutual: boolean): string[][] {
  const [actors, recipients] = [report.actors.filter(hasSide), report.recipients.filter(hasSide)];
  if (report.recipients.length > 0)
    return actors.flatMap((actor) =>
      recipients.map((one) => {
        const pair = [partyOf(actor), partyOf(one)];
        return isMutual ? [pair.join(" "), pair.toReversed().join(" ")] : [pair.join(" ")];
      }),
    );
  return actors.flatMap((one, index) =>
    actors.slice(index + 1).map((other) => [`${partyOf(one)} ${partyOf(other)}`, `${partyOf(other)} ${partyOf(one)}`]),
  );
}

interface Found {
  readonly report: Report;
  /** One pair, or for a reciprocal event both of its directions, of which the file may name one. */
  readonly pairs: readonly string[];
  readonly type: EventType;
}

const foundOf = (reports: readonly Report[], mutual: ReadonlySet<string>): Found[] =>
  reports.flatMap((report) =>
    pairsOf(report, mutual.has(report.rule)).map((pairs) => ({ report, pairs, type: report.type })),
  );

/** A rule of the dictionary's that has this very code: the code stands at the end of its name. */
const hasCode = ({ code }: Told, { report }: Found): boolean =>
  report.rule.startsWith("own-") && report.rule.endsWith(`-${code.toLowerCase()}`);

const agrees = (told: Told, found: Found): boolean =>
  found.pairs.includes(told.pair) &&
  (told.types === undefined || told.types.includes(found.type) || hasCode(told, found));

type Agreement = (told: Told, found: Found) => boolean;

/** "A agrees with B and C" is one event of three; the file pairs A with B and with C, and not B with C. */
function isBeside(one: Found, gold: readonly Told[], found: readonly Found[], agreement: Agreement): boolean {
  const matched = found.filter((other) => other.report === one.report && gold.some((told) => agreement(told, other)));
  const parties = new Set(matched.flatMap(({ pairs }) => pairs.flatMap((pair) => pair.split(" "))));
  return one.report.recipients.length === 0 && one.pairs[0].split(" ").every((party) => parties.has(party));
}

/** Whether each that the file expects is found, and each that is found is expected. */
const sameSets =
  (agreement: Agreement) =>
  (gold: readonly Told[], found: readonly Found[]): boolean =>
    gold.every((told) => found.some((one) => agreement(told, one))) &&
    found.every((one) => gold.some((told) => agreement(told, one)) || isBeside(one, gold, found, agreement));

const isRight = sameSets(agrees);
const pairsAgree = sameSets((told, { pairs }) => pairs.includes(told.pair));

/** The phrases for which the dictionary discards a sentence (or story; each story here is one sentence). */
function discardsOf(folder: string): RegExp {
  const lines = readFileSync(join(folder, "PETR.Validate.discards.txt"), "latin1").split("\n");
  const phrases = lines.map((line) => line.replace(/#.*/, "").replace(/^\+/, "").trim()).filter(Boolean);
  return new RegExp(`\\b(${phrases.join("|")})\\b`, "i");
}

/** Tests of the other program's own machinery: what it does with a broken parse. */
const isOurs = (row: Row): boolean => row.expected_error !== "bad_input_parse";

const dayOf = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;

interface Scored {
  readonly row: Row;
  readonly gold: readonly Told[];
  readonly found: readonly Found[];
}

function scored(reader: Reader, folder: string, verbs: Verbs): Scored[] {
  const invented = petrarchReader(reader, folder, verbs);
  const discards = discardsOf(folder);
  const rows = invented.knowledge.eventRules.rows;
  const mutual = new Set(rows.filter(({ roles }) => roles === "mutual").map(({ name }) => name));
  const sentences: Row[] = readLines(join(folder, "unittest-a.jsonl")).map((line) => JSON.parse(line));
  return sentences.filter(isOurs).map((row) => {
    const document = documentOf(row.id, row.text.replaceAll("_", " "), dayOf(row.date));
    const reports = discards.test(row.text) ? [] : read(document, invented).reports;
    return { row, gold: goldOf(row), found: foundOf(reports, mutual) };
  });
}

const NAMES: Readonly<Record<Verbs, string>> = {
  ours: "our rules",
  over: "their verb dictionary over our rules",
  theirs: "their verb dictionary alone",
};
/** The field's figures were reached with its own verb dictionaries; so is the target. */
const TARGET = 80;

/** Sentences of which the set of source, type and target is exactly right, in percent; and those with the pairs right. */
export const petrarchFigures = (reader: Reader, folder: string): Measurement[] =>
  VERBS.flatMap((verbs) => figuresWith(reader, folder, verbs));

function figuresWith(reader: Reader, folder: string, verbs: Verbs): Measurement[] {
  const all = scored(reader, folder, verbs);
  const share = (right: (gold: readonly Told[], found: readonly Found[]) => boolean): number =>
    (100 * all.filter(({ gold, found }) => right(gold, found)).length) / all.length;
  return [
    {
      name: `PETRARCH unit tests, ${NAMES[verbs]}: sentences exactly right`,
      value: share(isRight),
      ...(verbs !== "ours" && { target: TARGET }),
    },
    { name: `PETRARCH unit tests, ${NAMES[verbs]}: sentences with all pairs right`, value: share(pairsAgree) },
  ];
}

function main(): void {
  const folder = sharedPath("data", "petrarch");
  if (!folder) {
    console.log("PETRARCH's unit tests are absent.");
    return;
  }
  const verbs = VERBS.find((one) => process.argv.includes(one)) ?? "ours";
  const all = scored(shippedReader(), folder, verbs);
  for (const { row, gold, found } of all) {
    if (isRight(gold, found)) continue;
    const told = gold.map(({ pair, types }) => `${pair} ${types?.join("|") ?? "any"}`).join("; ");
    const ours = found.map(({ pairs, type, report }) => `${pairs.join(" = ")} ${type} (${report.rule})`).join("; ");
    console.log(
      `${pairsAgree(gold, found) ? "type " : "pairs"} ${row.id}: ${row.text}\n   told ${told}\n   ours ${ours}`,
    );
  }
  console.log(`${all.filter(({ gold, found }) => isRight(gold, found)).length} of ${all.length} right`);
}

if (import.meta.main) main();
