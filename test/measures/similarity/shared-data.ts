import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Portfolios, portfoliosOf, VOTE_LEVELS } from "../../../src/measures/index.ts";

const FOLDER = new URL("../../../../shared/data/", import.meta.url);

/** True where the public data lie beside the project; prints why not otherwise. */
export const hasSharedData = (): boolean => {
  const there = existsSync(new URL("votes/un_votes.csv.gz", FOLDER));
  if (!there) console.log("skipped: the vote data are not beside the project (../shared/data)");
  return there;
};

export const sharedText = (name: string): string => {
  const bytes = readFileSync(new URL(name, FOLDER));
  return name.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString();
};

/** Rows of a simple CSV file by column; quoted fields may hold commas. */
export function csvRows(text: string): Record<string, string>[] {
  const [head, ...lines] = text.trim().split("\n").map(cells);
  return lines.map((line) => Object.fromEntries(head.map((name, index) => [name, line[index]])));
}

const cells = (line: string): string[] =>
  (line.trim().match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g) ?? [])
    .slice(0, line.trim().endsWith(",") ? undefined : -1)
    .map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, ""));

const LEVEL: Readonly<Record<string, number>> = { no: 1, abstain: 2, yes: 3 };

/** The People's Republic took China's seat on 25 October 1971; the file writes CN for both. */
const SEATED = "1971-10-25";

/** Votes in the General Assembly by calendar year, as portfolios. */
export function votesByYear(): Map<number, Portfolios> {
  const dates = new Map(csvRows(sharedText("votes/un_roll_calls.csv.gz")).map((row) => [row.rcid, row.date]));
  const years = new Map<number, { state: string; item: string; level: number }[]>();
  for (const line of sharedText("votes/un_votes.csv.gz").trim().split("\n").slice(1)) {
    const [item, state, vote] = /^(\d+),.*,"?([A-Z]{2})"?,"(\w+)"$/.exec(line)?.slice(1) ?? [];
    const date = dates.get(item);
    if (!date || (state === "CN" && date < SEATED)) continue;
    const year = Number(date.slice(0, 4));
    const positions = years.get(year) ?? [];
    positions.push({ state, item, level: LEVEL[vote] });
    years.set(year, positions);
  }
  return new Map([...years].map(([year, positions]) => [year, portfoliosOf(positions, VOTE_LEVELS)]));
}
