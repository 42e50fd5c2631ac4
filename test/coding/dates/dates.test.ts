import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesOf, governingDate } from "../../../src/coding/dates/index.ts";
import type { Analysis, Upos } from "../../../src/schema/index.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

const PUBLISHED = "2021-01-10"; // a Sunday

const sightOf = (analysis: Analysis, published: string | undefined = PUBLISHED) => ({
  analysis,
  document: { id: "d", language: "en", text: analysis.text, ...(published && { published }) },
});

const MONTH =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|Dec\.|Monday|Friday|Sunday|Tuesday)$/;
const tagOf = (word: string): Upos =>
  MONTH.test(word) ? "PROPN" : /^\d/.test(word) ? "NUM" : /^\W$/.test(word) ? "PUNCT" : "NOUN";

/** "They met" and the words of a date, all hung on the verb. */
function met(words: string, verb = "met"): Analysis {
  const tokens = words.split(" ");
  const rows: Row[] = [
    ["They", "PRON", 2, "nsubj"],
    [verb, "VERB", 0, "root", verb === "met" ? "meet" : verb],
    ...tokens.map(
      (word): Row => [
        word,
        ["on", "in", "since", "by", "from", "between"].includes(word) ? "ADP" : tagOf(word),
        2,
        "obl",
      ],
    ),
    [".", "PUNCT", 2, "punct"],
  ];
  return analysisOf(rows);
}

const found = (analysis: Analysis, published?: string) =>
  datesOf(sightOf(analysis, published)).map(
    ({ span, date }) => `${analysis.text.slice(...span)}: ${date!.from}..${date!.to}`,
  );

