import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EventType } from "../../src/schema/index.ts";
import { sampleDocuments, sampleEvents } from "./archive.ts";

const documents = sampleDocuments();
const events = sampleEvents();
const paths = new Set(documents.map(({ path }) => path));
const about = (dyad: string) => documents.filter(({ meta }) => meta.dyads.includes(dyad));
const reportsOf = (id: string) =>
  documents.filter(({ path }) => events.find((e) => e.id === id)?.documents.includes(path));

test("the archive is as large as it is meant to be", () => {
  expect(documents.length).toBeGreaterThanOrEqual(80);
  expect(new Set(documents.flatMap(({ meta }) => meta.dyads)).size).toBeGreaterThanOrEqual(10);
  expect(about("CHN-RUS").length).toBeGreaterThanOrEqual(45);
});

test("every document has a title and an address of its own, in the folder of its year", () => {
  expect(new Set(documents.map(({ meta }) => meta.title)).size).toBe(documents.length);
  for (const { path, meta } of documents) {
    const [year, file] = path.split("/");
    expect(meta.url).toBe(`https://example.org/samples/${file?.replace(/\.md$/, "")}`);
    expect(meta.published.startsWith(`${year}-`), path).toBe(true);
  }
});

test("every English text has 80 to 260 words, in plain paragraphs", () => {
  for (const { path, meta, body } of documents) {
    if (meta.language === "en") {
      const words = body.split(/\s+/).length;
      expect(words, path).toBeGreaterThanOrEqual(80);
      expect(words, path).toBeLessThanOrEqual(260);
    }
    expect(body, path).not.toMatch(/^[#>*-] |\*\*|\]\(|\n\n\n|[^\n]\n[^\n]/m);
  }
});

test("some documents tell of no event between states, and some are not in English", () => {
  expect(documents.filter(({ meta }) => meta.dyads.length === 0).length).toBeGreaterThanOrEqual(8);
  expect(documents.filter(({ meta }) => meta.language !== "en").length).toBeGreaterThanOrEqual(2);
});

test("curly and straight quotes, ellipses and no-break spaces all occur", () => {
  const all = documents.map(({ body }) => body).join("\n");
  for (const mark of ["“", "’", '"', "'", "…", "\u00a0", "—", "--"]) expect(all, mark).toContain(mark);
});

test("a readout is told by two sides, and both tell of the same event", () => {
  const readouts = Map.groupBy(
    documents.filter(({ meta }) => meta["readout-of"]),
    ({ meta }) => meta["readout-of"] ?? "",
  );
  expect(readouts.size).toBeGreaterThanOrEqual(4);
  for (const [id, told] of readouts) {
    expect(told.length, id).toBe(2);
    expect(new Set(told.map(({ meta }) => meta.publisher)).size, id).toBe(2);
    for (const { path } of told)
      expect(
        reportsOf(id).map((d) => d.path),
        id,
      ).toContain(path);
  }
});

test("many events have several reports", () => {
  expect(events.filter((event) => event.documents.length >= 2).length).toBeGreaterThanOrEqual(12);
});

test.each(events)("$id names its documents and is coded in PLOVER's words", (event) => {
  for (const path of [...event.documents, ...event.background]) expect(paths).toContain(path);
  expect(event.documents.length + event.background.length).toBeGreaterThan(0);
  for (const type of [event.type, ...event.any]) expect(EventType.options).toContain(type);
  expect(event.date).toMatch(/^\d{4}(-\d\d(-\d\d(\/\d{4}-\d\d-\d\d)?)?)?$/);
  expect(event.description).not.toBe("");
});

test("a document that reports an event between states has their pair among its dyads", () => {
  for (const { path, meta } of documents) {
    expect(meta.dyads, path).toEqual(meta.dyads.map((dyad) => dyad.split("-").sort().join("-")));
    for (const { id, dyad, documents: told } of events) {
      if (!told.includes(path) || dyad.some((pair) => pair.includes("NATO"))) continue;
      expect(
        dyad.some((pair) => meta.dyads.includes(pair)),
        `${id} in ${path}`,
      ).toBe(true);
    }
  }
});

test("no event is reported before it happens, a day's difference of time zones aside", () => {
  const publishedOf = new Map(documents.map(({ path, meta }) => [path, meta.published]));
  const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  for (const { id, date, documents: told } of events) {
    for (const path of told) {
      expect((publishedOf.get(path) ?? "") >= dayBefore(date.slice(0, 10)), `${id} in ${path}`).toBe(true);
    }
  }
});

test("event ids are unique, and the README names every document that the list passes over", () => {
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const listed = new Set(events.flatMap((event) => [...event.documents, ...event.background]));
  const eventless = documents.filter(({ path, meta }) => meta.language === "en" && !listed.has(path));
  const said = readFileSync("docs/samples.md", "utf8").matchAll(/^- `(\d{4}\/[\w-]+\.md)`/gm);
  expect(eventless.map(({ path }) => path).sort()).toEqual([...said].map(([, path]) => path).sort());
});

test("the counts in the README are those of the archive", () => {
  const readme = readFileSync("docs/samples.md", "utf8");
  const several = events.filter((event) => event.documents.length >= 2).length;
  const counts = [documents.length, about("CHN-RUS").length, events.length, several];
  expect(readme).toContain(
    `${counts[0]} documents, ${counts[1]} of them on China and Russia; ${counts[2]} events, ${counts[3]} of them with two or more reports`,
  );
});
