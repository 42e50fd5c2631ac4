import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayInWords } from "../../src/brief/grammar/dates.ts";
import { LocalDesk } from "../../src/desk/index.ts";

/** More incidents of one domain than a brief tells, each with a document of its own. */
const DOCUMENTS = 90;

let folder: string;
let desk: LocalDesk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-many-"));
  desk = await LocalDesk.open(folder);
  for (let at = 0; at < DOCUMENTS; at += 1) {
    const date = new Date(Date.UTC(2012, 0, 1 + 30 * at));
    const day = date.toISOString().slice(0, 10);
    const text = `China criticised Russia on ${dayInWords(day)} over the price of cargo number ${at * 37 + 11}. The ministry gave no details of it.`;
    await desk.add({ kind: "text", text, published: day, publisher: `Outlet ${at}`, title: `Cargo ${at}` });
  }
}, 120_000);

afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

test("a brief over more incidents than it tells resolves every piece of evidence, and counts the rest", async () => {
  const brief = await desk.brief({ a: "CHN", b: "RUS" });
  const statements = brief.sections.flatMap((section) => section.statements);
  expect(statements.some(({ id }) => id.startsWith("left."))).toBe(true);
  for (const { evidence } of statements) {
    for (const { source, span, words } of evidence) {
      const { document } = await desk.document(source.document);
      expect(document.text.slice(...span)).toBe(words);
    }
  }
});
