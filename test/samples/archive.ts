import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const ROOT = "samples";

/** What the front matter of a sample document holds (docs/samples.md). */
const FrontMatter = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  published: z.iso.date(),
  language: z.enum(["en", "ru", "zh", "fr"]),
  url: z.url(),
  dyads: z.array(z.string().regex(/^[A-Z]{3}-[A-Z]{3}$/)),
  "readout-of": z.string().min(1).optional(),
  basis: z.string().min(1),
  note: z.literal("Text written for Entente's sample archive; not the outlet's words."),
});

/** A row of samples/events.tsv: one thing that happened, and the documents that tell of it. */
interface SampleEvent {
  readonly id: string;
  readonly date: string;
  readonly type: string;
  readonly dyad: readonly string[];
  readonly description: string;
  readonly documents: readonly string[];
  readonly background: readonly string[];
  readonly any: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

/** Every document of the archive, by its path below samples/; throws where front matter is missing or wrong. */
export function sampleDocuments() {
  const years = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const paths = years.flatMap(({ name }) => readdirSync(`${ROOT}/${name}`).map((file) => `${name}/${file}`));
  return paths.map((path) => {
    const [, head = "", body = ""] = readFileSync(`${ROOT}/${path}`, "utf8").split(/^---\n/m);
    const parsed = FrontMatter.safeParse(parse(head));
    if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
    return { path, meta: parsed.data, body: body.trim() };
  });
}

export function sampleEvents(): SampleEvent[] {
  const [head = "", ...lines] = readFileSync(`${ROOT}/events.tsv`, "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = new Map(line.split("\t").map((cell, index) => [names[index], cell]));
    const text = (name: string) => cells.get(name) ?? "";
    const list = (name: string) => text(name).split(" ").filter(Boolean);
    return {
      id: text("id"),
      date: text("date"),
      type: text("type"),
      description: text("description"),
      dyad: list("dyad"),
      documents: list("documents"),
      background: list("background"),
      any: list("any"),
      actors: list("actors"),
      recipients: list("recipients"),
    };
  });
}
