import { afterEach, beforeEach } from "vitest";

/** Strictness: a process warning nobody expected fails the test it appears in. */
const warnings: Error[] = [];
process.on("warning", (warning) => warnings.push(warning));

beforeEach(() => {
  warnings.length = 0;
});

afterEach(() => {
  if (warnings.length > 0) throw new Error(`unexpected warning: ${warnings.map(String).join("; ")}`);
});
