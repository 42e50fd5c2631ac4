import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { LocalDesk } from "../../src/desk/index.ts";
import { createServer } from "../../src/server/index.ts";
import { emptyFolder, entente } from "../cli/command.ts";

/** Each command is a process of its own. */
const PATIENCE = 120_000;
const DOCUMENTS = join(import.meta.dirname, "..", "desk", "documents");

let folder: string;
let data: string;

beforeEach(async () => {
  folder = await emptyFolder();
  data = join(folder, "data");
  await entente(["add", DOCUMENTS, "--data", data]);
});

const brief = (...options: string[]) =>
  entente(["brief", "CHN", "RUS", "--data", data, "--from", "2020-12-01", "--to", "2020-12-31", ...options]);

test(
  "the command writes each format to a file",
  async () => {
    const heads = { md: "# China", pdf: "%PDF-", eml: "From: " };
    for (const [format, head] of Object.entries(heads)) {
      const out = join(folder, `brief.${format}`);
      const { code, stderr } = await brief("--format", format, "--out", out);
      expect([code, stderr]).toEqual([0, ""]);
      expect((await readFile(out, "latin1")).slice(0, head.length)).toBe(head);
    }
  },
  PATIENCE,
);

test(
  "an analyst's edits come from a file, and one without a place is said",
  async () => {
    const edits = join(folder, "edits.json");
    const list = [
      { kind: "rewrite", statement: "count", sentence: "Little is known." },
      { kind: "drop", statement: "incident.none" },
    ];
    await writeFile(edits, JSON.stringify({ schema: "entente.brief-edits/1", title: "Two neighbours", edits: list }));
    const { code, stdout, stderr } = await brief("--edits", edits, "--byline", "A. Analyst");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Two neighbours\n\nA\. Analyst\n/);
    expect(stdout).toContain("Little is known. *(analyst)*");
    expect(stderr).toContain("edit without a place: drop incident.none");
  },
  PATIENCE,
);

test(
  "edits are kept under a name, with a version to hold the brief against, and the evidence goes with it",
  async () => {
    const edits = join(folder, "edits.json");
    const evidence = join(folder, "evidence.json");
    const list = [{ kind: "rewrite", statement: "count", sentence: "Little is known." }];
    await writeFile(edits, JSON.stringify({ schema: "entente.brief-edits/1", edits: list }));
    expect((await brief("--edits", edits, "--keep", "main", "--byline", "A. Analyst")).stderr).toContain(
      "kept as version 1 of main",
    );
    const { stdout } = await brief("--edits", "main", "--evidence", evidence);
    expect(stdout).toContain("Little is known. *(analyst)*");
    expect(stdout).toContain("A. Analyst");
    expect(JSON.parse(await readFile(evidence, "utf8"))).toMatchObject({ schema: "entente.evidence/1" });
    expect((await brief("--edits", "main", "--compare", "1")).stdout).toBe("No difference.\n");
    expect(await brief("--edits", "nobody")).toMatchObject({ code: 3, stdout: "" });
  },
  PATIENCE,
);

test(
  "the command looks once by settings that it keeps, and previews what would be sent",
  async () => {
    const settings = join(folder, "watch.json");
    const alerts = [{ id: "all", dyad: ["CHN", "RUS"], when: { kind: "incident" }, to: [{ kind: "feed" }] }];
    await writeFile(settings, JSON.stringify({ schema: "entente.watch/1", days: 3660, alerts }));
    const watch = (...options: string[]) => entente(["watch", ...options, "--data", data]);
    const first = await watch(settings, "--preview");
    expect([first.code, first.stdout]).toEqual([0, "Nothing is new.\n"]);
    expect(first.stderr).toContain("all: at its first look nothing is new");
    expect(await watch("--once")).toMatchObject({ code: 0 });
    const news = join(folder, "news.md");
    const day = new Date().toISOString().slice(0, 10);
    await writeFile(
      news,
      `---\npublished: ${day}\n---\nChina and Russia signed an agreement on a new bridge over the Amur on Monday.\n`,
    );
    await entente(["add", news, "--data", data]);
    expect((await watch("--preview")).stdout).toContain("agreement on a new bridge");
    expect((await watch("--once")).stderr).toContain("agreement on a new bridge");
    expect((await watch("--once")).stderr).toBe("");
    await writeFile(settings, JSON.stringify({ schema: "entente.watch/1", every: "now and then" }));
    expect(await watch(settings, "--once")).toMatchObject({ code: 2 });
  },
  PATIENCE,
);

test(
  "a saved brief is held against the one of now",
  async () => {
    const saved = join(folder, "saved.json");
    await brief("--format", "json", "--out", saved);
    expect((await brief("--compare", saved)).stdout).toBe("No difference.\n");
  },
  PATIENCE,
);

test(
  "bad input is named, and nothing is written",
  async () => {
    const logo = join(folder, "logo.png");
    await writeFile(logo, "no image");
    expect(await brief("--format", "docx")).toMatchObject({ code: 2 });
    expect(await brief("--logo", logo)).toMatchObject({ code: 3, stdout: "" });
    expect(await brief("--edits", logo)).toMatchObject({ code: 3, stdout: "" });
    expect(await brief("--format", "eml", "--mail-to", "a@b\nBcc: c@example.org")).toMatchObject({
      code: 2,
      stdout: "",
    });
  },
  PATIENCE,
);

test(
  "the service gives every format, a page without rights, and A4 or Letter",
  async () => {
    const desk = await LocalDesk.open(data);
    const server = createServer(desk, {});
    const get = (path: string) => server.inject(`/api/relations/CHN-RUS/brief.${path}`);
    const html = await get("html?from=2020-12-01&to=2020-12-31");
    expect(html.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(html.headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
    );
    const [a4, letter] = [await get("pdf"), await get("pdf?paper=letter")];
    expect(a4.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    expect(a4.rawPayload.equals(letter.rawPayload)).toBe(false);
    for (const format of ["md", "eml", "json", "bib", "ris", "csl"]) expect((await get(format)).statusCode).toBe(200);
    expect((await get("pdf?paper=a3")).statusCode).toBe(400);
    await server.close();
    await desk.close();
  },
  PATIENCE,
);