describe("dates in words", () => {
  it.each([
    ["on 28 December", "28 December: 2020-12-28..2020-12-28"],
    ["on December 28 , 2019", "December 28, 2019: 2019-12-28..2019-12-28"],
    ["on Dec. 28", "Dec. 28: 2020-12-28..2020-12-28"],
    ["by Jan. 12", "Jan. 12: 2021-01-10..2021-01-12"],
    ["on 5 January", "5 January: 2021-01-05..2021-01-05"],
    ["on 2020-11-03", "2020-11-03: 2020-11-03..2020-11-03"],
    ["on 28/12/2020", "28/12/2020: 2020-12-28..2020-12-28"],
    ["from 3 May to 5 June 2018", "3 May to 5 June 2018: 2018-05-03..2018-06-05"],
    ["in late December", "late December: 2020-12-22..2020-12-31"],
    ["in mid - December", "mid - December: 2020-12-11..2020-12-21"],
    ["in mid-2019", "mid-2019: 2019-05-03..2019-08-31"],
    ["in December 2018", "December 2018: 2018-12-01..2018-12-31"],
    ["in May", "May: 2020-05-01..2020-05-31"],
    ["in 2019", "2019: 2019-01-01..2019-12-31"],
    ["between 2014 and 2016", "2014 and 2016: 2014-01-01..2016-12-31"],
    ["since 2014", "2014: 2014-01-01..2021-01-10"],
    ["in the 1990s", "1990s: 1990-01-01..1999-12-31"],
    ["on Monday", "Monday: 2021-01-04..2021-01-04"],
    ["on Sunday", "Sunday: 2021-01-10..2021-01-10"],
    ["last Sunday", "last Sunday: 2021-01-03..2021-01-03"],
    ["earlier this year", "earlier this year: 2021-01-01..2021-01-10"],
    ["earlier in the month", "earlier in the month: 2021-01-01..2021-01-10"],
    ["this month", "this month: 2021-01-01..2021-01-10"],
    ["last week", "last week: 2020-12-28..2021-01-03"],
    ["last month", "last month: 2020-12-01..2020-12-31"],
    ["last December", "last December: 2020-12-01..2020-12-31"],
    ["late last year", "late last year: 2020-09-01..2020-12-31"],
    ["at the end of 2019", "end of 2019: 2019-09-01..2019-12-31"],
    ["by the end of the year", "end of the year: 2021-01-10..2021-12-31"],
    ["in the first week of May", "first week of May: 2020-05-01..2020-05-10"],
    ["over the past decade", "past decade: 2011-01-10..2021-01-10"],
    ["over the last two weeks", "last two weeks: 2020-12-27..2021-01-10"],
    ["three days ago", "three days ago: 2021-01-07..2021-01-07"],
    ["two years ago", "two years ago: 2019-01-01..2019-12-31"],
    ["a few days ago", "a few days ago: 2021-01-05..2021-01-08"],
    ["in the third quarter of 2020", "third quarter of 2020: 2020-07-01..2020-09-30"],
    ["in the first half of last year", "first half of last year: 2020-01-01..2020-06-30"],
    ["in the summer of 2018", "summer of 2018: 2018-06-01..2018-08-31"],
    ["yesterday", "yesterday: 2021-01-09..2021-01-09"],
    ["over the weekend", "weekend: 2021-01-09..2021-01-10"],
  ])("%s", (words, expected) => {
    expect(found(met(words))).toEqual([expected]);
  });

  it.each(["with 2000 soldiers", "in a March", "over 03/04/2020", "the second time", "in the end", "for two years"])(
    "finds no date in: %s",
    (words) => {
      expect(found(met(words))).toEqual([]);
    },
  );

  it("reads an anchored date against the one named before", () => {
    expect(found(met("on 3 May 2019 , and two days later"))).toEqual([
      "3 May 2019: 2019-05-03..2019-05-03",
      "two days later: 2019-05-05..2019-05-05",
    ]);
    expect(found(met("on 3 May 2019 , and later that month"))[1]).toBe("later that month: 2019-05-04..2019-05-31");
    expect(found(met("two days later"))).toEqual([]);
  });

  it.each([
    ["on 3 May 2019 , and days later", "days later: 2019-05-05..2019-05-09"],
    ["on 3 May 2019 , and a month later", "a month later: 2019-06-01..2019-06-30"],
    ["on 3 May 2019 , and the same day", "same day: 2019-05-03..2019-05-03"],
    ["on 3 May 2019 , and the day before", "the day before: 2019-05-02..2019-05-02"],
    ["in July 2019 , and on that occasion", "that occasion: 2019-07-01..2019-07-31"],
    ["in 2019 , and two weeks before", "two weeks before: 2020-12-24..2020-12-30"],
    ["on 3 May 2019 , and less than a week earlier", "a week earlier: 2019-04-26..2019-05-02"],
    ["on 3 May 2019 , and later in the year", "later in the year: 2019-05-04..2019-12-31"],
    ["on 3 May 2019 , and half a year later", "half a year later: 2019-11-01..2019-11-30"],
  ])("%s: from the date named before", (words, expected) => {
    expect(found(met(words))[1]).toBe(expected);
  });

  it.each([
    ["less than a week earlier", "a week earlier: 2021-01-03..2021-01-09"],
    ["weeks ago", "weeks ago: 2020-12-03..2020-12-30"],
    ["on the eve of Tuesday", "eve of Tuesday: 2021-01-04..2021-01-04"],
    ["last December", "last December: 2020-12-01..2020-12-31"],
    ["this past Friday", "past Friday: 2021-01-08..2021-01-08"],
    ["this past week", "past week: 2021-01-03..2021-01-10"],
    ["in the last three weeks of 2020", "last three weeks of 2020: 2020-12-11..2020-12-31"],
    ["in the first two months of 2020", "first two months of 2020: 2020-01-01..2020-02-29"],
  ])("%s: from the dateline where no date stands before", (words, expected) => {
    expect(found(met(words))).toEqual([expected]);
  });

  it.each(["for the first time since 2019", "in Zapad - 2021"])("%s dates nothing", (words) => {
    expect(found(met(words.replace("Zapad - 2021", "Zapad-2021")))).toEqual([]);
  });

  it("counts from no date that was named far above, nor back from one that lies ahead", () => {
    const far = analysisOf(
      [
        ["In", "ADP", 3, "case"],
        ["May", "PROPN", 3, "compound"],
        ["2018", "NUM", 0, "root"],
      ],
      ...[1, 2, 3].map((): Row[] => [
        ["They", "PRON", 2, "nsubj"],
        ["spoke", "VERB", 0, "root", "speak"],
      ]),
      [
        ["A", "DET", 2, "det"],
        ["week", "NOUN", 3, "obl"],
        ["earlier", "ADV", 0, "root"],
      ],
    );
    expect(found(far)[1]).toBe("A week earlier: 2020-12-31..2021-01-06");
    const ahead = analysisOf(
      [
        ["In", "ADP", 3, "case"],
        ["May", "PROPN", 3, "compound"],
        ["2022", "NUM", 0, "root"],
      ],
      [
        ["A", "DET", 2, "det"],
        ["week", "NOUN", 3, "obl"],
        ["earlier", "ADV", 0, "root"],
      ],
    );
    expect(found(ahead)[1]).toBe("A week earlier: 2020-12-31..2021-01-06");
  });

  it("takes nothing that needs a dateline where there is none", () => {
    const relative = ["on Monday", "last week", "in May", "on 28 December", "yesterday", "two years ago"];
    for (const words of relative)
      expect(datesOf({ ...sightOf(met(words)), document: { id: "d", language: "en", text: "" } })).toEqual([]);
    expect(found(met("in 2019"), "")).toEqual(["2019: 2019-01-01..2019-12-31"]);
  });

  it("looks ahead where the verb does", () => {
    const will = analysisOf([
      ["They", "PRON", 3, "nsubj"],
      ["will", "AUX", 3, "aux"],
      ["meet", "VERB", 0, "root"],
      ["on", "ADP", 5, "case"],
      ["Tuesday", "PROPN", 3, "obl"],
      [".", "PUNCT", 3, "punct"],
    ]);
    expect(found(will)).toEqual(["Tuesday: 2021-01-12..2021-01-12"]);
  });

  it.each([
    [
      "plans to sign",
      ["They", "PRON", 2, "nsubj"],
      ["plan", "VERB", 0, "root"],
      ["to", "PART", 4, "mark"],
      ["sign", "VERB", 2, "xcomp"],
      "2021-01-12",
    ],
    [
      "went on to sign",
      ["They", "PRON", 2, "nsubj"],
      ["went", "VERB", 0, "root", "go"],
      ["to", "PART", 4, "mark"],
      ["sign", "VERB", 2, "xcomp"],
      "2021-01-05",
    ],
  ] as const)("tells what is planned from what was done: %s", (_, ...rest) => {
    const rows = rest.slice(0, -1) as unknown as Row[];
    const analysis = analysisOf([...rows, ["on", "ADP", 6, "case"], ["Tuesday", "PROPN", 4, "obl"]]);
    expect(found(analysis)).toEqual([`Tuesday: ${rest.at(-1)}..${rest.at(-1)}`]);
  });

  it("takes no day from the name of a paper", () => {
    const paper = analysisOf([
      ["Japan", "PROPN", 2, "compound"],
      ["Today", "PROPN", 3, "nsubj"],
      ["reported", "VERB", 0, "root", "report"],
    ]);
    expect(found(paper)).toEqual([]);
  });

  it("leaves May the person alone", () => {
    const name = analysisOf([
      ["Theresa", "PROPN", 3, "nsubj"],
      ["May", "PROPN", 1, "flat"],
      ["resigned", "VERB", 0, "root", "resign"],
    ]);
    expect(found(name)).toEqual([]);
  });
});

