import { readFileSync } from "node:fs";
import { documentOfMarkdown } from "../../src/intake/index.ts";
import type { Document } from "../../src/schema/index.ts";

const HEAD = /^=== (?<slug>\S+) \| (?<publisher>[^|]+) \| (?<published>\S+) \| (?<title>.+)$/;

/** Short texts of an evaluation file by name, as Markdown with front matter. A text begins with `=== name | publisher | day | headline`. */
function textsIn(file: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const part of readFileSync(new URL(`${file}.txt`, import.meta.url), "utf8").split(/^(?==== )/m)) {
    const [head, ...lines] = part.split("\n");
    const { slug, publisher, published, title } = HEAD.exec(head)?.groups ?? {};
    const front = { title, publisher, published, language: "en" };
    texts.set(slug, `---\n${JSON.stringify(front)}\n---\n\n${lines.join("\n")}`);
  }
  return texts;
}

const FURTHER: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  ["further-development", "further-fresh-2"].map((file) => [file, textsIn(file)]),
);

/** A labelled document: `2019/name.md` of the samples, or `further-fresh-2/name` of the texts of an evaluation file. */
export function documentOf(name: string): Document {
  const [folder, slug] = name.split("/");
  const text = FURTHER.get(folder)?.get(slug) ?? readFileSync(`samples/${name}`, "utf8");
  return documentOfMarkdown(text, {}, name).document;
}
