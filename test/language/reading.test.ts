import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analysisConllu, createAnalyser, loadModel } from "../../src/language/index.ts";

/** Sentences of our own in the manner of the press: a dateline, titles, ages, money, quotations, a headline, a list. */
const TEXT = `MINISTERS SIGN BORDER PACT

MOSCOW (AP) — Foreign Minister Anna Petrova, 54, won't travel to the U.S. next week, the Kremlin said on Monday.
“We agreed on $1.5 billion in aid,” Gen. Li told reporters. “The rest depends on them.”
Both sides opposed new sanctions, according to a joint statement; three ships were seized by border guards at 9 a.m.`;

describe.each(["default", "small"])("the %s model", (name) => {
  const analyser = createAnalyser(loadModel(readFileSync(`model/${name}.entente`)));

  test("reads the press as the snapshot has it", async () => {
    await expect(analysisConllu(analyser.analyse(TEXT))).toMatchFileSnapshot(`snapshots/press-${name}.conllu`);
  });

  test("says which model it is", () => {
    expect(analyser.model.version).toMatch(new RegExp(`^${name}-[0-9a-f]{8}$`));
    expect(analyser.model.facts).toMatchObject({ language: "en", licence: "CC-BY-SA-4.0" });
  });
});
