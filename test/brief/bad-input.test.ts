import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  applyEdits,
  briefMarkdown,
  briefText,
  citationText,
  evidenceList,
  FORMATS,
  writeBrief,
} from "../../src/brief/index.ts";
import { LocalDesk } from "../../src/desk/index.ts";
import { EvidenceList } from "../../src/schema/index.ts";
import { createServer } from "../../src/server/index.ts";
import { HOSTILE, hostileBrief } from "./outputs.ts";
import { EXERCISE, factsOf } from "./world.ts";

const ENDINGS = ["", ...FORMATS.map((format) => `.${format}`), ".evidence.json", ".mail.html", ".citations.json"];

let folder: string;
let desk: LocalDesk;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-bad-"));
  desk = await LocalDesk.open(folder);
  await desk.add({ kind: "path", path: join(import.meta.dirname, "..", "desk", "documents") });
  server = createServer(desk, { requestsPerMinute: 100_000 });
});

afterAll(async () => {
  await server.close();
  await desk.close();
  await rm(folder, { recursive: true });
});

const answer = async (path: string) => {
  const { statusCode, body } = await server.inject(`/api/relations/${path}`);
  return [statusCode, statusCode === 200 ? "" : JSON.parse(body).code];
};

describe.each(ENDINGS)("a brief%s", (ending) => {
  test.each([
    ["of an unknown state", `CHN-XYZ/brief${ending}`, 404, "state.unknown"],
    ["of one state with itself", `CHN-CHN/brief${ending}`, 400, "dyad.same"],
    ["of two of whom nothing is known", `BRA-FIN/brief${ending}`, 404, "brief.nodata"],
    [
      "of a period that ends before it begins",
      `CHN-RUS/brief${ending}?from=2021-01-01&to=2020-01-01`,
      400,
      "period.invalid",
    ],
    ["of a day that is none", `CHN-RUS/brief${ending}?from=2020-13-45`, 400, "period.invalid"],
    ["of a version that was not kept", `CHN-RUS/brief${ending}?edits=main&version=9`, 404, "version.unknown"],
  ])("%s is refused by name", async (_what, path, status, code) => {
    expect(await answer(path)).toEqual([status, code]);
  });

  test("of a period without data says so and is written all the same", async () => {
    expect(await answer(`CHN-RUS/brief${ending}?from=1999-01-01&to=1999-12-31`)).toEqual([200, ""]);
  });
});

test("a period without data is told as not known, not as quiet", async () => {
  const { sections } = await desk.brief({ a: "CHN", b: "RUS", from: "1999-01-01", to: "1999-12-31" });
  const words = sections.flatMap(({ statements }) => statements.map(({ sentence }) => sentence)).join("\n");
  expect(words).toContain("the ledger holds no incident between China and Russia");
  expect(words).toContain("does not mean that nothing happened");
});

test("a statement whose document is gone stops the build with its sentence", () => {
  const gone = { ...factsOf({ told: [EXERCISE] }), slice: () => "" };
  expect(() => writeBrief(gone)).toThrow(/^The evidence of ".+" does not resolve in document d-exercise\./);
});

test("an analyst's source whose document is gone stops the build with the sentence", () => {
  const facts = factsOf({ told: [EXERCISE] });
  const brief = writeBrief(facts);
  const [evidence] = brief.sections.flatMap(({ statements }) => statements).flatMap((statement) => statement.evidence);
  const edit = {
    kind: "add",
    section: "bottom-line",
    statement: "own.1",
    sentence: "Mine.",
    evidence: [evidence],
  } as const;
  expect(() =>
    applyEdits(
      brief,
      { schema: "entente.brief-edits/1", edits: [{ ...edit, evidence: [...edit.evidence] }] },
      () => "",
    ),
  ).toThrow(/^The evidence of "Mine\." does not resolve/);
});

describe("hostile words", () => {
  test.each(HOSTILE)("are text in Markdown: %j", (words) => {
    const markdown = briefMarkdown(hostileBrief(words));
    expect(markdown).not.toMatch(/<(?!https:)[a-z!/]/i);
    expect(markdown).not.toMatch(/\]\(javascript/i);
    expect(markdown.split("\n").filter((line) => /^Bcc:/.test(line))).toEqual([]);
  });

  test.each(HOSTILE)("stay in their line of the text part: %j", (words) => {
    const [first, , second] = briefText(hostileBrief(words)).split("\n");
    const line = words.replace(/\s+/g, " ").trim();
    expect([first, second]).toEqual([line.toUpperCase(), line]);
  });

  test.each(HOSTILE)("are kept exactly in the evidence list, without a link that is none: %j", (words) => {
    const list = EvidenceList.parse(JSON.parse(JSON.stringify(evidenceList(hostileBrief(words)))));
    const item = list.evidence.find(({ document }) => document === "d-hostile");
    expect(item).toMatchObject({ outlet: words, title: words, words });
    expect(item?.url).toBeUndefined();
  });

  test.each(HOSTILE)("make no link of a citation that is copied: %j", (words) => {
    expect(citationText(hostileBrief(words).sources.at(-1)!)).not.toMatch(/javascript:/);
  });
});

test("the evidence list says of each sentence what it rests on, each piece once with its hash", async () => {
  const brief = await desk.brief({ a: "CHN", b: "RUS", from: "2020-12-01", to: "2020-12-31" });
  const list = evidenceList(brief);
  expect(list.statements.map(({ id }) => id)).toEqual(
    brief.sections.flatMap(({ statements }) => statements.map(({ id }) => id)),
  );
  expect(new Set(list.evidence.map(({ number }) => number)).size).toBe(list.evidence.length);
  expect(list.evidence.length).toBeGreaterThan(1);
  for (const { document, span, words, original, sha256 } of list.evidence) {
    expect((await desk.document(document)).document.text.slice(...span)).toBe(words);
    expect(original).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  }
});
