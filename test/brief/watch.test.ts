import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMParser } from "linkedom";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  alertFeed,
  alertsOf,
  digestOf,
  digestText,
  isSigned,
  previewAlerts,
  previewDigest,
  raiseAlerts,
  SIGNATURE_HEADER,
  sendDigest,
  signatureOf,
  snapshotOf,
  type Watch,
} from "../../src/brief/index.ts";
import { type AlertRule, type AlertTarget, DOMAINS, WatchSettings } from "../../src/schema/index.ts";
import { EXERCISE, factsOf, measuresOf, type Told } from "./world.ts";

const MARKET: Told = {
  id: "market",
  text: "Arnor and Gondor opened a market against the wishes of Mordor, the guild said.",
  words: "opened a market",
  incident: { domain: "economic", directedAgainst: ["MOR"] },
};
const depthOf = (rung: "words" | "joint operations") =>
  DOMAINS.map((domain) => ({ domain, cells: [], ...(domain === "military" && { reached: rung, keptUp: rung }) }));
const viewOf = (...told: Told[]) => factsOf({ told }).view;
const BEFORE = snapshotOf(viewOf(EXERCISE), measuresOf({ depth: depthOf("words") }));
const AFTER = snapshotOf(
  viewOf(EXERCISE, MARKET),
  measuresOf({ depth: depthOf("joint operations"), verdict: { verdict: "strengthened", probability: 0.99 } }),
);
const rule = (when: AlertRule["when"], to: AlertTarget[] = [{ kind: "feed" }]): AlertRule => ({
  id: `r-${when.kind}`,
  dyad: ["ARN", "GON"],
  when,
  to,
});
const titles = (when: AlertRule["when"]): string[] => alertsOf(rule(when), BEFORE, AFTER).map(({ title }) => title);

describe("what a rule waits for", () => {
  test("a verdict that becomes another", () => {
    expect(titles({ kind: "verdict" })).toEqual(["Arnor and Gondor: the verdict has changed"]);
  });

  test("a rung that is reached, in the domain asked for", () => {
    expect(titles({ kind: "rung", rung: "joint operations" })).toEqual(["Arnor and Gondor: joint operations reached"]);
    expect(titles({ kind: "rung", rung: "joint operations", domain: "economic" })).toEqual([]);
  });

  test("an incident of a kind", () => {
    expect(titles({ kind: "incident", types: ["COOPERATE"], domains: ["economic"] })).toHaveLength(1);
    expect(titles({ kind: "incident", types: ["ASSAULT"] })).toEqual([]);
  });

  test("something told as directed against a third state", () => {
    expect(titles({ kind: "third-state", third: "MOR" })).toHaveLength(1);
    expect(titles({ kind: "third-state", third: "ROH" })).toEqual([]);
  });

  test("nothing at the first look, and nothing where nothing changed", () => {
    expect(alertsOf(rule({ kind: "verdict" }), undefined, AFTER)).toEqual([]);
    expect(alertsOf(rule({ kind: "incident" }), AFTER, AFTER)).toEqual([]);
  });
});

test("a digest tells what is new and which verdict moved", () => {
  const digest = digestOf([{ before: BEFORE, after: AFTER }]);
  const text = digest ? digestText(digest) : "";
  expect(text).toContain("The verdict was “not enough evidence” and is “strengthened”.");
  expect(text).toContain("“opened a market”");
  expect(text).not.toContain("naval exercise");
  expect(digestOf([{ before: AFTER, after: AFTER }])).toBeUndefined();
});

test("a signature holds for its body, its time and its secret alone", () => {
  const header = signatureOf("a-long-enough-secret", 1_700_000_000, "{}");
  const check = (secret: string, body: string, now: number) => isSigned(header, secret, body, now);
  expect(check("a-long-enough-secret", "{}", 1_700_000_010)).toBe(true);
  expect(check("a-long-enough-secret", "{ }", 1_700_000_010)).toBe(false);
  expect(check("another-secret-altogether", "{}", 1_700_000_010)).toBe(false);
  expect(check("a-long-enough-secret", "{}", 1_700_009_999)).toBe(false);
  expect(isSigned("v1=none", "a-long-enough-secret", "{}", 0)).toBe(false);
});

test("the feed is well-formed whatever an alert says", () => {
  const [alert] = alertsOf(rule({ kind: "incident" }), BEFORE, AFTER);
  const hostile = {
    ...alert,
    dyad: [...alert.dyad] as [string, string],
    title: "</title><script>\u0000",
    text: "a & b ]]>",
    url: "javascript:1",
    at: "2021-01-01T00:00:00Z",
  };
  const xml = alertFeed([hostile]);
  const feed = new DOMParser().parseFromString(xml, "text/xml");
  expect(feed.querySelector("entry > title")?.textContent).toContain("</title><script>");
  expect(feed.querySelector("link, script")).toBeNull();
  expect(xml).not.toContain("\u0000");
});

