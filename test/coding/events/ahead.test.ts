import { expect, test } from "vitest";
import { datesOf } from "../../../src/coding/dates/index.ts";
import { reportsOf } from "../../../src/coding/events/index.ts";
import { reportLine, worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

/** The reports of one sentence told on 5 June 2024. */
function lines(...rows: Row[]): string[] {
  const analysis = analysisOf(rows);
  const sight = worldSight(analysis);
  const dated = { ...sight, document: { ...sight.document, published: "2024-06-05" } };
  return reportsOf(dated, [...worldMentions(analysis), ...datesOf(dated)]).map(reportLine);
}

const talks = (verb: Row, ...date: Row[]): Row[] => [
  ["Ost", "PROPN", 2, "nsubj"],
  verb,
  ["talks", "NOUN", 2, "obj", "talk"],
  ["with", "ADP", 5, "case"],
  ["West", "PROPN", 3, "nmod"],
  ...date,
  [".", "PUNCT", 2, "punct"],
];
const onDay = (day: string): Row[] => [
  ["on", "ADP", 7, "case"],
  ["June", "PROPN", 3, "nmod"],
  [day, "NUM", 7, "nummod"],
];

test("talks whose own date lies behind the day of publication are planned", () => {
  const has: Row = ["has", "VERB", 0, "root", "have"];
  expect(lines(...talks(has, ...onDay("12")))).toEqual(["AGREE planned OST+WES >  {talks}"]);
});

test("talks whose own date lies before it happened", () => {
  const held: Row = ["held", "VERB", 0, "root", "hold"];
  expect(lines(...talks(held, ...onDay("3")))).toEqual(["CONSULT happened OST+WES >  {talks}"]);
});
