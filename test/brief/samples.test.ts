import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { briefMarkdown } from "../../src/brief/index.ts";
import { LocalDesk } from "../../src/desk/index.ts";
import type { Brief } from "../../src/schema/index.ts";

const ROOT = join(import.meta.dirname, "../..");
const ARTICLE = join(ROOT, "../shared/seeds/article.txt");

let folder: string;
const desks: LocalDesk[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-brief-"));
});

afterAll(async () => {
  for (const desk of desks) await desk.close();
  await rm(folder, { recursive: true, force: true });
});

async function openDesk(name: string): Promise<LocalDesk> {
  const desk = await LocalDesk.open(join(folder, name));
  desks.push(desk);
  return desk;
}

const sentencesOf = ({ sections }: Brief): string[] =>
  sections.flatMap(({ statements }) => statements.map(({ sentence }) => sentence));

test("the brief of China and Russia in 2020 over the samples reads as written", async () => {
  const desk = await openDesk("samples");
  await desk.add({ kind: "path", path: join(ROOT, "samples") });
  const brief = await desk.brief({ a: "CHN", b: "RUS", from: "2020-01-01", to: "2020-12-31" });
  await expect(briefMarkdown(brief)).toMatchFileSnapshot("snapshots/china-russia-2020.md");
});

test("every dyad of the samples can be told, in the year of its last incident", async () => {
  const [desk] = desks;
  const states = new Set((await desk.states()).map(({ code }) => code));
  const { dyads } = await desk.overview();
  const told = dyads.filter(({ dyad, last }) => last !== undefined && dyad.every((code) => states.has(code)));
  expect(told.length).toBeGreaterThan(20);
  for (const { dyad, last } of told) {
    const year = last?.slice(0, 4);
    const query = { a: dyad[0], b: dyad[1], from: `${year}-01-01`, to: `${year}-12-31` };
    const brief = await desk.brief(query);
    const sentences = sentencesOf(brief);
    const ids = brief.sections.flatMap(({ statements }) => statements.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.filter((sentence) => /undefined|null|NaN|\[object|\{|\}| {2}/.test(sentence))).toEqual([]);
  }
});

test.skipIf(!existsSync(ARTICLE))("the article alone makes a brief of its own words", async () => {
  const desk = await openDesk("article");
  await desk.add({ kind: "text", text: await readFile(ARTICLE, "utf8"), published: "2021-01-04" });
  const brief = await desk.brief({ a: "CHN", b: "RUS" });
  expect(brief.sources).toHaveLength(1);
  expect(sentencesOf(brief).some((sentence) => sentence.includes("telephone") || sentence.includes("phone"))).toBe(
    true,
  );
});
