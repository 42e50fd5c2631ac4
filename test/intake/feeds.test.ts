import { expect, test } from "vitest";
import { feedsOfOpml, fetchFeed } from "../../src/intake/index.ts";
import { allOf, folderWith, outcomesOf } from "./folder.ts";
import { serve } from "./server.ts";

const LONG = "The envoys of both sides met and talked at length about grain. ".repeat(20);
const rss = (
  origin: string,
): string => `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>Herald</title><link>${origin}</link><description>News</description>
  <item><title>Patrol</title><link>${origin}/patrol</link><pubDate>Mon, 28 Dec 2020 10:00:00 GMT</pubDate><dc:creator>W</dc:creator></item>
  <item><title>Gone</title><link>${origin}/gone</link><description>A teaser.</description></item>
  <item><title>Gone, but told whole</title><link>${origin}/whole</link><description>&lt;p&gt;${LONG}&lt;/p&gt;</description></item>
  <item><title>Patrol again</title><link>${origin}/patrol</link></item>
  <item><title>No address</title></item></channel></rss>`;

/** A site with a feed, one page of it, and nothing else. */
function site(feed: (origin: string) => string, type = "application/rss+xml"): Promise<string> {
  return serve((request, response) => {
    const origin = `http://${request.headers.host}`;
    if (request.url === "/feed") response.writeHead(200, { "content-type": type, etag: '"1"' }).end(feed(origin));
    else if (request.url === "/patrol")
      response.writeHead(200, { "content-type": "text/html" }).end("<p>They flew.</p>");
    else response.writeHead(404).end();
  });
}

test("the address of a feed is its entries, each address once", async () => {
  const origin = await site(rss);
  const outcomes = await allOf({ kind: "url", url: `${origin}/feed` });
  expect(outcomes).toMatchObject([
    {
      document: {
        text: "They flew.",
        title: "Patrol",
        publisher: "Herald",
        author: "W",
        published: "2020-12-28T10:00:00Z",
      },
    },
    { refused: { input: `${origin}/gone`, error: { code: "url.status" } } },
    { document: { title: "Gone, but told whole", url: `${origin}/whole`, text: LONG.trim() } },
  ]);
});

const atom = (
  origin: string,
): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><id>x</id><updated>2020-12-28T00:00:00Z</updated>
  <entry><title>T</title><id>1</id><link rel="self" href="${origin}/self"/><link href="/patrol"/><updated>2020-12-28T00:00:00Z</updated></entry></feed>`;
const json = (): string =>
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "H", items: [{ id: "1", url: "/patrol" }] });

test.each<[string, (origin: string) => string, string]>([
  ["Atom", atom, "application/atom+xml"],
  ["JSON", json, "application/feed+json"],
])("a feed in %s, with relative addresses", async (_name, feed, type) => {
  const origin = await site(feed, type);
  expect(await outcomesOf({ kind: "url", url: `${origin}/feed` })).toEqual(["They flew."]);
});

test("a feed that was seen says that nothing changed", async () => {
  const origin = await serve((request, response) => {
    if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "application/rss+xml", etag: '"1"' }).end(rss("http://a.example"));
  });
  const { feed, seen } = await fetchFeed(origin);
  expect(feed?.entries).toHaveLength(3);
  expect(await fetchFeed(origin, seen)).toEqual({ seen });
});

test("a page that is no feed, and a feed of entities within entities", async () => {
  const page = await site(() => "<html><body>Hello</body></html>", "text/html");
  await expect(fetchFeed(`${page}/feed`)).rejects.toMatchObject({ code: "feed.malformed" });
  const names = "abcdefghij";
  const entities = [...names].map((name, index) => {
    const value = index === 0 ? "ha".repeat(5) : `&${names[index - 1]};`.repeat(10);
    return `<!ENTITY ${name} "${value}">`;
  });
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [${entities.join("")}]><rss version="2.0"><channel><title>&j;</title></channel></rss>`;
  const origin = await site(() => bomb);
  const answer = await fetchFeed(`${origin}/feed`).catch((error: unknown) => error);
  expect(JSON.stringify(answer).length).toBeLessThan(10_000);
});

test("an OPML file is the feeds in it, folders and all", async () => {
  const origin = await site(rss);
  const opml = `<opml version="2.0"><head><title>x</title></head><body><outline text="News"><outline text="H" xmlUrl="${origin}/feed"/>
    <outline text="again" xmlUrl="${origin}/feed"/></outline><outline text="gone" xmlUrl="${origin}/none"/></body></opml>`;
  expect(feedsOfOpml(opml, "x")).toEqual(
    [
      { url: `${origin}/feed`, title: "H" },
      { url: `${origin}/none`, title: "gone" },
    ].map((feed) => (feed.title === "H" ? { ...feed, title: "again" } : feed)),
  );
  expect(await outcomesOf({ kind: "path", path: folderWith({ "feeds.opml": opml }) })).toEqual([
    "They flew.",
    "url.status",
    LONG.trim(),
    "url.status",
  ]);
});
