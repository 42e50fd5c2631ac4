import { expect, test } from "vitest";
import { type Feed, fetchFeed, takeEntries } from "../../src/intake/index.ts";
import { EntenteError } from "../../src/schema/index.ts";
import { allOf, collect, folderWith, outcomesOf } from "./folder.ts";
import { serve } from "./server.ts";

/** What a feed gives, or the code of its refusal; within the time that a test has. */
async function feedAt(body: string | (() => string), type = "application/rss+xml"): Promise<Feed | string> {
  const origin = await serve((_request, response) =>
    response.writeHead(200, { "content-type": type }).end(typeof body === "string" ? body : body()),
  );
  try {
    return (await fetchFeed(origin)).feed ?? "unchanged";
  } catch (error) {
    if (error instanceof EntenteError) return error.code;
    throw error;
  }
}

const channel = (inside: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title><link>x</link><description>x</description>${inside}</channel></rss>`;

const ALMOST_TEN = 9_900_000;

test.each([
  [
    "in a title",
    (entities: string) => channel(`<item><title>${entities}</title><link>https://a.example/1</link></item>`),
  ],
  [
    "in a description",
    (entities: string) =>
      channel(`<item><link>https://a.example/1</link><description>${entities}</description></item>`),
  ],
])("10 MB of entities %s are one entry", async (_where, feed) => {
  const answer = await feedAt(feed("&amp;".repeat(ALMOST_TEN / 5)));
  expect(answer).toMatchObject({ entries: [{ url: "https://a.example/1" }] });
});

