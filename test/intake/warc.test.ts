import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { allOf, folderWith, outcomesOf } from "./folder.ts";

/** A record of a web archive: what an address answered. */
function response(url: string, type: string, body: string, status = "200 OK"): string {
  const http = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return record("response", url, "application/http; msgtype=response", http);
}

function record(kind: string, url: string, type: string, block: string): string {
  const head = `WARC/1.0\r\nWARC-Type: ${kind}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2020-12-28T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:${url.length}>\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n`;
  return `${head}\r\n${block}\r\n\r\n`;
}

const RECORDS = [
  record("warcinfo", "", "application/warc-fields", "software: test\r\n"),
  record("request", "https://a.example/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n"),
  response("https://a.example/1", "text/html; charset=utf-8", "<p>Arnor met Gondor – twice.</p>"),
  response("https://a.example/logo.png", "image/png", "x"),
  response("https://a.example/2", "text/html", "<p>Gone.</p>", "404 Not Found"),
  response("https://a.example/3", "text/html", "<html><body></body></html>"),
  response("https://a.example/4", "text/plain", "Rohan spoke."),
];

test.each<[string, Uint8Array]>([
  ["a.warc", Buffer.from(RECORDS.join(""))],
  ["a.warc.gz", Buffer.concat(RECORDS.map((each) => gzipSync(each)))],
])("the pages and texts in %s", async (name, bytes) => {
  const outcomes = await allOf({ kind: "path", path: folderWith({ [name]: bytes }) });
  expect(outcomes).toMatchObject([
    { document: { url: "https://a.example/1", text: "Arnor met Gondor – twice." } },
    { refused: { input: "https://a.example/3", error: { code: "input.empty" } } },
    { document: { url: "https://a.example/4", text: "Rohan spoke." } },
  ]);
  expect(outcomes[0]).not.toHaveProperty("document.published");
});

test.each<[string, Uint8Array]>([
  ["a.warc", Buffer.from(RECORDS.join("").slice(0, -60))],
  ["a.warc.gz", Buffer.concat(RECORDS.map((each) => gzipSync(each))).subarray(0, -30)],
])("%s cut in the middle gives what stands before the cut", async (name, bytes) => {
  const outcomes = await outcomesOf({ kind: "path", path: folderWith({ [name]: bytes }) });
  expect(outcomes).toEqual(["Arnor met Gondor – twice.", "input.empty", "input.damaged"]);
});

test("bodies sent in chunks and packed are put together, one too large is refused", async () => {
  const packed = gzipSync("<p>Packed words.</p>").toString("latin1");
  const half = Math.floor(packed.length / 2);
  const [one, other] = [packed.slice(0, half), packed.slice(half)];
  const chunks = `${one.length.toString(16)}\r\n${one}\r\n${other.length.toString(16)}\r\n${other}\r\n0\r\n\r\n`;
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://a.example/5>\r\nContent-Length: ${http.length}\r\n\r\n`;
  const long = response("https://a.example/6", "text/html", "x".repeat(10_000_001));
  const bytes = Buffer.concat([Buffer.from(`${head}${http}\r\n\r\n`, "latin1"), Buffer.from(long + RECORDS[2])]);
  expect(await outcomesOf({ kind: "path", path: folderWith({ "a.warc": bytes }) })).toEqual([
    "Packed words.",
    "input.toolarge",
    "Arnor met Gondor – twice.",
  ]);
});

test("what is no web archive, or one without pages, is refused", async () => {
  const folder = folderWith({ "a.warc": "hello there\n", "b.warc": RECORDS[0], "c.warc.gz": "no gzip" });
  const outcomes = await outcomesOf({ kind: "path", path: folder });
  expect(outcomes).toHaveLength(3);
  for (const outcome of outcomes) expect(outcome).toMatch(/^input\.(?:damaged|empty)$/);
});
