import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions } from "fastify";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../src/desk/index.ts";
import { createServer, listen } from "../../src/server/index.ts";
import { FakeDesk } from "../support/fake-desk.ts";

const server = createServer(new FakeDesk(), { token: "secret", hosts: ["desk.example"], pages: "/nowhere" });
const text = { kind: "text", text: "China accused Russia." };

describe("who may ask", () => {
  test.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:4600", "a b", "user@evil.example"])(
    "a foreign name is refused: %s",
    async (host) => {
      const answer = await server.inject({ url: "/api/overview", headers: { host } });
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: "request.foreign" });
    },
  );

  test.each(["localhost:4600", "127.0.0.1:4600", "[::1]:4600", "192.168.1.7", "entente.localhost", "desk.example"])(
    "our own name is served: %s",
    async (host) => {
      expect((await server.inject({ url: "/api/overview", headers: { host } })).statusCode).toBe(200);
    },
  );

  test("the pages too are refused under a foreign name", async () => {
    expect((await server.inject({ url: "/", headers: { host: "evil.example" } })).statusCode).toBe(403);
  });

  test.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:1" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("writing for another site is refused: %j", async (headers) => {
    const request: InjectOptions = {
      method: "POST",
      url: "/api/add",
      payload: text,
      headers: { host: "localhost:4600", ...headers },
    };
    const answer = await server.inject(request);
    expect(answer.statusCode).toBe(403);
  });

  test("our own page may write", async () => {
    const headers = { host: "localhost:4600", origin: "http://localhost:4600", "sec-fetch-site": "same-origin" };
    const answer = await server.inject({ method: "POST", url: "/api/read", payload: text, headers });
    expect(answer.statusCode).toBe(200);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])(
    "a body of a type that a foreign form can send is refused: %s",
    async (type) => {
      const answer = await server.inject({
        method: "POST",
        url: "/api/add",
        payload: JSON.stringify(text),
        headers: { "content-type": type },
      });
      expect(answer.statusCode).toBe(415);
      expect(answer.json()).toMatchObject({ code: "request.type" });
    },
  );

  test.each([{}, { "x-entente-token": "wrong" }, { "x-entente-token": "" }])(
    "a path is refused without the right token: %j",
    async (headers) => {
      const payload = { kind: "path", path: "/etc/passwd" };
      for (const url of ["/api/read", "/api/add"]) {
        const answer = await server.inject({ method: "POST", url, payload, headers });
        expect(answer.statusCode).toBe(403);
        expect(answer.json()).toMatchObject({ code: "request.path" });
      }
    },
  );

  test("no path is read where the service has no token", async () => {
    const open = createServer(new FakeDesk());
    const headers = { "x-entente-token": "undefined" };
    const answer = await open.inject({
      method: "POST",
      url: "/api/read",
      payload: { kind: "path", path: "/" },
      headers,
    });
    expect(answer.statusCode).toBe(403);
  });

  test("too many requests are told how long to wait", async () => {
    const strict = createServer(new FakeDesk(), { requestsPerMinute: 2, token: "secret" });
    const ask = (headers = {}) => strict.inject({ url: "/api/health", headers });
    for (let count = 0; count < 2; count += 1) expect((await ask()).statusCode).toBe(200);
    const answer = await ask();
    expect(answer.statusCode).toBe(429);
    expect(answer.json()).toMatchObject({ code: "request.limit", remedy: expect.stringMatching(/^Wait \d+ s\.$/) });
    expect((await ask({ "x-entente-token": "secret" })).statusCode).toBe(200);
  });

  test("the pages still open for who has asked too often", async () => {
    const pages = await mkdtemp(join(tmpdir(), "entente-pages-"));
    await writeFile(join(pages, "index.html"), "<!doctype html>");
    const strict = createServer(new FakeDesk(), { requestsPerMinute: 1, pages });
    for (const url of ["/api/health", "/api/health"]) await strict.inject({ url });
    expect((await strict.inject({ url: "/api/health" })).statusCode).toBe(429);
    for (const url of ["/", "/relations/CHN-RUS", "/"]) expect((await strict.inject({ url })).statusCode).toBe(200);
    await rm(pages, { recursive: true });
  });
});

describe("bad input", () => {
  test("a huge body is refused by its size", async () => {
    const payload = { kind: "text", text: "x".repeat(11 * 1024 * 1024) };
    const answer = await server.inject({ method: "POST", url: "/api/read", payload });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: "input.toolarge", message: expect.stringContaining("11.0 MB") });
  });

  test.each([
    ["/api/documents/d000", "document.unknown"],
    ["/api/incidents/%3Cscript%3E", "incident.unknown"],
    ["/api/relations/CHN-XYZ", "state.unknown"],
    ["/api/nothing", "request.unknown"],
    ["/api/documents/..%2f..%2fetc%2fpasswd/original", "document.unknown"],
  ])("%s is a 404 that says what is missing", async (url, code) => {
    const answer = await server.inject({ url });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code, message: expect.any(String), remedy: expect.any(String) });
  });

  test.each([
    ["/api/relations/CHN-CHN", "dyad.same"],
    ["/api/relations/CHN-RUS?from=2021-01-01&to=2020-01-01", "period.invalid"],
    ["/api/relations/CHN-RUS?from=yesterday", "request.invalid"],
    ["/api/relations/chn-rus", "request.invalid"],
  ])("%s is a 400", async (url, code) => {
    const answer = await server.inject({ url });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code });
  });

  test.each(["{", "[]", "null", '{"kind":"spell"}', '{"kind":"text"}', '{"kind":"text","text":1}', '{"__proto__":{}}'])(
    "a body that is no source is a 400: %s",
    async (payload) => {
      const headers = { "content-type": "application/json" };
      const answer = await server.inject({ method: "POST", url: "/api/read", payload, headers });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: "request.invalid" });
    },
  );

  test("an empty text is refused in the catalogue's words", async () => {
    const answer = await server.inject({ method: "POST", url: "/api/read", payload: { kind: "text", text: " " } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: "input.empty" });
  });

  test("a fault of the desk is a 500 in the catalogue's words", async () => {
    const broken: Desk = Object.assign(new FakeDesk(), {
      overview: () => Promise.reject(new TypeError("x is undefined")),
    });
    const answer = await createServer(broken).inject({ url: "/api/overview" });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: "internal", message: expect.stringContaining("x is undefined") });
  });

  test("what the desk answers is held against its schema", async () => {
    const broken: Desk = Object.assign(new FakeDesk(), { overview: () => Promise.resolve({ documents: -1 }) });
    expect((await createServer(broken).inject({ url: "/api/overview" })).statusCode).toBe(500);
  });
});

test("every answer forbids foreign and inline script", async () => {
  const policy = (await server.inject({ url: "/" })).headers["content-security-policy"] as string;
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test("a taken port is an error of the catalogue", async () => {
  const [first, second] = [createServer(new FakeDesk()), createServer(new FakeDesk())];
  const port = Number(new URL(await listen(first, { port: 0 })).port);
  await expect(listen(second, { port })).rejects.toMatchObject({
    code: "port.taken",
    message: expect.stringContaining(String(port)),
  });
  await Promise.all([first.close(), second.close()]);
});