test("10 MB of declared entities, and of entities that are not declared, expand to nothing large", async () => {
  const declared = Array.from(
    { length: 150_000 },
    (_, at) => `<!ENTITY e${at} "&e${at - 1};&e${at - 1};&e${at - 1};">`,
  ).join("");
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${declared}]><rss version="2.0"><channel><title>&e149999;</title></channel></rss>`;
  expect(JSON.stringify(await feedAt(bomb)).length).toBeLessThan(1_000);
  const unknown = await feedAt(channel(`<item><title>${"&nobody;".repeat(ALMOST_TEN / 8)}</title></item>`));
  expect(JSON.stringify(unknown).length).toBeLessThanOrEqual(10_000_000);
});

test("a feed without end is cut off at the limit", async () => {
  const origin = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "application/rss+xml" });
    const more = (): void => {
      while (!response.destroyed && response.write("<item/>".repeat(10_000)));
    };
    response.on("drain", more);
    more();
  });
  await expect(fetchFeed(origin)).rejects.toMatchObject({ code: "input.toolarge" });
});

test("a feed whose redirects go in a circle is told as such", async () => {
  const origin = await serve((_request, response) => response.writeHead(301, { location: "/feed" }).end());
  await expect(fetchFeed(origin)).rejects.toMatchObject({
    code: "url.unreachable",
    message: expect.stringContaining("redirect"),
  });
});

test("a feed that answers 304 for ever is unchanged to whoever saw it, and a fault to whoever never did", async () => {
  const origin = await serve((_request, response) => response.writeHead(304).end());
  const seen = { etag: '"1"' };
  for (let look = 0; look < 20; look += 1) expect(await fetchFeed(origin, seen)).toEqual({ seen });
  await expect(fetchFeed(origin)).rejects.toMatchObject({
    code: "url.status",
    message: expect.stringContaining("304"),
  });
});

test("a feed that asks to be left alone says for how long", async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  for (const [header, least, most] of [
    ["120", 120, 120],
    [inAnHour, 3_590, 3_601],
    ["soon", undefined, undefined],
  ] as const) {
    const origin = await serve((_request, response) => response.writeHead(429, { "retry-after": header }).end());
    const error = await fetchFeed(origin).catch((thrown: unknown) => thrown);
    const { retryAfter } = error as { retryAfter?: number };
    expect(retryAfter ?? -1).toBeGreaterThanOrEqual(least ?? -1);
    expect(retryAfter ?? -1).toBeLessThanOrEqual(most ?? -1);
  }
});

test("an address that is given up does not keep anybody waiting", async () => {
  const origin = await serve(() => undefined);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20);
  await expect(fetchFeed(origin, {}, { signal: stop.signal })).rejects.toMatchObject({ code: "url.unreachable" });
});

test("entries of the years 1 and 9999 come in without a date, entries of no year too", async () => {
  const origin = await serve((_request, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end("Arnor met Gondor."),
  );
  const dates = ["0001-01-01", "9999-12-31", "Mon, 31 Dec 9999 23:59:59 GMT", "yesterday", "2020-12-28"];
  const entries = dates.map((published, at) => ({ url: `${origin}/${at}`, published }));
  const taken = await collect(takeEntries({ entries }, entries));
  expect(taken.map(({ intake }) => ("document" in intake ? intake.document.published : "refused"))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    "2020-12-28",
  ]);
});

test("lines dated in the years 1 and 9999 are refused, the rest is taken", async () => {
  const lines = ["0001-01-01", "9999-12-31", "2020-12-28"].map((published) =>
    JSON.stringify({ text: published, published }),
  );
  const folder = folderWith({
    "a.ndjson": lines.join("\n"),
    "b.csv": `date,text\n${"9999-12-31,Late.\n"}2020-01-01,Now.\n`,
  });
  expect(await outcomesOf({ kind: "path", path: folder })).toEqual([
    "line.shape",
    "line.shape",
    "2020-12-28",
    "input.date",
    "Now.",
  ]);
});

const ZIP = Buffer.from("PK\x03\x04\x14\0\0\0rest of an archive", "latin1");

test("archives in a folder are refused with their reason, pictures passed over, the rest is taken", async () => {
  const folder = folderWith({
    "a.txt": "One.",
    "b.zip": ZIP,
    "c.docx": ZIP,
    "d.png": "x",
    "e.txt": ZIP,
    "f.txt": "Two.",
  });
  expect(await outcomesOf({ kind: "path", path: folder })).toEqual([
    "One.",
    "input.binary",
    "input.binary",
    "input.binary",
    "Two.",
  ]);
});

test("files that are handed over are refused and taken each by itself", async () => {
  const file = (name: string, content: string | Buffer) => ({ name, content: Buffer.from(content).toString("base64") });
  const files = [
    file("a.zip", ZIP),
    file("b.ndjson", '{"text":"One."}\n{broken\n'),
    file("c.csv", "text\nTwo.\n"),
    file("d.warc", "WARC/1.0\r\ncut"),
    file("e.txt", ""),
    file("f.mbox", "From a@b\nSubject: Talks\n\nThree.\n"),
    file("noname", "<!doctype html><p>Four.</p>"),
  ];
  expect(await outcomesOf({ kind: "files", files })).toEqual([
    "input.binary",
    "One.",
    "line.json",
    "Two.",
    "input.damaged",
    "input.empty",
    "Three.",
    "Four.",
  ]);
});

const HEAD = "From: Herald <news@herald.example>\r\nSubject: Talks\r\nDate: Mon, 28 Dec 2020 10:00:00 +0000\r\n";

test("a mail's attachments are not read: mails within mails, a zip, a letter in the wrong charset", async () => {
  const within = (depth: number): string =>
    depth === 0
      ? `${HEAD}\r\nThe innermost letter.\r\n`
      : `${HEAD}Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\nContent-Type: text/plain\r\n\r\nLetter ${depth}.\r\n--b${depth}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${within(depth - 1)}\r\n--b${depth}--\r\n`;
  const zipped = `${HEAD}Content-Type: multipart/mixed; boundary=z\r\n\r\n--z\r\nContent-Type: text/plain\r\n\r\nSee the archive.\r\n--z\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${ZIP.toString("base64")}\r\n--z--\r\n`;
  const latin = Buffer.concat([
    Buffer.from(`${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\nCaf`),
    Buffer.from([0xe9]),
    Buffer.from(" talks went on.\r\n"),
  ]);
  const folder = folderWith({ "a.eml": within(3), "b.eml": zipped, "c.eml": latin, "d.eml": within(60) });
  const taken = await allOf({ kind: "path", path: folder });
  const texts = taken.map((one) => ("document" in one ? one.document.text : one.refused.error.code));
  expect(texts[0]).toMatch(/^Letter 3\./);
  expect(texts[1]).toBe("See the archive.");
  expect(texts[2]).toBe("Caf\ufffd talks went on.");
  expect(texts[3]).toMatch(/^(?:Letter 60\.|input\.unreadable$)/);
});
