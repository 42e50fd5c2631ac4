import { describe, expect, test } from "vitest";
import * as figures from "../../src/figures/index.ts";
import { depthOf } from "../../src/measures/index.ts";
import { readable, serverDocument } from "./dom.ts";
import * as examples from "./examples.ts";

interface Figure {
  readonly name: string;
  readonly draw: (options: figures.FigureOptions) => SVGElement;
  readonly text: string;
  readonly table: figures.FigureTable;
  /** Marks that a click opens something from. */
  readonly clickable: string;
}

/** One figure with its example. */
function figure<T>(
  name: string,
  data: T,
  draw: (data: T, options: figures.FigureOptions) => SVGElement,
  text: (data: T) => string,
  table: (data: T) => figures.FigureTable,
  clickable: string,
): Figure {
  return { name, draw: (options) => draw(data, options), text: text(data), table: table(data), clickable };
}

const { indexFigure, indexText, indexTable, depthFigure, depthText, depthTable } = figures;
const { calendarFigure, calendarText, calendarTable, mapFigure, mapText, mapTable } = figures;
const { thirdStateFigure, thirdStateText, thirdStateTable, readoutsFigure, readoutsText, readoutsTable } = figures;
const { blocsFigure, blocsText, blocsTable, similarityFigure, similarityText, similarityTable } = figures;

const ALL: readonly Figure[] = [
  figure("index", examples.indexExample(), indexFigure, indexText, indexTable, "[data-incident]"),
  figure("depth", examples.depthExample(), depthFigure, depthText, depthTable, "[data-rung][data-incident]"),
  figure(
    "calendar",
    examples.calendarExample(),
    calendarFigure,
    calendarText,
    calendarTable,
    "[data-day][data-incident]",
  ),
  figure("map", examples.mapExample(), mapFigure, mapText, mapTable, "[data-place][data-incident]"),
  figure(
    "third-state",
    examples.thirdStateExample(),
    thirdStateFigure,
    thirdStateText,
    thirdStateTable,
    "[data-period]",
  ),
  figure("readouts", examples.readoutsExample(), readoutsFigure, readoutsText, readoutsTable, "[data-statement]"),
  figure("blocs", examples.blocsExample(), blocsFigure, blocsText, blocsTable, "[data-state]"),
  figure("similarity", examples.similarityExample(), similarityFigure, similarityText, similarityTable, "title"),
];
const options = (width: number, scheme: "page" | "print" = "page"): figures.FigureOptions => ({
  document: serverDocument(),
  width,
  scheme,
});

describe.each(ALL)("$name figure", ({ name, draw, text, table, clickable }) => {
  test.each([360, 1200])("looks as it did at %i px", async (width) => {
    await expect(readable(figures.svgText(draw(options(width))))).toMatchFileSnapshot(`snapshots/${name}-${width}.svg`);
  });

  test("its words and its table read as they did", async () => {
    const cells = table.rows.map((row) =>
      row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(3)) : cell)),
    );
    const lines = [text, "", table.caption, "", table.columns.join("\t"), ...cells.map((row) => row.join("\t")), ""];
    await expect(lines.join("\n")).toMatchFileSnapshot(`snapshots/${name}.txt`);
  });

  test("has title and description, is no wider than told, and has marks to open", () => {
    const drawn = draw(options(360));
    expect(drawn.querySelector("title")?.textContent).toMatch(/^[A-Z]/);
    expect(drawn.querySelector("desc")?.textContent).toBe(text);
    for (const part of drawn.querySelectorAll("svg"))
      expect(Number(part.getAttribute("width"))).toBeLessThanOrEqual(360);
    expect(drawn.querySelectorAll(clickable).length).toBeGreaterThan(1);
  });

  test("for print no colour is a variable and no style sheet is needed", () => {
    const printed = figures.svgText(draw(options(700, "print")));
    expect(printed).not.toMatch(/var\(|<style/);
    expect(printed).not.toMatch(/NaN|undefined/);
  });

  test("the table has a cell for each column in every row", () => {
    expect(table.rows.length).toBeGreaterThan(1);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});

test("without data each figure says that there is none", () => {
  const told = (drawn: SVGElement): string => drawn.querySelector("svg")?.textContent ?? "";
  const at = options(360);
  const index = { ...examples.indexExample(), points: [] };
  const thirdState = examples.thirdStateExample();
  const comparison = { shared: [], onlyFirst: [], onlySecond: [], tone: {} };
  expect(told(indexFigure(index, at))).toBe("No value");
  expect(indexText(index)).toContain("no value");
  expect(told(calendarFigure({ ...examples.calendarExample(), incidents: [] }, at))).toMatch(/^No incidents/);
  expect(told(mapFigure({ ...examples.mapExample(), incidents: [] }, at))).toMatch(/^No incidents/);
  expect(told(thirdStateFigure({ ...thirdState, state: { ...thirdState.state, points: [] } }, at))).toMatch(
    /^No period/,
  );
  expect(told(readoutsFigure({ ...examples.readoutsExample(), comparison }, at))).toBe("No statements");
  expect(told(similarityFigure({ ...examples.similarityExample(), series: [] }, at))).toBe("No value");
});

test("depth without cooperation draws empty fields and says none", () => {
  const data = { ...examples.depthExample(), depth: depthOf([], { dyad: ["AAA", "BBB"], asOf: "2020-12-31" }) };
  const drawn = depthFigure(data, options(360));
  expect(drawn.querySelectorAll("[data-rung]")).toHaveLength(36);
  expect(depthText(data)).toContain("as of 2020-12-31: none.");
  expect(depthTable(data).rows).toEqual([]);
});
