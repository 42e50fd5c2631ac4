import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { readConllu } from "../../src/language/index.ts";
import { AnalysisJson } from "../../src/schema/index.ts";

const parse = (input: string | Buffer, ...args: string[]) =>
  spawnSync(process.execPath, ["bin/entente.js", "parse", "--model", "small", ...args], { input, encoding: "utf8" });

describe("entente parse", () => {
  test("prints standard input as CoNLL-U", () => {
    const { stdout, status } = parse("The envoys didn't agree. They left.");
    expect(status).toBe(0);
    const sentences = [...readConllu(stdout)];
    expect(sentences.map(({ words }) => words.map(({ form }) => form).join(" "))).toEqual([
      "The envoys did n't agree .",
      "They left .",
    ]);
    expect(stdout).toContain("3-4\tdidn't\t_");
  });

  test("prints an analysis as JSON", () => {
    const { stdout } = parse("They left.", "--json");
    expect(AnalysisJson.parse(JSON.parse(stdout)).upos).toEqual(["PRON", "VERB", "PUNCT"]);
  });

  test("keeps given words, sentences and comments, and fills the other columns", () => {
    const rows = ["# sent_id = a", "1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_", "1\tcan", "2\tnot", "3\tstay-here", "", ""];
    const input = rows.map((row) => (/^\d\t\S+$/.test(row) ? `${row}\t_\t_\t_\t_\t_\t_\t_\t_` : row)).join("\n");
    const { stdout, status } = parse(input, "--gold-tokens");
    expect(status).toBe(0);
    const [{ words, comments }] = [...readConllu(stdout)];
    expect(comments).toContain("sent_id = a");
    expect(words.map(({ form, upos }) => `${form} ${upos === "_" ? "empty" : "filled"}`)).toEqual([
      "can filled",
      "not filled",
      "stay-here filled",
    ]);
  });

  test("refuses what is no CoNLL-U, by line", () => {
    const { stderr, status } = parse("Plain text.\n", "--gold-tokens");
    expect(status).toBe(3);
    expect(stderr).toContain("Line 1 of standard input is no CoNLL-U");
  });

  test("refuses a missing file, bytes that are no UTF-8, and an unknown model", () => {
    expect(parse("", "no-such-file.txt")).toMatchObject({ status: 3 });
    expect(parse(Buffer.of(0xff, 0xfe, 0x80)).stderr).toContain("is not valid UTF-8");
    expect(parse("x", "--model", "huge")).toMatchObject({ status: 6 });
  });
});
