import { expect, test } from "vitest";
import { takeIn } from "../../src/intake/index.ts";
import { collect } from "./folder.ts";
import { serve } from "./server.ts";

async function outcomeOf(url: string, timeoutSeconds = 5) {
  const [outcome] = await collect(takeIn({ kind: "url", url }, { timeoutSeconds }));
  return "refused" in outcome ? outcome.refused.error.code : outcome.document;
}

test("a page behind a redirect, under the address it was found at", async () => {
  const origin = await serve((request, response) => {
    if (request.url === "/old") response.writeHead(301, { location: "/new" }).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<p>Found here.</p>");
  });
  expect(await outcomeOf(`${origin}/old`)).toMatchObject({ text: "Found here.", url: `${origin}/new` });
});

test("the encoding in the header counts", async () => {
  const origin = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "text/plain; charset=koi8-r" }).end(Buffer.from([0xed, 0xc9, 0xd2]));
  });
  expect(await outcomeOf(origin)).toMatchObject({ text: "Мир" });
});

test.each([
  ["404", 404, "text/html", "<p>Gone.</p>", "url.status"],
  ["500", 500, "text/html", "<p>Oh.</p>", "url.status"],
  ["an image", 200, "image/png", "x", "url.nottext"],
  ["a page that is binary", 200, "text/html", "GIF89a\0\0", "input.binary"],
  ["an empty body", 200, "text/html", "", "input.empty"],
  ["a page without words", 200, "text/html", "<html><body></body></html>", "input.empty"],
])("an address that answers %s", async (_name, status, type, body, code) => {
  const origin = await serve((_request, response) => response.writeHead(status, { "content-type": type }).end(body));
  expect(await outcomeOf(origin)).toBe(code);
});

test("no answer, and a body that stalls, run out of time", async () => {
  const silent = await serve(() => undefined);
  const stalling = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.write("<p>begun");
  });
  expect(await outcomeOf(silent, 0.2)).toBe("url.timeout");
  expect(await outcomeOf(stalling, 0.2)).toBe("url.timeout");
});

test("an endless body is cut off at the limit", async () => {
  const origin = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = (): void => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  });
  expect(await outcomeOf(origin, 20)).toBe("input.toolarge");
});

test("redirects in a circle end", async () => {
  const origin = await serve((_request, response) => response.writeHead(302, { location: "/" }).end());
  expect(await outcomeOf(origin)).toBe("url.unreachable");
});

test("nobody listening", async () => {
  expect(await outcomeOf("http://127.0.0.1:1/")).toBe("url.unreachable");
});

test.each(["example.org", "ftp://example.org/a", "file:///etc/passwd", "http://", ""])(
  "%j is no web address",
  async (url) => {
    expect(await outcomeOf(url)).toBe("url.invalid");
  },
);
