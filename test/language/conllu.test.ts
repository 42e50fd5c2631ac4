import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analysisConllu, ConlluError, givenOf, readConllu } from "../../src/language/index.ts";
import { tokenText } from "../../src/schema/index.ts";
import { analysisOf } from "../support/trees.ts";

const FILE = `# sent_id = 1
# text = They don't agree.
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_
4\tagree\tagree\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
4.1\tagree\tagree\tVERB\tVB\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
`;

const refusal = (text: string): ConlluError => {
  try {
    for (const _ of readConllu(text));
  } catch (thrown) {
    if (thrown instanceof ConlluError) return thrown;
    throw thrown;
  }
  throw new Error("it was read");
};

describe("reading CoNLL-U", () => {
  const [sentence] = [...readConllu(FILE)];

  test("takes words with their columns, and leaves empty nodes out", () => {
    expect(sentence.words.map(({ form, head, relation }) => `${form} ${head} ${relation}`)).toEqual([
      "They 4 nsubj",
      "do 4 aux",
      "n't 4 advmod",
      "agree 0 root",
      ". 4 punct",
    ]);
    expect(sentence.comments).toEqual(["sent_id = 1", "text = They don't agree."]);
  });

  test("knows which words are joined and what has a space behind it", () => {
    expect(sentence.words.map(({ joined }) => joined)).toEqual([false, false, true, false, false]);
    expect(sentence.words.map(({ spaceAfter }) => spaceAfter)).toEqual([true, false, true, false, true]);
  });

  test.each([
    ["too few fields", "1\tx\n", 1, "fields"],
    ["a wrong number", FILE.replace("5\t.", "7\t."), 9, '"7" where 5 is due'],
    ["a head that is no number", FILE.replace("0\troot", "x\troot"), 7, 'head is "x"'],
  ])("refuses %s", (_, text, line, detail) => {
    expect(refusal(text).line).toBe(line);
    expect(refusal(text).message).toContain(detail);
  });

  test("given tokens are slices of the text that they make", () => {
    const given = givenOf([sentence, sentence]);
    expect(given.text).toBe("They don't agree. \nThey don't agree. \n");
    expect(given.start.map((from, k) => given.text.slice(from, given.end[k])).join(" ")).toBe(
      "They do n't agree . They do n't agree .",
    );
    expect(given.sentenceStart).toEqual([0, 5]);
  });
});

describe("writing CoNLL-U", () => {
  const analysis = analysisOf(
    [
      ["They", "PRON", 4, "nsubj"],
      ["do", "AUX", 4, "aux"],
      ["n't", "PART", 4, "advmod", "not"],
      ["agree", "VERB", 0, "root"],
      [".", "PUNCT", 4, "punct"],
    ],
    [
      ["Talks", "NOUN", 2, "nsubj"],
      ["fail", "VERB", 0, "root"],
    ],
  );
  const joined = { ...analysis, joined: Uint8Array.of(0, 0, 1, 0, 0, 0, 0) };

  test("matches the snapshot", async () => {
    await expect(analysisConllu(joined)).toMatchFileSnapshot("snapshots/written.conllu");
  });

  test("what is written is read again", () => {
    const sentences = [...readConllu(analysisConllu(joined))];
    expect(sentences.flatMap(({ words }) => words.map(({ form }) => form))).toEqual(
      Array.from(joined.start, (_, token) => tokenText(joined, token)),
    );
    expect(sentences[0].words.map(({ head }) => head)).toEqual([4, 4, 4, 0, 4]);
    expect(sentences[0].words.map((word) => word.joined)).toEqual([false, false, true, false, false]);
  });
});

test("reading stops at no text without an error of CoNLL-U's own", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        for (const sentence of readConllu(text)) expect(sentence.words.length).toBeGreaterThan(0);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ConlluError);
      }
    }),
  );
  expect([...readConllu("")]).toEqual([]);
});
