import { expect, test } from "vitest";
import { activityFigure, activityTable, activityText } from "../../src/figures/index.ts";
import { serverDocument } from "./dom.ts";

const document = serverDocument();
const data = {
  name: "Arnor",
  months: [
    { month: "2020-01", said: 2, did: 0 },
    { month: "2020-03", said: 1, did: 3 },
  ],
};

test("saying stands above the line and doing below it, a mark a month", () => {
  const figure = activityFigure(data, { document, width: 600 });
  const titles = [...figure.querySelectorAll("rect title")].map((title) => title.textContent);
  expect(titles).toEqual(["January 2020: 2 quotations", "March 2020: 1 quotation", "March 2020: 3 incidents"]);
});

test("the figure says in words and in a table what it draws", () => {
  expect(activityText(data)).toBe("Arnor: 3 quotations and 3 incidents, January 2020 to March 2020.");
  expect(activityTable(data).rows).toEqual([
    ["2020-01", 2, 0],
    ["2020-03", 1, 3],
  ]);
  expect(activityText({ ...data, months: [] })).toBe("Arnor: nothing with a known month.");
});
