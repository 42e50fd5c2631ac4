import { expect, test } from "vitest";
import { openDesk } from "../../src/desk/index.ts";
import { EntenteError } from "../../src/schema/index.ts";
import { emptyFolder } from "../cli/command.ts";

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error instanceof EntenteError && error.code,
  );

test("what is known without a date is said to have none, not to be unknown", async () => {
  const desk = await openDesk(`${await emptyFolder()}/data`);
  try {
    await desk.add({ kind: "text", text: "Russia expelled three British diplomats on Monday." });
    expect((await desk.relation({ a: "RUS", b: "GBR" })).incidents).toHaveLength(1);
    expect(await codeOf(desk.measure({ a: "RUS", b: "GBR" }))).toBe("measure.undated");
    expect(await codeOf(desk.verdict({ a: "RUS", b: "GBR" }))).toBe("measure.undated");
    expect(await codeOf(desk.measure({ a: "RUS", b: "FRA" }))).toBe("brief.nodata");
  } finally {
    await desk.close();
  }
});