describe("the date of a clause", () => {
  const sentence = analysisOf([
    ["On", "ADP", 2, "case"],
    ["Monday", "PROPN", 4, "obl"],
    ["they", "PRON", 4, "nsubj"],
    ["met", "VERB", 0, "root", "meet"],
    ["and", "CCONJ", 6, "cc"],
    ["signed", "VERB", 4, "conj", "sign"],
    ["a", "DET", 8, "det"],
    ["pact", "NOUN", 6, "obj"],
    ["that", "PRON", 10, "nsubj"],
    ["lapsed", "VERB", 8, "acl:relcl", "lapse"],
    ["in", "ADP", 12, "case"],
    ["2019", "NUM", 10, "obl"],
    [".", "PUNCT", 4, "punct"],
  ]);
  const sight = sightOf(sentence);
  const dates = datesOf(sight);

  it("is its own oblique, shared by conjuncts, and never that of a clause below", () => {
    const at = (predicate: number) => governingDate(sight, dates, predicate)?.date?.from;
    expect([at(3), at(5), at(9)]).toEqual(["2021-01-04", "2021-01-04", "2019-01-01"]);
  });
});

describe("any words", () => {
  const vocabulary = fc.constantFrom(
    ..."on in the 28 December late 2019 - Monday , last week two years ago later this that year first quarter of to and mid 1990s".split(
      " ",
    ),
  );
  it("give dates in order, inside the text, from before to", () => {
    fc.assert(
      fc.property(fc.array(vocabulary, { minLength: 1, maxLength: 14 }), (words) => {
        const analysis = met(words.join(" "));
        let behind = 0;
        for (const { span, tokens, head, date } of datesOf(sightOf(analysis))) {
          expect(span[0]).toBeGreaterThanOrEqual(behind);
          expect(span[1]).toBeLessThanOrEqual(analysis.text.length);
          expect(head >= tokens[0] && head < tokens[1]).toBe(true);
          expect(date!.from <= date!.to).toBe(true);
          behind = span[1];
        }
      }),
    );
  });
});
