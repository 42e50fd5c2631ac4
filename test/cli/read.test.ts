import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import errorSchema from "../../docs/schema/read-line-error.json" with { type: "json" };
import readingSchema from "../../docs/schema/reading.json" with { type: "json" };
import { emptyFolder, entente, outcomeOf, start } from "./command.ts";

const TEXT = "Russian and Chinese bombers flew a joint patrol over the Sea of Japan on Tuesday.";
const ajv = new Ajv2020({ strict: true, strictTuples: false });
const isReading = ajv.compile(readingSchema);
const isError = ajv.compile(errorSchema);
const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const parsed = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text));

describe("entente read", () => {
  test("prints the reports of a file with the words they rest on", async () => {
    const file = join(await emptyFolder(), "patrol.txt");
    await writeFile(file, TEXT);
    const { code, stdout } = await entente(["read", file, "--published", "2020-12-23"]);
    expect(code).toBe(0);
    expect(stdout).toContain("COOPERATE");
    expect(stdout).toContain("flew a joint patrol");
  });

  test("--json prints a reading that fits the published schema", async () => {
    const { code, stdout } = await entente(["read", "--json", "--published", "2020-12-23"], TEXT);
    expect(code).toBe(0);
    const reading = JSON.parse(stdout);
    expect(isReading(reading), ajv.errorsText(isReading.errors)).toBe(true);
    expect(reading.reports.length).toBeGreaterThan(0);
  });

  test("what can't be read is listed, the rest is done, and the exit code says so", async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, "a.txt"), TEXT);
    await writeFile(join(folder, "b.txt"), "");
    await writeFile(join(folder, "c.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    await writeFile(join(folder, "d.txt"), Buffer.from("Beijing said \xff\xfe no.", "latin1"));
    const { code, stdout, stderr } = await entente(["read", folder, "--json"]);
    expect(code).toBe(1);
    expect(parsed(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/b\.txt holds no text/);
    expect(stderr).toMatch(/c\.txt is not text/);
    expect(stderr).toMatch(/d\.txt is not valid UTF-8/);
  });

  test.each([
    ["a missing file", ["read", "no-such-file.txt"], 1, /There is no file or folder at no-such-file\.txt/],
    ["a date that is none", ["read", "--published", "yesterday"], 2, /--published yesterday is no day/],
    ["a day that no month has", ["read", "--published", "2021-02-31"], 2, /--published 2021-02-31 is no day/],
    ["an unknown option", ["read", "--colour"], 2, /unknown option/],
    ["an address that is none", ["read", "http://"], 1, /is no web address/],
  ])("%s", async (_name, args, code, words) => {
    const outcome = await entente(args);
    expect(outcome.stderr).toMatch(words);
    expect(outcome.code).toBe(code);
  });
});

describe("entente read --ndjson", () => {
  test("answers each line in order and with its id; a line it can't use gives an error in its place", async () => {
    const input = [
      line({ id: "a", text: TEXT, published: "2020-12-23" }),
      '{"id":"b","text":\n',
      line({ id: "c", text: "x", html: "y" }),
      line({ id: "d", text: "Два президента обсудили по телефону сотрудничество двух стран.", language: "ru" }),
      line({ id: "e", html: `<article><p>${TEXT}</p><p>${TEXT}</p></article>`, published: "2020-12-23" }),
      line({ id: "f", text: TEXT, pairs: [{ actor: [0, 7], recipient: [0, 9999] }] }),
    ].join("");
    const { code, stdout } = await entente(["read", "--ndjson"], input);
    const answers = parsed(stdout);
    expect(answers.map((answer) => answer.id ?? answer.line)).toEqual(["a", 2, "c", "d", "e", "f"]);
    expect(answers.map((answer) => answer.error?.code)).toEqual([
      undefined,
      "line.json",
      "line.shape",
      undefined,
      undefined,
      "line.shape",
    ]);
    for (const answer of answers) {
      const fits = answer.error ? isError : isReading;
      expect(fits(answer), ajv.errorsText(fits.errors)).toBe(true);
    }
    expect(answers[3].notes[0].code).toBe("language.notcoded");
    expect(code).toBe(1);
  });

  test("pairs that were pointed out are answered one for one", async () => {
    const text = "China condemned Japan over the visit.";
    const input = line({ id: "p", text, pairs: [{ actor: [0, 5], recipient: [16, 21] }] });
    const { code, stdout } = await entente(["read", "--ndjson"], input);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).pairs).toMatchObject([{ type: "ACCUSE", quad: 3 }]);
  });

  test("an answer comes before the next line is given", async () => {
    const child = start("read", "--ndjson");
    child.stdin.write(line({ id: "first", text: TEXT }));
    const answer = await new Promise((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
    expect(answer).toContain('"id":"first"');
    const outcome = outcomeOf(child);
    child.stdin.end(line({ id: "second", text: TEXT }));
    expect((await outcome).stdout).toContain('"id":"second"');
  });

  test("a line of 20 MB is refused and the next one is read", async () => {
    const input = `{"id":"big","text":"${"a ".repeat(10_000_000)}"}\n${line({ id: "next", text: TEXT })}`;
    const { stdout } = await entente(["read", "--ndjson"], input);
    const [first, second] = parsed(stdout);
    expect(first.error.code).toBe("input.toolarge");
    expect(second.id).toBe("next");
  });

  test("when the reader of the output goes away it stops with 141", async () => {
    const child = start("read", "--ndjson");
    child.stdin.on("error", () => undefined);
    const outcome = new Promise((resolve) => child.once("exit", resolve));
    child.stdin.write(line({ id: "first", text: TEXT }));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdout.destroy();
    for (let index = 0; index < 200; index++) child.stdin.write(line({ id: `${index}`, text: TEXT }));
    child.stdin.end();
    expect(await outcome).toBe(141);
  });
});
