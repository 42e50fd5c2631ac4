import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresOf, standingOf } from "../../eval/audit/run.ts";
import { DRAWS, documentsOf } from "../../eval/audit/sample.ts";
import { keptVerdicts, parseVerdicts } from "../../eval/audit/verdicts.ts";

const HEAD = "draw\tround\tdocument\tevidence\ttype\tactors\trecipients\tverdict\tkind\tnote";
const line = (verdict: string, kind = "-"): string =>
  `audit\t1\td1\t0-20\tAID\tOST.GOV\tWES.GOV\t${verdict}\t${kind}\ta word on it`;

describe("the audit by eye", () => {
  test("counts what was read, what is right, and what nobody has read", () => {
    const verdicts = parseVerdicts([HEAD, line("right")].join("\n"));
    const reports = [{ key: "d1\t0-20\tAID\tOST.GOV\tWES.GOV" }, { key: "d1\t0-20\tAID\tOST.GOV\t-" }];
    expect(standingOf(reports, verdicts)).toEqual({ read: 1, right: 1, unread: 1 });
  });

  test("gives no share where nothing was read", () => {
    expect(figuresOf("audit", { read: 0, right: 0, unread: 3 }).map(({ value }) => value)).toEqual([3]);
  });

  test("refuses a verdict that it can't read, by its line", () => {
    expect(() => parseVerdicts([HEAD, line("right"), line("perhaps")].join("\n"))).toThrow("line 3");
    expect(() => parseVerdicts([HEAD, line("wrong", "spelling")].join("\n"))).toThrow("line 2");
    expect(() => parseVerdicts("draw\tround")).toThrow("its columns are");
  });

  test("keeps as many verdicts as lines", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("right", "wrong")), (words) => {
        expect(parseVerdicts([HEAD, ...words.map((word) => line(word))].join("\n"))).toHaveLength(words.length);
      }),
    );
  });

  test("keeps 150 verdicts for each draw of the first round", () => {
    for (const { name } of DRAWS)
      expect(keptVerdicts().filter(({ draw, round }) => draw === name && round === "1")).toHaveLength(150);
  });

  test("draws development and audit from different documents", ({ skip }) => {
    const [development, audit] = DRAWS.map(documentsOf);
    if (!development || !audit) return skip("the development data is absent");
    const ids = new Set(development.map(({ id }) => id));
    expect(audit.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(audit.length).toBeGreaterThan(50);
  });
});
