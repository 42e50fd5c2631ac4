import fc from "fast-check";
import { expect, test } from "vitest";
import { type BriefFacts, unsupported, writeBrief } from "../../src/brief/index.ts";
import type { Statement } from "../../src/schema/index.ts";
import { EXERCISE, factsOf, KING, measuresOf, STATEMENT, STEWARD, type Told } from "./world.ts";

const CALL: Told = {
  id: "call",
  text: "Elessar Telcontar and Arvedui Fíriel spoke by telephone for 40 minutes about the two roads.",
  words: "spoke by telephone",
  incident: { type: "CONSULT", mode: "phone", domain: "diplomatic" },
};
const facts: BriefFacts = factsOf({
  told: [EXERCISE, CALL],
  sayings: [STATEMENT],
  persons: { call: [KING, STEWARD] },
  exposure: [{ month: "2020-12", documents: 3 }],
  changes: { measures: measuresOf({ verdict: { verdict: "strengthened", probability: 0.98 } }) },
});
const context = { words: ["Arnor", "Gondor", "Arnorian", "Gondorian"], adjectiveOf: facts.adjectiveOf };
const statements = writeBrief(facts).sections.flatMap((section) => section.statements);

/** A sentence with one of its words changed, for each name and number in it. */
function seeded(statement: Statement): Statement[] {
  const { sentence } = statement;
  const swap = (from: number, to: number, word: string): Statement => ({
    ...statement,
    sentence: sentence.slice(0, from) + word + sentence.slice(to),
  });
  const names = [
    ...sentence.matchAll(/(?:Arnor|Gondor|Elessar|Arvedui|Fíriel|Telcontar|Belfalas|Herald|Shadow)\p{L}*/gu),
  ];
  const numbers = [...sentence.matchAll(/\d+|\b(?:two|three|four)\b/gu)];
  return [
    ...names.map(({ index, 0: word }) => swap(index, index + word.length, "Mordor")),
    ...numbers.map(({ index, 0: word }) => swap(index, index + word.length, /\d/.test(word) ? "87" : "eleven")),
  ];
}

test("no sentence of ours claims what it does not cite", () => {
  expect(statements.flatMap((statement) => unsupported(statement, context))).toEqual([]);
});

test("every wrong name and number that is put into a sentence is found", () => {
  const wrong = statements.flatMap(seeded);
  expect(wrong.length).toBeGreaterThan(50);
  expect(
    wrong.filter((statement) => unsupported(statement, context).length === 0).map(({ sentence }) => sentence),
  ).toEqual([]);
});

test("a word changed inside of a quotation is found", () => {
  const quoting = statements.filter(({ sentence }) => sentence.includes("“We stand"));
  expect(quoting.length).toBeGreaterThan(0);
  for (const statement of quoting) {
    const wrong = { ...statement, sentence: statement.sentence.replace("stand", "fall") };
    expect(unsupported(wrong, context)).toHaveLength(1);
  }
});

test("any invented name or number at the end of a sentence is found", () => {
  const base = statements.find(({ id }) => id === "incident.exercise") as Statement;
  const name = fc.stringMatching(/^[A-Z][a-z]{4,9}$/).filter((word) => !/^(Arnor|Gondor)/.test(word));
  const number = fc.integer({ min: 100, max: 1700 }).map(String);
  fc.assert(
    fc.property(fc.oneof(name, number), (claim) => {
      const sentence = base.sentence.replace(/\.$/, ` near ${claim}.`);
      expect(unsupported({ ...base, sentence }, context)).toContain(claim);
    }),
  );
});