describe("a watch", () => {
  let folder: string;
  let receiver: Server | undefined;
  let smtp: SMTPServer | undefined;
  let posted: { header: string; body: string }[];
  let mailed: string[];
  let status: number;
  let told: Told[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-watch-"));
    [posted, mailed, status, told] = [[], [], 200, [EXERCISE]];
  });

  afterEach(async () => {
    await new Promise<void>((done) => (receiver ? receiver.close(() => done()) : done()));
    await new Promise<void>((done) => (smtp ? smtp.close(() => done()) : done()));
    [receiver, smtp] = [undefined, undefined];
    await rm(folder, { recursive: true, force: true });
  });

  async function webhook(): Promise<AlertTarget> {
    receiver = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        if (status === 200) posted.push({ header: String(request.headers[SIGNATURE_HEADER]), body });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((done) => receiver?.listen(0, "127.0.0.1", done));
    const { port } = receiver.address() as AddressInfo;
    return { kind: "webhook", url: `http://127.0.0.1:${port}/hook`, secret: "a-long-enough-secret" };
  }

  async function mailServer() {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, _session, done) {
        let text = "";
        stream.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        stream.on("end", () => {
          mailed.push(text);
          done();
        });
      },
    });
    await new Promise<void>((done) => smtp?.listen(0, "127.0.0.1", done));
    const { port } = smtp.server.address() as AddressInfo;
    return { host: "127.0.0.1", port, secure: false, from: "entente@example.org" };
  }

  const watchOf = (settings: object, more: Partial<Watch> = {}): Watch => ({
    desk: { relation: async () => viewOf(...told), measure: async () => measuresOf() },
    settings: WatchSettings.parse({ schema: "entente.watch/1", ...settings }),
    folder,
    now: () => new Date("2021-01-01T00:00:00Z"),
    onFailure: () => undefined,
    ...more,
  });

  test("brings an alert to a webhook once, signed", async () => {
    const watch = watchOf({ alerts: [rule({ kind: "incident" }, [await webhook()])] });
    expect(await raiseAlerts(watch)).toEqual([]);
    told = [EXERCISE, MARKET];
    expect((await previewAlerts(watch)).alerts).toHaveLength(1);
    expect(posted).toEqual([]);
    expect(await raiseAlerts(watch)).toHaveLength(1);
    expect(await raiseAlerts(watch)).toEqual([]);
    expect(posted).toHaveLength(1);
    expect(
      isSigned(posted[0].header, "a-long-enough-secret", posted[0].body, Date.parse("2021-01-01T00:00:00Z") / 1000),
    ).toBe(true);
    expect(JSON.parse(posted[0].body)).toMatchObject({
      schema: "entente.alert/1",
      title: "Arnor and Gondor: cooperation in the economic domain",
    });
  });

  test("tries a webhook that failed again at the next look, and says so", async () => {
    const failures: string[] = [];
    const watch = watchOf(
      { alerts: [rule({ kind: "incident" }, [await webhook()])] },
      { onFailure: ({ code }) => failures.push(code) },
    );
    await raiseAlerts(watch);
    [told, status] = [[EXERCISE, MARKET], 500];
    await raiseAlerts(watch);
    expect(failures).toEqual(["webhook.failed"]);
    status = 200;
    await raiseAlerts(watch);
    await raiseAlerts(watch);
    expect(posted).toHaveLength(1);
  });

  test("keeps a feed of what was raised", async () => {
    const watch = watchOf({ alerts: [rule({ kind: "incident" })] });
    await raiseAlerts(watch);
    told = [EXERCISE, MARKET];
    await raiseAlerts(watch);
    expect(await readFile(join(folder, "alerts.atom"), "utf8")).toContain("opened a market");
  });

  test("sends a digest of what is new, and only then", async () => {
    const digest = { dyads: [["ARN", "GON"]], every: "0 6 * * 1", to: ["ioreth@example.org"] };
    const watch = watchOf({ digest }, { smtp: await mailServer() });
    expect(await sendDigest(watch)).toBeDefined();
    expect(await previewDigest(watch)).toBeUndefined();
    expect(await sendDigest(watch)).toBeUndefined();
    told = [EXERCISE, MARKET];
    expect(await sendDigest(watch)).toBeDefined();
    const [first, second] = await Promise.all(mailed.map((text) => simpleParser(text)));
    expect(mailed).toHaveLength(2);
    expect(first.text).toContain("naval exercise");
    expect(second.text).toContain("opened a market");
    expect(second.text).not.toContain("naval exercise");
  });

  test("an alert by mail goes out once", async () => {
    const watch = watchOf(
      { alerts: [rule({ kind: "incident" }, [{ kind: "mail", to: ["ioreth@example.org"] }])] },
      { smtp: await mailServer() },
    );
    await raiseAlerts(watch);
    told = [EXERCISE, MARKET];
    await raiseAlerts(watch);
    await raiseAlerts(watch);
    expect(mailed).toHaveLength(1);
  });
});
