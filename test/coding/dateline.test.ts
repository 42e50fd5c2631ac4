import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datelinesOf, withoutDatelines } from "../../src/coding/dateline.ts";

describe("datelines", () => {
  test.each([
    "OSTBERG (Reuters) - ",
    "OSTBERG/WESTBERG (AP) — ",
    "OSTBERG -- ",
    "OSTBERG, July 23. /TASS/. ",
    "OSTBERG, Dec. 2 (Xinhua) -- ",
    "OSTBERG. Oct 22 (Interfax) - ",
    "New Ostberg, Oct 22 (PTI) ",
    "OSTBERG: ",
    "OSTBERG, Ostia: ",
    "New Ostberg, Oct 22 : ",
    "OSTBERG, May 22 (APP): ",
    "OSTBERG, (UrduPoint / Pakistan Point News - 3rd May, 2021 ) :",
    "Ostberg, May 3 (UrduPoint / Pakistan Point News - 3rd May, 2021 ) :",
  ])("%j is cut from the news behind it", (line) => {
    const text = `${line}Ost and West held talks.`;
    expect(datelinesOf(text)).toEqual([[0, line.length]]);
    expect(withoutDatelines(text)).toBe(`${line.slice(0, -2)}\n\nOst and West held talks.`);
  });
  test.each([
    "Ost and West - both of them - held talks.",
    "NATO held talks.",
    "OST AND WEST HELD TALKS.",
    "USA: no.",
    "BREAKING: Ost held talks.",
    "Ostia: Talks were held.",
  ])("%j has none", (text) => {
    expect(withoutDatelines(text)).toBe(text);
  });
  test("no offset moves", () => {
    const lengths: [number, number][] = [];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("A", "b", " ", "-", "\n", ".", "/", "(", ")", "1") }), (text) => {
        lengths.push([withoutDatelines(text).length, text.length]);
      }),
    );
    expect(lengths.filter(([broken, whole]) => broken !== whole)).toEqual([]);
  });
});
