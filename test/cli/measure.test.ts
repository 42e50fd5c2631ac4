import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { measuresCsv } from "../../src/cli/measure-csv.ts";
import { measuresText, PARTS } from "../../src/cli/measure-text.ts";
import { csvText, signed, textTable } from "../../src/cli/table.ts";
import { MEASURE_FIGURES, measureFigure } from "../../src/desk/index.ts";
import { FakeDesk } from "../support/fake-desk.ts";
import { emptyFolder, entente } from "./command.ts";

const DOCUMENTS = join(import.meta.dirname, "..", "desk", "documents");
const QUERY = { a: "CHN", b: "RUS" };

async function measured() {
  const desk = new FakeDesk();
  const measures = await desk.measure(QUERY);
  const { incidents } = await desk.relation(QUERY);
  return { measures, incidents: new Map(incidents.map((incident) => [incident.id, incident])) };
}

describe("what entente measure prints", () => {
  test("the measures in words and tables", async () => {
    await expect(measuresText(await measured())).toMatchFileSnapshot("snapshots/measures.txt");
  });

  test.each(PARTS)("the part %s by itself, as text and as CSV", async (part) => {
    const all = await measured();
    const text = `${measuresText(all, part)}\n== CSV\n${measuresCsv(all.measures, part)}`;
    await expect(text).toMatchFileSnapshot(`snapshots/measures-${part}.txt`);
  });

  test("a share is printed without a sign, its asymmetry with one", async () => {
    const all = await measured();
    const point = { period: "2020-Q1", incidents: 2, families: 4, observed: 1, level: 0.9 };
    const index = {
      points: [{ ...point, band50: [0.8, 0.95] as [number, number], band90: [0.7, 1] as [number, number] }],
    };
    const measures = {
      ...all.measures,
      kind: "cooperation share" as const,
      index: [index],
      directed: [{ ...index, from: "CHN", to: "RUS" }],
      asymmetry: { points: [{ period: "2020-Q1", difference: 0.1, band90: [-0.2, 0.3] as [number, number] }] },
    };
    expect(measuresText({ ...all, measures }, "index")).toMatch(
      /2020-Q1 .* 1\.00 +0\.90 +0\.80 to 0\.95 +0\.70 to 1\.00/,
    );
    expect(measuresText({ ...all, measures }, "directed")).toMatch(/2020-Q1 +\+0\.10 +−0\.20 to \+0\.30/);
  });

  test("rows of CSV are as wide as their head", async () => {
    const { measures } = await measured();
    for (const part of PARTS) {
      const [head, ...rows] = measuresCsv(measures, part).trimEnd().split("\n");
      for (const row of rows) expect(row.split(",")).toHaveLength(head.split(",").length);
    }
  });

  test.each(MEASURE_FIGURES)("the figure %s is a file of its own, with its words", async (figure) => {
    const svg = await measureFigure(new FakeDesk(), QUERY, { figure });
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toMatch(/<title>China and Russia/);
    expect(svg).not.toMatch(/NaN|undefined|var\(--/);
  });

  test("a domain and a third state can be chosen for a figure; an unknown one is refused", async () => {
    const desk = new FakeDesk();
    expect(await measureFigure(desk, QUERY, { figure: "index", domain: "military" })).toMatch(/, military/);
    expect(await measureFigure(desk, QUERY, { figure: "third", third: "Japan" })).toMatch(/Japan/);
    await expect(measureFigure(desk, QUERY, { figure: "third", third: "GBR" })).rejects.toMatchObject({
      code: "usage",
    });
  });
});

test("cells with commas, quotation marks and line breaks are quoted; absent ones are empty; minus signs are real", () => {
  expect(
    csvText(
      ["a", "b"],
      [
        ['x, "y"', undefined],
        ["two\nlines", 0],
      ],
    ),
  ).toBe('a,b\n"x, ""y""",\n"two\nlines",0\n');
  expect([signed(-0.04), signed(-0.05, 2), signed(3)]).toEqual(["+0.0", "−0.05", "+3.0"]);
  expect(textTable(["name", "n"], [["long name", "1"]])).toBe("  name       n\n  long name  1");
});

describe("entente measure", () => {
  test("prints text, CSV, one part as JSON, and a figure", async () => {
    const data = join(await emptyFolder(), "data");
    await entente(["add", DOCUMENTS, "--data", data]);
    const asked = ["measure", "CHN", "RUS", "--from", "2020-12-01", "--to", "2020-12-31", "--data", data];
    const text = await entente(asked);
    expect(text.stdout).toMatch(/^China and Russia, 2020-12-01 to 2020-12-31\n/);
    expect(text.stdout).toMatch(/Verdict: not enough evidence/);
    const csv = await entente([...asked, "--csv", "--only", "exposure"]);
    expect(csv.stdout).toMatch(/^period,documents,families,naming_both,outlet,outlet_families\n2020-12,2,2,2,/);
    const json = JSON.parse((await entente([...asked, "--json", "--only", "depth"])).stdout);
    expect(Object.keys(json).sort()).toEqual(["depth", "dyad", "leftOut", "length", "names", "period", "rule"]);
    expect((await entente([...asked, "--figure", "depth"])).stdout).toMatch(/^<svg .*<\/svg>\n$/s);
  });

  test.each([
    ["an unknown rule", ["--rule", "mine"], /there is no counting rule "mine"; the rules are: default, /],
    ["an unknown part", ["--only", "love"], /Allowed choices are verdict, index/],
    ["a width no figure has", ["--width", "3"], /Give 360 to 4000/],
    ["half a period to hold against", ["--against", "2019"], /2019-01-01\.\.2019-12-31/],
    [
      "a period to hold against that comes after",
      ["--from", "2020-01-01", "--against", "2020-06-01..2020-06-30"],
      /can't be used/,
    ],
  ])("%s is refused", async (_, args, words) => {
    const data = await emptyFolder();
    const outcome = await entente(["measure", "CHN", "RUS", "--data", data, ...args]);
    expect(outcome.stderr).toMatch(words);
    expect(outcome.code).toBe(2);
  });
});
