import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadWhole } from "../../src/desk/index.ts";
import { CoderPool } from "../../src/desk/jobs/pool.ts";
import type { Document } from "../../src/schema/index.ts";

const HUNGRY = fileURLToPath(new URL("../support/hungry-thread.ts", import.meta.url));
/** MB in which a thread starts, and runs out soon. */
const SMALL_HEAP = 32;
/** MB in which no thread starts. */
const NO_HEAP = 4;

const { parts } = await loadWhole();

const documentOf = (text: string, index: number): Document => ({
  id: `d${index}`,
  title: text,
  language: "en",
  text,
  original: "0",
});

async function outcomes(pool: CoderPool, texts: readonly string[]): Promise<string[]> {
  const coded = await Promise.all(texts.map((text, index) => pool.code(documentOf(text, index))));
  await pool.close();
  return coded.map((each) => ("fault" in each ? each.fault.code : "coded"));
}

test("a thread that runs out of memory over a document costs this one, and what waits is coded", async () => {
  const texts = ["plain", "hungry", "plain", "plain", "hungry", "hungry", "plain"];
  const pool = new CoderPool(parts, 1, { heap: SMALL_HEAP, file: HUNGRY });
  expect(await outcomes(pool, texts)).toEqual(texts.map((text) => (text === "hungry" ? "coder.memory" : "coded")));
}, 60_000);

test("side by side, threads that die leave the others at work", async () => {
  const texts = ["hungry", "plain", "hungry", "plain", "plain", "hungry"];
  const pool = new CoderPool(parts, 2, { heap: SMALL_HEAP, file: HUNGRY });
  expect(await outcomes(pool, texts)).toEqual(texts.map((text) => (text === "hungry" ? "coder.memory" : "coded")));
}, 60_000);

test("a thread that runs out of memory while it starts keeps nobody waiting", async () => {
  const pool = new CoderPool(parts, 2, { heap: NO_HEAP });
  expect(await outcomes(pool, ["one", "two", "three", "four"])).toEqual(Array(4).fill("coder.thread"));
}, 60_000);
