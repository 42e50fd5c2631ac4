import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { publishedSchemas } from "../../scripts/published-schemas.ts";

test.each(publishedSchemas())("docs/schema/%s.json is what the code holds (npm run schemas)", (name, schema) => {
  expect(JSON.parse(readFileSync(`docs/schema/${name}.json`, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test("docs/schema/ holds no file of a shape that is gone", () => {
  const names = publishedSchemas().map(([name]) => `${name}.json`);
  expect(readdirSync("docs/schema").sort()).toEqual(names.sort());
});
