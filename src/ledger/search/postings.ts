import type { Document } from "../../schema/index.ts";
import type { Row } from "../store/database.ts";
import { termKey, termsOf } from "./terms.ts";

/** The text that search sees: the headline and the text. */
const searchedText = ({ title = "", text }: Document): string => `${title}\n${text}`;

/** Rows of a document: how often each term stands in it. */
export function postingRows(document: Document, seq: number): Row[] {
  const counts = new Map<number, number>();
  for (const { term } of termsOf(searchedText(document))) {
    const key = termKey(term);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]): Row => [key, seq, Math.min(count, 255)]);
}

/** How many terms a document has. */
export const lengthOf = (document: Document): number => termsOf(searchedText(document)).length;
