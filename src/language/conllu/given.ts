import type { GivenTokens } from "../analyser.ts";
import type { ConlluSentence } from "./read.ts";

/** The words of CoNLL-U sentences as running text: a line a sentence, spaces as the file has them. */
export function givenOf(sentences: readonly ConlluSentence[]): GivenTokens {
  const start: number[] = [];
  const end: number[] = [];
  const joined: number[] = [];
  const sentenceStart: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const append = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  for (const { words } of sentences) {
    sentenceStart.push(start.length);
    for (const word of words) {
      start.push(length);
      append(word.form);
      end.push(length);
      joined.push(word.joined ? 1 : 0);
      if (word.spaceAfter) append(" ");
    }
    append("\n");
  }
  return { text: parts.join(""), start, end, joined, sentenceStart };
}
