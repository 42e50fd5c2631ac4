import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = [...globSync("*.md"), ...globSync("docs/**/*.md"), ...globSync("{model,knowledge}/*.md")].sort();
const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);
const commands = [...readFileSync("src/cli/main.ts", "utf8").matchAll(/import \{ (\w+)Command \}/g)].map(
  ([, name]) => name,
);

const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/(?:src|srcset)="([^"]+)"/g)]
    .map(([, target]) => target)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target));

const missing = (page: string): string[] =>
  linksOf(readFileSync(page, "utf8")).filter((target) => !existsSync(join(dirname(page), target.split("#")[0])));

test("there are pages to test", () => {
  expect(pages).toEqual(expect.arrayContaining(["README.md", "CHANGELOG.md", "docs/architecture.md"]));
});

test.each(pages)("%s: its links lead somewhere", (page) => {
  expect(missing(page)).toEqual([]);
});

test.each(pages)("%s: the npm scripts it names exist", (page) => {
  const named = [...readFileSync(page, "utf8").matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
  expect(scripts).toEqual(expect.arrayContaining(named));
});

test.each(pages)("%s: the commands it names exist", (page) => {
  const named = [...readFileSync(page, "utf8").matchAll(/(?:npx |\$ |`)entente ([a-z]+)/g)].map(([, name]) => name);
  expect(commands).toEqual(expect.arrayContaining(named));
});
