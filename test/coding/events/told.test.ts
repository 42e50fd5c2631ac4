import { describe, expect, test } from "vitest";
import { candidateAt } from "../../../src/coding/events/candidate.ts";
import { groundOf } from "../../../src/coding/events/ground.ts";
import { pronounsOf, toldBy } from "../../../src/coding/events/pairs/told.ts";
import { markedSpans } from "../../../training/coder/marked.ts";
import { documentOf, shippedReader } from "../../../training/coder/shipped.ts";

const reader = shippedReader();
const { told, rows } = reader.knowledge.eventRules;
const own = told.rows.filter((row) => !rows.includes(row));

/** The rows that give a candidate where the marked two are told. */
function rowsIn(marked: string): string[] {
  const { text, source, target } = markedSpans(marked);
  const sight = { document: documentOf("told", text), analysis: reader.analyse(text), knowledge: reader.knowledge };
  const pair = source && target && toldBy(sight, { actor: source, recipient: target });
  if (!pair?.recipient) throw new Error(`no pair is marked in ${marked}`);
  const given = [pair.actor, pair.recipient];
  const ground = groundOf(sight, [...given, ...pronounsOf(sight, pair.actor, given)], told);
  return Array.from(sight.analysis.start, (_, token) => candidateAt(ground, token)?.row.name ?? "");
}

describe("the rows for told pairs", () => {
  test("fire in the sentences that show them", () => {
    expect(own.filter(({ name, yes }) => !rowsIn(yes).includes(name)).map(({ name }) => name)).toEqual([]);
  });
  test("don't fire in the sentences that they must not fire in", () => {
    expect(own.filter(({ name, no }) => rowsIn(no).includes(name)).map(({ name }) => name)).toEqual([]);
  });
  test("are no rows for reading", () => {
    expect(rows.filter(({ name }) => name.startsWith("told-"))).toEqual([]);
    expect(own.length).toBeGreaterThan(200);
  });
});
