import { readFile, writeFile } from "node:fs/promises";

/** One figure. `target` is what it should reach, or stay below where `lower`. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly target?: number;
  readonly lower?: boolean;
}

const number = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100
    ? Math.round(value).toLocaleString("en")
    : value.toFixed(Math.abs(value) < 1 ? 3 : 2);

function standing({ value, target, lower }: Measurement): string {
  if (target === undefined) return "";
  const met = lower ? value <= target : value >= target;
  return `${lower ? "≤" : "≥"} ${number(target)} ${met ? "met" : "MISSED"}`;
}

async function lastValues(file: string): Promise<Record<string, number>> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw thrown;
  }
}

/** Prints figures beside their targets and the last values kept in `file`; `keep` writes them there as the new ones. */
export async function report(measurements: readonly Measurement[], file: string, keep: boolean): Promise<void> {
  const last = await lastValues(file);
  const width = Math.max(...measurements.map(({ name }) => name.length));
  for (const measurement of measurements) {
    const { name, value } = measurement;
    const before = Object.hasOwn(last, name) ? `last ${number(last[name])} (×${(value / last[name]).toFixed(2)})` : "";
    console.log([name.padEnd(width), number(value).padStart(10), standing(measurement), before].join("  ").trimEnd());
  }
  if (!keep) return;
  const values = Object.fromEntries(measurements.map(({ name, value }) => [name, Number(value.toPrecision(6))]));
  await writeFile(file, `${JSON.stringify({ ...last, ...values }, null, 2)}\n`);
}
