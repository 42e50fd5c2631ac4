import type { Analysis, Upos } from "../../src/schema/index.ts";

/** form, UPOS, head (1-based in its sentence, 0 for the root), relation, and optionally lemma and features. */
export type Row = readonly [
  form: string,
  upos: Upos,
  head: number,
  relation: string,
  lemma?: string,
  features?: string,
];

const NO_SPACE_BEFORE = /^([.,;:!?%)\]”’]|'s|’s|n't|n’t)$/;
const NO_SPACE_AFTER = /^[([“‘$]$/;

/** Joins forms as they would be printed, and says where each stands. */
function layOut(forms: readonly string[]): { text: string; starts: number[] } {
  let text = "";
  const starts = forms.map((form, index) => {
    const previous = forms[index - 1];
    if (text && !NO_SPACE_BEFORE.test(form) && !NO_SPACE_AFTER.test(previous ?? "")) text += " ";
    const start = text.length;
    text += form;
    return start;
  });
  return { text, starts };
}

/** An analysis written by hand: one array of rows a sentence. Lets a stage be tested without a model. */
export function analysisOf(...sentences: readonly (readonly Row[])[]): Analysis {
  const rows = sentences.flat();
  const { text, starts } = layOut(rows.map(([form]) => form));
  const sentence: number[] = [];
  const head: number[] = [];
  const sentenceStart = [0];
  for (const [index, tokens] of sentences.entries()) {
    const base = sentenceStart[index];
    for (const row of tokens) {
      sentence.push(index);
      head.push(row[2] === 0 ? -1 : base + row[2] - 1);
    }
    sentenceStart.push(base + tokens.length);
  }
  return {
    text,
    start: Int32Array.from(starts),
    end: Int32Array.from(starts, (start, index) => start + rows[index][0].length),
    joined: new Uint8Array(rows.length),
    sentence: Int32Array.from(sentence),
    sentenceStart: Int32Array.from(sentenceStart),
    lemma: rows.map(([form, upos, , , lemma]) => lemma ?? (upos === "PROPN" ? form : form.toLowerCase())),
    upos: rows.map(([, upos]) => upos),
    xpos: rows.map(() => "_"),
    features: rows.map((row) => row[5] ?? "_"),
    head: Int32Array.from(head),
    relation: rows.map((row) => row[3]),
    notes: [],
  };
}
