import { type Measurement, report } from "../bench/report.ts";
import { auditFigures } from "./audit/run.ts";
import { calibrationFigures } from "./coding/confidence.ts";
import { goldSetFigures } from "./coding/gold.ts";
import { coderFigures } from "./coding/run.ts";
import { surroundingFigures } from "./coding/surroundings.ts";
import { incidentFigures } from "./incidents/run.ts";
import { languageFigures } from "./language-figures.ts";
import { quotationFigures } from "./quotation-figures.ts";

/**
 * Parts of the evaluation by name: `npm run eval -- language`. All of them where none is named. Beside them,
 * `npm run eval -- gold FILE [DATA FOLDER]` scores the coder on what people judged.
 */
const PARTS: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  language: languageFigures,
  coder: coderFigures,
  surroundings: surroundingFigures,
  calibration: calibrationFigures,
  quotations: quotationFigures,
  incidents: incidentFigures,
  audit: auditFigures,
};

if (process.argv.includes("--help")) {
  console.log(`npm run eval -- [${Object.keys(PARTS).join("|")} ...] [--keep]`);
  process.exit();
}
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (words[0] === "gold") {
  await report(await goldSetFigures(words[1], words[2]), "eval/last.json", false);
  process.exit();
}
const unknown = words.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`eval has no part ${unknown.join(", ")}; its parts are ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
for (const name of words.length > 0 ? words : Object.keys(PARTS)) {
  console.log(`\n${name}`);
  const figures = await PARTS[name]();
  if (figures.length > 0) await report(figures, "eval/last.json", process.argv.includes("--keep"));
}
