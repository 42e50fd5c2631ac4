/** Similarity of all dyads and years of the votes in the General Assembly: `node bench/measures-similarity.ts`. */
import { forEachDyad, SIMILARITY_MEASURES, type SimilarityMeasure } from "../src/measures/index.ts";
import { hasSharedData, votesByYear } from "../test/measures/similarity/shared-data.ts";

if (hasSharedData()) {
  const started = performance.now();
  const years = votesByYear();
  const loaded = performance.now();
  console.log(`read ${years.size} years of votes: ${Math.round(loaded - started)} ms`);
  report(["S absolute", "kappa quadratic"]);
  report(Object.keys(SIMILARITY_MEASURES) as SimilarityMeasure[]);

  function report(names: readonly SimilarityMeasure[]): void {
    const begun = performance.now();
    let dyadYears = 0;
    let values = 0;
    for (const portfolios of years.values()) {
      forEachDyad(portfolios, (_a, _b, table) => {
        dyadYears += 1;
        for (const name of names) if (SIMILARITY_MEASURES[name](table).value !== undefined) values += 1;
      });
    }
    const ms = performance.now() - begun;
    const rate = Math.round((dyadYears / ms) * 1000).toLocaleString("en");
    console.log(
      `${names.join(", ")}: ${dyadYears} dyad-years, ${values} values, ${Math.round(ms)} ms, ${rate} a second`,
    );
  }
}
