import { describe, expect, test } from "vitest";
import {
  buildKnowledge,
  type Codebook,
  cameoBook,
  codebookOf,
  importPetrarchVerbs,
  joinTables,
} from "../../src/knowledge/index.ts";
import { parsePhrase, phraseSize } from "../../src/knowledge/rules-phrase.ts";
import { EntenteError } from "../../src/schema/index.ts";
import { WORLD } from "../support/world.ts";

const DICTIONARY = `<!-- verbs of our own,
over two lines -->
BLESS astray
&TIDE_ # a set
+FLOOD
+SPRING_TIDE
+&MOONS
&MOONS
+NEW MOON

--- BLESS [051] ---  # a header
BLESS # the verb
HALLOWED {HALLOWS} [050]
+SING_UP [060]
WIRE_+TAP [1711]
- * WITH_&TIDE [075] # inside
- NEVER * [120]
- % * [050:050]
- + WAS * TO ^ BY $ [042:043]
- * HARBOUR [:173]
- * LANTERN [---]
- * STATEMENT [012]
- * MOON [999]
- * &NOWHERE [051]
- * BROKEN [###]
- NO STAR HERE [051]
- * LANTERN [075]

--- RACE [---] ---
RACE
- * (WITH {RED BOAT}) [040]
`;

const CAMEO = cameoBook({
  "cameo.tsv": "type\tmode\tcontext\tcameo\tsource\nCOERCE\tarrest\t\t173\tours\nCONSULT\tvisit\t\t042\tours\n",
});
const options = { name: "verbs.txt", codebook: CAMEO, cameo: true, first: true };

describe("importPetrarchVerbs", () => {
  const imported = importPetrarchVerbs(DICTIONARY, options);

  test("turns a dictionary into rules that an analyst can read, and names what it leaves out", async () => {
    const left = imported.leftOut.map(({ line, reason, written }) => `${line}: ${reason}: ${written}`);
    const printed = `${imported.yaml}\n== left out\n${left.join("\n")}\n`;
    await expect(printed).toMatchFileSnapshot("snapshots/petrarch-verbs.txt");
  });

  test("gives rules that load beside the project's own and go before them", () => {
    const own =
      "- name: bless\n  pattern: bless > tide\n  type: ACCUSE\n  yes: Ost blessed it.\n  no: Nobody did it.\n";
    const files = joinTables({ ...WORLD, "rules/own.yaml": own }, { "rules/theirs.yaml": imported.yaml });
    const rows = buildKnowledge(files).eventRules.events.verb.get("bless") ?? [];
    expect(rows.at(-1)?.name).toBe("bless");
    expect(rows.length).toBeGreaterThan(5);
  });

  test("gives rules that stand behind the more specific ones of the project where nobody asks otherwise", () => {
    const later = importPetrarchVerbs("--- BLESS [051] ---\nBLESS\n", { ...options, first: false });
    const own =
      "- name: bless\n  pattern: bless > tide\n  type: ACCUSE\n  yes: Ost blessed it.\n  no: Nobody did it.\n";
    const files = joinTables({ ...WORLD, "rules/own.yaml": own }, { "rules/theirs.yaml": later.yaml });
    expect(buildKnowledge(files).eventRules.events.verb.get("bless")?.[0].name).toBe("bless");
  });
});

describe("codebooks", () => {
  test.each<[string, ReturnType<Codebook>]>([
    ["173", { type: "COERCE", mode: "arrest" }],
    ["1734", { type: "COERCE", mode: "arrest" }],
    ["1711", { type: "COERCE" }],
    ["012", "none"],
    ["999", undefined],
    ["abc", undefined],
  ])("CAMEO's has %s", (code, meaning) => {
    expect(CAMEO(code)).toEqual(meaning);
  });

  test("one of the user's own is read from a table", () => {
    const book = codebookOf("weis.tsv", "code\ttype\tmode\n02\t-\t\n03\tCONSULT\tvisit\n");
    expect([book("025"), book("032"), book("11")]).toEqual(["none", { type: "CONSULT", mode: "visit" }, undefined]);
  });

  test.each([
    ["a type that is none", "code\ttype\tmode\n02\tLOVE\t\n"],
    ["a mode of another type", "code\ttype\tmode\n02\tAID\tvisit\n"],
    ["a code twice", "code\ttype\tmode\n02\tAID\t\n02\tAID\t\n"],
  ])("refuses %s", (_, text) => {
    expect(() => codebookOf("weis.tsv", text)).toThrow(EntenteError);
  });
});

describe("parsePhrase", () => {
  test("counts the words and places on either side", () => {
    const phrase = parsePhrase("said (will|would)_not *left $ (yen|gold_florin)_old");
    if (typeof phrase === "string") throw new Error(phrase);
    expect(phraseSize(phrase)).toBe(6);
    expect(phrase.form).toBe("left");
    expect(phrase.before.map(({ adjacent }) => adjacent)).toEqual([false, true, false]);
    expect(phrase.after.map(({ adjacent }) => adjacent)).toEqual([false, false, true]);
  });
  test.each(["no star", "two * and *", "* (open", "* what?[", "* (|)"])('refuses "%s"', (text) => {
    expect(parsePhrase(text)).toBeTypeOf("string");
  });
});
