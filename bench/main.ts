import { spawnSync } from "node:child_process";
import { benchIntake } from "./intake.ts";
import { benchPages } from "./pages.ts";
import { benchRead } from "./read.ts";
import { type Measurement, report } from "./report.ts";
import { benchStart } from "./start.ts";

/** Parts that print their own figures, and what they are called with. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  language: ["bench/language.ts"],
  ledger: ["bench/ledger.ts", "10000", "100000", "1000000"],
  gdelt: ["bench/ledger-gdelt.ts", "5000000"],
  writes: ["bench/writes.ts", "100000"],
  search: ["bench/search.ts", "10000", "100000", "1000000"],
  brief: ["bench/brief.ts"],
  index: ["bench/measures-index.ts"],
  similarity: ["bench/measures-similarity.ts"],
};

/** The value of `--name=value`. */
const given = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

/** Those of them whose figures can be kept. */
const KEEPING: ReadonlySet<string> = new Set(["ledger"]);

const PARTS: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  read: async () => [...(await benchRead("default")), ...(await benchRead("small"))],
  start: benchStart,
  intake: benchIntake,
  pages: () => benchPages({ archive: given("archive"), reports: Number(given("reports") ?? 100_000) }),
};

async function run(name: string): Promise<void> {
  console.log(`\n${name}`);
  if (Object.hasOwn(PARTS, name))
    return report(await PARTS[name](), "bench/last.json", process.argv.includes("--keep"));
  const keep = KEEPING.has(name) && process.argv.includes("--keep") ? ["--keep"] : [];
  const { status } = spawnSync(process.execPath, [...PROGRAMS[name], ...keep], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

const names = [...Object.keys(PARTS), ...Object.keys(PROGRAMS)];
if (process.argv.includes("--help")) {
  console.log(`npm run bench -- [${names.join("|")} ...] [--keep]`);
  process.exit();
}
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`bench has no part ${unknown.join(", ")}; its parts are ${names.join(", ")}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : names) await run(name);
