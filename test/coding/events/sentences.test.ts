import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../../src/coding/index.ts";
import { anyRows } from "../../../src/knowledge/rules-yaml.ts";
import { documentOf, modelPath, shippedReader } from "../../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("test/coding/events/sentences.test.ts: skipped, there is no model in model/");

interface Shown {
  readonly name: string;
  readonly yes: string;
  readonly no: string;
  /** Of a row that finds no event: why; no report shows that it fired. */
  readonly drop?: string;
}

const FOLDER = join(import.meta.dirname, "../../../knowledge/rules");
const rowsOf = (file: string): Shown[] =>
  anyRows(file, readFileSync(join(FOLDER, file), "utf8")).map(({ value }) => value as Shown);

let loaded: Reader | undefined;

function rulesIn(sentence: string): string[] {
  loaded ??= shippedReader();
  return read(documentOf("d1", sentence, "2024-03-04"), loaded).reports.map(({ rule }) => rule);
}

describe.skipIf(noModel).each(["sanction.yaml", "coerce.yaml", "accuse.yaml"])("the rows of %s", (file) => {
  const rows = rowsOf(file);
  test("are read", () => {
    expect(rows.length).toBeGreaterThan(50);
  });
  test("fire in the sentences that show them", () => {
    expect(rows.filter(({ name, yes, drop }) => !drop && !rulesIn(yes).includes(name)).map(({ name }) => name)).toEqual(
      [],
    );
  });
  test("don't fire in the sentences that they must not fire in", () => {
    expect(rows.filter(({ name, no }) => rulesIn(no).includes(name)).map(({ name }) => name)).toEqual([]);
  });
});
