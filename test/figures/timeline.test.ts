import { describe, expect, test } from "vitest";
import { svgText, type TimelineData, timelineFigure, timelineTable, timelineText } from "../../src/figures/index.ts";
import { readable, serverDocument } from "./dom.ts";

const data: TimelineData = {
  names: ["Arnor", "Gondor"],
  months: [
    { month: "2020-07", domain: "military", incidents: 1, net: -4, ids: ["c"] },
    { month: "2020-12", domain: "diplomatic", incidents: 1, net: 0, ids: ["d"] },
    { month: "2020-12", domain: "military", incidents: 2, net: 2, ids: ["a", "b"] },
  ],
  incidents: [
    { id: "a", score: 5, type: "COOPERATE" },
    { id: "b", score: -3, type: "ACCUSE" },
    { id: "c", score: -4, type: "THREATEN" },
    { id: "d", score: 0, type: "REQUEST" },
  ],
};
const options = (width: number) => ({ document: serverDocument(), width });
const draw = (what: TimelineData, width = 360) => timelineFigure(what, options(width));

describe.each([360, 1200])("timeline at %i px", (width) => {
  test("looks as it did", async () => {
    await expect(readable(svgText(draw(data, width)))).toMatchFileSnapshot(`snapshots/timeline-${width}.svg`);
  });

  test("stays inside its width", () => {
    const figure = draw(data, width);
    for (const part of figure.querySelectorAll("svg")) expect(Number(part.getAttribute("width"))).toBe(width);
  });
});

test("every incident is one mark that says which incident and month it is", () => {
  const marks = [...draw(data).querySelectorAll("[data-incident]")];
  expect(marks.map((mark) => mark.getAttribute("data-incident")).sort()).toEqual(["a", "b", "c", "d"]);
  expect(marks.find((mark) => mark.getAttribute("data-incident") === "c")?.getAttribute("data-month")).toBe("2020-07");
});

test("cooperation stands above the zero line and conflict hangs below it, hatched", () => {
  const figure = draw(data);
  const mark = (id: string) => figure.querySelector(`rect[data-incident="${id}"]`);
  const bottom = (id: string) => Number(mark(id)?.getAttribute("y")) + Number(mark(id)?.getAttribute("height"));
  expect(bottom("a")).toBeLessThanOrEqual(Number(mark("b")?.getAttribute("y")));
  expect(mark("a")?.parentElement?.getAttribute("fill")).toContain("--entente-cooperation");
  expect(mark("b")?.parentElement?.getAttribute("fill")).toBe("url(#timeline-conflict-page)");
  expect(figure.querySelector("pattern")?.getAttribute("id")).toBe("timeline-conflict-page");
});

test("a month whose incidents are not at hand is one bar of its net score", () => {
  const marks = draw({ ...data, incidents: [] }).querySelectorAll("rect[data-incident='a b']");
  expect(marks).toHaveLength(1);
});

test("without incidents the figure says so", () => {
  const figure = draw({ ...data, months: [] });
  expect(figure.textContent).toContain("No dated incidents");
});

test("for print no colour is a variable", () => {
  expect(svgText(draw(data))).toContain("var(--entente-ink");
  expect(svgText(timelineFigure(data, { ...options(700), scheme: "print" }))).not.toContain("var(");
});

test("the file's text is SVG on its own, with title and description", () => {
  const text = svgText(draw(data));
  expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(text).toContain("<title>Arnor and Gondor: incidents by month and domain</title>");
  expect(text).toContain(`<desc>${timelineText(data)}</desc>`);
});

test("the words and the table hold the figure's numbers", () => {
  expect(timelineText(data)).toBe(
    "Arnor and Gondor: 4 incidents, July 2020 to December 2020, net score −2: diplomatic 1 (net 0), military 3 (net −2).",
  );
  expect(timelineTable(data).rows).toEqual([
    ["2020-07", "military", 1, -4],
    ["2020-12", "diplomatic", 1, 0],
    ["2020-12", "military", 2, 2],
  ]);
});
