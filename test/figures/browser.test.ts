import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MapData, mapFigure, svgText, type TimelineData, timelineFigure } from "../../src/figures/index.ts";
import { launchBrowser } from "../support/browser.ts";
import { serverDocument } from "./dom.ts";
import { mapExample } from "./examples.ts";

const FIGURES = fileURLToPath(new URL("../../src/figures/index.ts", import.meta.url));

const timeline: TimelineData = {
  names: ["Arnor", "Gondor"],
  months: [
    { month: "2020-07", domain: "military", incidents: 1, net: -4, ids: ["c"] },
    { month: "2020-12", domain: "military", incidents: 2, net: 2, ids: ["a", "b"] },
  ],
  incidents: [
    { id: "a", score: 5, type: "COOPERATE" },
    { id: "b", score: -3, type: "ACCUSE" },
    { id: "c", score: -4, type: "THREATEN" },
  ],
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Place and meaning of each mark that a click opens, to a tenth of a pixel. */
const MARKS = `(svg) => [...svg.querySelectorAll("[data-incident]")].map((mark) =>
  [...["data-incident", "x", "y", "width", "height", "transform", "r"].map((name) => mark.getAttribute(name) ?? "")]
    .join(" ").replace(/-?\\d+\\.\\d+/g, (number) => Number(number).toFixed(1)))`;
const marksOf = (svg: SVGElement): string[] => new Function(`return (${MARKS})(arguments[0])`)(svg);

test("the same code draws the same marks in the page as on the server", async () => {
  const bundle = await build({
    entryPoints: [FIGURES],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "figures",
  });
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.setContent("<!doctype html><html><body></body></html>");
  await page.addScriptTag({ content: bundle.outputFiles[0].text });
  const drawn = (name: string, data: TimelineData | MapData): Promise<string[]> =>
    page.evaluate(
      `(${MARKS})(document.body.appendChild(figures.${name}(${JSON.stringify(data)}, { document, width: 640 })))`,
    );
  const options = { document: serverDocument(), width: 640 };
  expect(await drawn("timelineFigure", timeline)).toEqual(marksOf(timelineFigure(timeline, options)));
  expect(await drawn("mapFigure", mapExample())).toEqual(marksOf(mapFigure(mapExample(), options)));
  expect(marksOf(mapFigure(mapExample(), options))).toHaveLength(5);
  expect(errors).toEqual([]);
});

test("a figure's file is an image on its own", async () => {
  const page = await browser.newPage();
  const text = svgText(timelineFigure(timeline, { document: serverDocument(), width: 640, scheme: "print" }));
  await page.setContent(`<img src="data:image/svg+xml,${encodeURIComponent(text)}">`);
  const size = await page.evaluate("document.images[0].decode().then(() => document.images[0].naturalWidth)");
  expect(size).toBe(640);
});
