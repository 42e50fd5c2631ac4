import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

test("a brief is written once, whoever edits it, and anew when something was added", async () => {
  const folder = await mkdtemp(join(tmpdir(), "entente-kept-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const desk = await LocalDesk.open(join(folder, "data"), { workers: 0 });
  onTestFinished(() => desk.close());
  const query = { a: "CHN", b: "RUS", from: "2020-12-01", to: "2020-12-31" };
  const add = (text: string) => desk.add({ kind: "text", text, published: "2020-12-23" });
  await add("Russian and Chinese bombers flew a joint patrol over the Sea of Japan on Tuesday.");
  const brief = frozen(await desk.brief(query));
  await desk.edits.save(
    { ...query, name: "main" },
    {
      schema: "entente.brief-edits/1",
      edits: [
        { kind: "note", statement: "count", note: "Ask the embassy." },
        { kind: "drop", statement: "coded" },
      ],
    },
    0,
  );
  expect(await desk.brief(query)).toEqual(brief);
  await desk.edits.open({ ...query, name: "main" });
  expect(await desk.brief(query)).toBe(await desk.brief(query));
  await add("Russia and China signed a treaty of friendship in Beijing on Wednesday.");
  const after = await desk.brief(query);
  expect(after.sources.length).toBeGreaterThan(brief.sources.length);
});
