import { describe, expect, test } from "vitest";
import { readConllu } from "../../src/language/index.ts";
import { drawPress, putDayFirst, writeHeadline } from "../../training/data/press.ts";
import { Random } from "../../training/network/random.ts";

const sentence = (rows: string) => {
  const lines = rows
    .trim()
    .split("\n")
    .map((row, place) => {
      const [form, lemma, upos, head, relation] = row.trim().split(/\s+/);
      return [place + 1, form, lemma, upos, "X", "_", head, relation, "_", "_"].join("\t");
    });
  const [read] = readConllu(`${lines.join("\n")}\n\n`);
  return read;
};

const pact = sentence(`
  The     the     DET   2  det
  envoys  envoy   NOUN  9  nsubj
  of      of      ADP   4  case
  Norway  Norway  PROPN 2  nmod
  and     and     CCONJ 6  cc
  Chile   Chile   PROPN 4  conj
  will    will    AUX   9  aux
  be      be      AUX   9  aux
  signing sign    VERB  0  root
  a       a       DET   11 det
  pact    pact    NOUN  9  obj
  on      on      ADP   14 case
  May     May     PROPN 14 nmod:unmarked
  3       3       NUM   9  obl
  ,       ,       PUNCT 16 punct
  2021    2021    NUM   14 nmod:unmarked
  .       .       PUNCT 9  punct`);

const shown = (words: readonly { form: string; head: number; relation: string }[]): string =>
  words.map(({ form, head, relation }) => `${form}/${relation}<${words[head - 1]?.form ?? "ROOT"}`).join(" ");

describe("writing as the press does", () => {
  test("a date is turned day first, its tree kept and its comma dropped", () => {
    const forms = putDayFirst(pact.words).map(({ form }) => form);
    expect(forms.join(" ")).toBe("The envoys of Norway and Chile will be signing a pact on 3 May 2021 .");
    expect(shown(putDayFirst(pact.words))).toContain("3/obl<signing May/nmod:unmarked<3 2021/nmod:unmarked<3");
  });

  test("a headline has no articles, no helping be, no full stop, and commas and to where it may", () => {
    expect(shown(writeHeadline(pact.words))).toBe(
      "Envoys/nsubj<signing of/case<Norway Norway/nmod<Envoys ,/punct<Chile Chile/conj<Norway to/mark<signing " +
        "signing/root<ROOT pact/obj<signing on/case<3 May/nmod:unmarked<3 3/obl<signing ,/punct<2021 2021/nmod:unmarked<3",
    );
  });

  test("an and that closes a list with commas stays", () => {
    const list = sentence(`
      Peru   Peru  PROPN 6 nsubj
      ,      ,     PUNCT 3 punct
      Chile  Chile PROPN 1 conj
      and    and   CCONJ 5 cc
      Norway Norway PROPN 1 conj
      agree  agree VERB  0 root`);
    const withTwo = { ...list.words[1], head: 5 };
    const words = list.words.map((word, place) => (place === 1 ? withTwo : word));
    expect(shown(writeHeadline(words))).toContain("and/cc<Norway");
  });

  test("most sentences stay as they are, and none loses its one root", () => {
    const random = new Random(7);
    const draws = Array.from({ length: 400 }, () => drawPress({ ...pact, words: pact.words.slice(0, 11) }, random));
    const changed = draws.filter(({ words }) => words.length !== 11);
    expect(changed.length).toBeGreaterThan(10);
    expect(changed.length).toBeLessThan(60);
    for (const { words } of draws) expect(words.filter(({ head }) => head === 0)).toHaveLength(1);
  });
});
