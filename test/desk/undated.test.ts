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

test("a brief of all that was read holds its later half against the earlier, as the measures do", async () => {
  const desk = await openDesk(`${await emptyFolder()}/data`);
  try {
    for (const published of ["2020-03-02", "2021-03-02"])
      await desk.add({ kind: "text", text: `On ${published} Russia expelled three British diplomats.`, published });
    await desk.add({ kind: "text", text: "In May 2019 France accused Mali of spying." });
    const { sections } = await desk.brief({ a: "RUS", b: "GBR" });
    const { verdict } = await desk.measure({ a: "RUS", b: "GBR" });
    const told = sections.flatMap(({ statements }) => statements).find(({ id }) => id === "verdict");
    const days = told?.measures.filter(({ name }) => name === "date").map(({ value }) => value);
    const { window, baseline } = verdict;
    expect(days).toEqual([window.from, window.to, baseline.from, baseline.to]);
    expect((await desk.brief({ a: "FRA", b: "MLI" })).sections.length).toBeGreaterThan(0);
  } finally {
    await desk.close();
  }
});
