import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agreementText, codingLine } from "../../src/cli/review-text.ts";
import { GoldLine, ReviewQueue } from "../../src/schema/index.ts";
import { emptyFolder, entente } from "./command.ts";

async function filled(): Promise<string> {
  const folder = await emptyFolder();
  await writeFile(join(folder, "a.txt"), "China accused Russia of closing the bridge on Monday.");
  await writeFile(join(folder, "b.txt"), "China has accused Russia of closing the bridge on Monday, a paper said.");
  const data = join(folder, "data");
  expect((await entente(["add", join(folder, "a.txt"), join(folder, "b.txt"), "--data", data])).code).toBe(0);
  return data;
}

test("a report is corrected, the correction is listed and taken back, all by command", async () => {
  const data = await filled();
  const said = (...args: string[]) => entente(["review", ...args, "--data", data]);
  const queue = ReviewQueue.parse(JSON.parse((await said("list", "China", "RUS", "--json")).stdout));
  const [{ source, report }] = queue.items;
  const on = [source.document, report.id];
  const corrected = await said("correct", ...on, '{"status":"planned"}', "--reviewer", "Ana", "--note", "to come");
  expect(corrected.stdout).toMatch(/^v[0-9a-f]{24} \S+ Ana: correct status “to come”\n {2}now reviewed, stands in i/);
  const again = await said("accept", ...on, "--reviewer", "Ben");
  expect(again).toMatchObject({
    code: 5,
    stderr: expect.stringMatching(/already reviewed by Ana at .* second reviewer/s),
  });
  expect((await said("accept", ...on, "--reviewer", "Ben", "--second")).stdout).toMatch(/now confirmed, stands/);
  expect((await said("list", "--part", "done")).stdout).toMatch(/1 of 2 reports reviewed: 1 confirmed/);
  const gold = (await said("gold")).stdout
    .trim()
    .split("\n")
    .map((line) => GoldLine.parse(JSON.parse(line)));
  expect(gold).toMatchObject([{ reports: [{ corrected: ["status"], coding: { status: "planned" } }] }]);
  expect((await said("agreement")).stdout).toMatch(/Ana and Ben: 1 report that both judged, 0 of them blind/);
  const id = /^v\w+/.exec(corrected.stdout)?.[0] ?? "";
  expect((await said("undo", id, "--reviewer", "Ana")).stdout).toMatch(/taken back by Ana/);
  expect(
    (await said("history", source.document)).stdout.split("\n").filter((line) => /^ {2}v/.test(line)),
  ).toHaveLength(2);
}, 60_000);

test("an incident is split and merged by command", async () => {
  const data = await filled();
  const queue = ReviewQueue.parse(JSON.parse((await entente(["review", "list", "--json", "--data", data])).stdout));
  const [{ source, report, incident }] = queue.items;
  const by = ["--reviewer", "Ana", "--data", data];
  const split = await entente(["incident", "split", incident?.id ?? "", `${source.document}:${report.id}`, ...by]);
  const incidents = /^g\w+ split: incidents (i\w+) (i\w+)\n$/.exec(split.stdout)?.slice(1) ?? [];
  expect(incidents).toHaveLength(2);
  const merged = await entente(["incident", "merge", ...incidents, ...by]);
  expect(merged.stdout).toMatch(/^g\w+ merge: incidents i\w+\n$/);
}, 60_000);

test("what can't be understood is refused before the ledger is touched", async () => {
  const data = join(await emptyFolder(), "data");
  const refused = async (...args: string[]) => (await entente(["review", ...args, "--data", data])).stderr;
  expect(await refused("correct", "d1", "r1", "{status}")).toContain('"{status}" is not JSON');
  expect(await refused("correct", "d1", "r1", '{"status":"soon"}')).toContain("the correction's status is wrong");
  expect(await refused("add", "d1", "12", '{"type":"AID","actors":["CHN"]}')).toContain("no span like 482-530");
  expect(await refused("add", "d1", "1-2", '{"type":"AID"}')).toContain("needs a type and actors");
  expect(await refused("list", "CHN")).toContain("name two states or none");
  expect(await refused("list", "--limit", "0")).toContain("--limit takes a number from 1 to 100");
});

test("codings and agreement are told in a line each", () => {
  expect(
    codingLine({
      ...{ type: "CONSULT", mode: "meet", contexts: [], domain: "diplomatic", status: "happened" },
      ...{ actors: ["CHN", "RUS"], recipients: [], directedAgainst: [] },
      date: { from: "2020-12-01", to: "2020-12-02" },
      place: "Moscow",
    }),
  ).toBe("CONSULT meet · happened · CHN RUS · 2020-12-01 to 2020-12-02 · Moscow");
  const fields = [
    { field: "type" as const, n: 12, share: 0.75, kappa: 0.6 },
    { field: "status" as const, n: 12, share: 1, reason: "no variation" },
  ];
  expect(agreementText({ pairs: [{ reviewers: ["Ana", "Ben"], n: 12, blind: 4, fields }] })).toMatchInlineSnapshot(`
    "Ana and Ben: 12 reports that both judged, 4 of them blind
      field   n   agree  kappa
      type    12  0.75   0.60
      status  12  1.00   –      no variation
    "
  `);
  expect(agreementText({ pairs: [], reason: "nothing" })).toBe("No agreement to tell: nothing.\n");
});
