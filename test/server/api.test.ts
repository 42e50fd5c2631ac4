import { expect, test } from "vitest";
import { AddEvent, Brief, DocumentView, Incident, Overview, ReadResult, RelationView } from "../../src/schema/index.ts";
import { createServer } from "../../src/server/index.ts";
import { FakeDesk } from "../support/fake-desk.ts";

const server = createServer(new FakeDesk(), { token: "secret", pages: "/nowhere" });
const get = (url: string) => server.inject({ url, headers: { host: "localhost:4600" } });
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  server.inject({ method: "POST", url, payload, headers: { host: "localhost:4600", ...headers } });
const linesOf = (body: string): AddEvent[] =>
  body
    .trim()
    .split("\n")
    .map((line) => AddEvent.parse(JSON.parse(line)));

test("health tells that an Entente listens", async () => {
  expect((await get("/api/health")).json()).toEqual({ service: "entente" });
});

test("overview gives what the ledger holds", async () => {
  const overview = Overview.parse((await get("/api/overview")).json());
  expect(overview.dyads[0].dyad).toEqual(["CHN", "RUS"]);
});

test("states are listed by code", async () => {
  expect((await get("/api/states")).json()).toContainEqual({ code: "RUS", name: "Russian Federation" });
});

test("a relation is cut to its period", async () => {
  const all = RelationView.parse((await get("/api/relations/CHN-RUS")).json());
  const some = RelationView.parse((await get("/api/relations/CHN-RUS?from=2021-01-01&to=2021-12-31")).json());
  expect(some.incidents.length).toBeLessThan(all.incidents.length);
  expect(some.incidents.every(({ date }) => date?.from.startsWith("2021"))).toBe(true);
});

test("an incident comes with all its reports", async () => {
  const incident = Incident.parse((await get("/api/incidents/i-patrol-2020")).json());
  expect(incident.reports).toHaveLength(3);
});

test("a document's evidence is a slice of its text", async () => {
  const incident = Incident.parse((await get("/api/incidents/i-patrol-2020")).json());
  const { source, span, words } = incident.evidence;
  const { document } = DocumentView.parse((await get(`/api/documents/${source.document}`)).json());
  expect(document.text.slice(...span)).toBe(words);
});

test("an original is sandboxed, so that no script of it runs", async () => {
  const { incidents } = (await get("/api/relations/CHN-RUS")).json<RelationView>();
  const answer = await get(`/api/documents/${incidents[0].evidence.source.document}/original`);
  expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(answer.headers["content-security-policy"]).toMatch(/^sandbox; default-src 'none'/);
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
});

test("a text is coded without being stored", async () => {
  const { document, reading } = ReadResult.parse(
    (await post("/api/read", { kind: "text", text: "China accused Russia of spying." })).json(),
  );
  expect(reading.reports.map(({ type }) => type)).toEqual(["ACCUSE"]);
  expect((await get(`/api/documents/${document.id}`)).statusCode).toBe(404);
});

test("adding tells its progress, then its result, as lines", async () => {
  const own = createServer(new FakeDesk({ empty: true }));
  const answer = await own.inject({
    method: "POST",
    url: "/api/add",
    payload: { kind: "text", text: "China accused Russia of spying." },
  });
  expect(answer.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
  const [progress, result] = linesOf(answer.body);
  expect(progress).toMatchObject({ progress: { done: 1, total: 1 } });
  expect(result).toMatchObject({ result: { reports: 1, known: [], refused: [] } });
});

test("adding that fails ends in an error line", async () => {
  const answer = await post("/api/add", { kind: "url", url: "https://example.org/slow" });
  expect(linesOf(answer.body)).toMatchObject([{ error: { code: "url.timeout" } }]);
});

test("a brief without data is a 404 with its remedy", async () => {
  const answer = await get("/api/relations/GBR-JPN/brief");
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({
    code: "brief.nodata",
    remedy: expect.stringContaining("Add documents that name both"),
  });
});

test("a brief comes as JSON and as Markdown", async () => {
  const brief = Brief.parse((await get("/api/relations/CHN-RUS/brief?from=2022-01-01")).json());
  const markdown = await get("/api/relations/CHN-RUS/brief.md?from=2022-01-01");
  expect(markdown.headers["content-type"]).toBe("text/markdown; charset=utf-8");
  expect(markdown.body).toContain(`# ${brief.title}`);
  for (const { heading } of brief.sections) expect(markdown.body).toContain(`## ${heading}`);
});

test("the OpenAPI document names the routes of the pages", async () => {
  const { openapi, paths } = (await get("/api/openapi.json")).json<{ openapi: string; paths: object }>();
  expect(openapi).toBe("3.1.0");
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      "/api/add",
      "/api/blocs",
      "/api/documents/{id}",
      "/api/documents/{id}/explanation",
      "/api/documents/{id}/original",
      "/api/health",
      "/api/incidents/{id}",
      "/api/incidents/{id}/readouts",
      "/api/overview",
      "/api/read",
      "/api/readouts",
      "/api/relations/{a}-{b}",
      "/api/relations/{a}-{b}/brief",
      "/api/relations/{a}-{b}/brief.md",
      "/api/relations/{a}-{b}/measures",
      "/api/states",
    ]),
  );
});

test("the path of a file is read for the command, which has the token", async () => {
  const answer = await post("/api/read", { kind: "path", path: "/etc/hostname" }, { "x-entente-token": "secret" });
  expect(answer.json()).toMatchObject({ code: "input.empty" });
});
