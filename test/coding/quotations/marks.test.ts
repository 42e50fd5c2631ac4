import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quotedOf } from "../../../src/coding/quotations/marks.ts";

const stretches = (text: string): string[] =>
  quotedOf(text).map(
    ({ span, parent, closed }) =>
      `${parent < 0 ? "" : `in ${parent}: `}${text.slice(...span)}${closed ? "" : " (never closed)"}`,
  );

describe("stretches between quotation marks", () => {
  it.each([
    ["curly and straight marks", 'He said “yes” and "no".', ["“yes”", '"no"']],
    ["doubled single marks", "''Yes,'' he said, ``no''.", ["''Yes,''", "``no''"]],
    ["angle marks", "Il dit «oui».", ["«oui»"]],
    ["low marks", "„Ja“, he said, „nein”.", ["„Ja“", "„nein”"]],
    ["marks within marks", "“A ‘b’ c,” he said.", ["“A ‘b’ c,”", "in 0: ‘b’"]],
    ["the same marks within marks", "“He said “no” to me.”", ["“He said “no” to me.”", "in 0: “no”"]],
    ["British single marks", "'I'm here,' he said, 'in the states' hall.'", ["'I'm here,'", "'in the states' hall.'"]],
    ["a possessive within single marks", "‘The states’ own hall,’ she said.", ["‘The states’ own hall,’"]],
    ["apostrophes", "It’s the ’90s, the states’ era, rock ’n’ roll, and ‘em.", []],
    ["a quotation over paragraphs", "“One.\n\n“Two.\n\n“Three,” he said.", ["“One.\n\n“Two.\n\n“Three,”"]],
    ["straight marks over paragraphs", '"One.\n\n"Two," he said. "Three."', ['"One.\n\n"Two,"', '"Three."']],
    ["a paragraph that only closes", "He said: “One.\n\nTwo.” It ended.", ["“One.\n\nTwo.”"]],
    ["a mark never closed", "He said “one.\n\nNext “two” came.", ["“one. (never closed)", "“two”"]],
    ["a mark forgotten before the next", "“A went. B said “fine” to it.", ["“A went. (never closed)", "“fine”"]],
    ["a closing mark alone", "One” two.", []],
    ["nested marks that close together", "“She said ‘go.’”", ["“She said ‘go.’”", "in 0: ‘go.’"]],
  ])("%s", (_, text, expected) => {
    expect(stretches(text)).toEqual(expected);
  });

  it("stand inside the text and inside their parents, in order, whatever the text", () => {
    const piece = fc.constantFrom(
      "“",
      "”",
      "‘",
      "’",
      '"',
      "'",
      "''",
      "«",
      "»",
      " ",
      ". ",
      ", ",
      "\n\n",
      "word",
      "s",
      "A",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const quoted = quotedOf(text);
        for (const [index, { span, parent }] of quoted.entries()) {
          expect(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true);
          expect(parent).toBeLessThan(index);
          if (index > 0) expect(span[0]).toBeGreaterThanOrEqual(quoted[index - 1].span[0]);
          if (parent >= 0) expect(quoted[parent].span[0] <= span[0] && span[1] <= quoted[parent].span[1]).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never cross each other", () => {
    const piece = fc.constantFrom("“", "”", "‘", "’", '"', " ", ". ", "\n\n", "word");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const quoted = quotedOf(pieces.join(""));
        for (const a of quoted)
          for (const b of quoted)
            expect(a.span[0] < b.span[0] && b.span[0] < a.span[1] && a.span[1] < b.span[1]).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
