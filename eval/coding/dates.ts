/** How many events of the sample archive are dated right: `node eval/coding/dates.ts` prints those that are not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import type { Report } from "../../src/schema/index.ts";
import { documentOf, shippedReader } from "../../training/coder/shipped.ts";

const SAMPLES = join(import.meta.dirname, "..", "..", "samples");

interface Interval {
  readonly from: string;
  readonly to: string;
}

interface Event extends Interval {
  readonly id: string;
  readonly types: ReadonlySet<string>;
  readonly parties: readonly string[];
  readonly documents: readonly string[];
}

const wordsOf = (cell = ""): string[] => cell.split(" ").filter(Boolean);

/** `2020-12-22`, `2021-08-09/2021-08-13` or `2023-08` as days. */
function intervalOf(date: string): Interval {
  const [first, last = first] = date.split("/");
  const whole = (day: string, end: string): string => (day.length === 7 ? `${day}-${end}` : day);
  return { from: whole(first, "01"), to: whole(last, "31") };
}

function events(): Event[] {
  const [header, ...rows] = readFileSync(join(SAMPLES, "events.tsv"), "utf8").trimEnd().split("\n");
  const names = header.split("\t");
  return rows.map((row) => {
    const cells = new Map(row.split("\t").map((cell, index) => [names[index], cell]));
    return {
      id: cells.get("id") ?? "",
      ...intervalOf(cells.get("date") ?? ""),
      types: new Set([cells.get("type") ?? "", ...wordsOf(cells.get("any"))]),
      parties: [...wordsOf(cells.get("actors")), ...wordsOf(cells.get("recipients"))],
      documents: wordsOf(cells.get("documents")),
    };
  });
}

interface Sample {
  readonly published: string;
  readonly text: string;
  readonly reports: readonly Report[];
}

function sampleOf(reader: Reader, path: string): Sample {
  const [, head, ...body] = readFileSync(join(SAMPLES, path), "utf8").split(/^---\n/m);
  const published = /^published: (\S+)$/m.exec(head)?.[1] ?? "";
  const text = body.join("---\n").trim();
  return { published, text, reports: read(documentOf(path, text, published), reader).reports };
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** When the report says it was; what it does not say was told within two days, as the ledger has it. */
function whenOf({ date, status }: Report, published: string): Interval | undefined {
  if (date) return date;
  if (status === "historical") return undefined;
  return { from: new Date(Date.parse(published) - 2 * 86_400_000).toISOString().slice(0, 10), to: published };
}

/** Whether the interval meets the event's days, and is no wider than a week or the event itself. */
function isRight(when: Interval | undefined, event: Event): boolean {
  if (!when || when.from > event.to || when.to < event.from) return false;
  return daysBetween(when.from, when.to) <= Math.max(7, daysBetween(event.from, event.to) + 3);
}

const tells = (report: Report, { types, parties }: Event): boolean =>
  types.has(report.type) &&
  parties.every((code) => [...report.actors, ...report.recipients].some(({ country }) => country === code));

interface Dated {
  readonly event: Event;
  readonly sample: Sample;
  readonly candidates: readonly Report[];
  readonly right: boolean;
}

/** Each event in each document that is about it, where the coder found such an event between the parties at all. */
function dated(reader: Reader): Dated[] {
  const samples = new Map<string, Sample>();
  return events().flatMap((event) =>
    event.documents.flatMap((path) => {
      const sample = samples.get(path) ?? sampleOf(reader, path);
      samples.set(path, sample);
      const candidates = sample.reports.filter((report) => tells(report, event));
      const right = candidates.some((report) => isRight(whenOf(report, sample.published), event));
      return candidates.length > 0 ? [{ event, sample, candidates, right }] : [];
    }),
  );
}

/** The share, in percent, of the events that the archive's documents tell and the coder found whose date is right. */
export function dateFigures(reader: Reader): Measurement[] {
  const all = dated(reader);
  const value = (100 * all.filter(({ right }) => right).length) / all.length;
  return [{ name: "samples: events found whose date is right", value }];
}

function main(): void {
  for (const { event, sample, candidates } of dated(shippedReader()).filter(({ right }) => !right)) {
    const told = candidates.map(({ date, evidence }) => {
      const [start, end] = evidence[0];
      return `${date ? `${date.from}..${date.to}` : "undated"} ${sample.text.slice(start, end).replace(/\s+/g, " ")}`;
    });
    console.log(`${event.id}, told ${sample.published}\n  ${told.join("\n  ")}`);
  }
}

if (import.meta.main) main();
