import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { KERNELS, kernelModule } from "../../training/kernels/build.ts";

test.each(KERNELS)("a fresh build of $source gives the committed bytes", async (kernel) => {
  expect(await kernelModule(kernel)).toBe(await readFile(kernel.target, "utf8"));
});
