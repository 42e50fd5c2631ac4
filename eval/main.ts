import { incidentFigures } from "../bench/ledger-incidents.ts";
import { type Measurement, report } from "../bench/report.ts";
import { coderFigures } from "./coding/run.ts";
import { languageFigures } from "./language-figures.ts";
import { quotationFigures } from "./quotation-figures.ts";

/** Parts of the evaluation by name: `npm run eval -- language`. All of them where none is named. */
const PARTS: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  language: languageFigures,
  coder: coderFigures,
  quotations: quotationFigures,
  incidents: incidentFigures,
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`eval has no part ${unknown.join(", ")}; its parts are ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
  console.log(`\n${name}`);
  const figures = await PARTS[name]();
  if (figures.length > 0) await report(figures, "eval/last.json", process.argv.includes("--keep"));
}
