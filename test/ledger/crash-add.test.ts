import { join } from "node:path";
import { expect, test } from "vitest";
import { crash } from "../../scripts/crash.ts";
import { emptyFolder } from "./entries.ts";

test("`entente add` killed at random moments ends as an undisturbed run, row for row", {
  timeout: 600_000,
}, async () => {
  const folder = join(emptyFolder(), "crash");
  const { killed, rows, different } = await crash({ documents: 60, kills: 3, seed: 7, folder });
  expect(different).toEqual([]);
  expect(rows).toBeGreaterThan(1000);
  expect(killed).toBeGreaterThan(0);
});
