import { describe, expect, test } from "vitest";
import { IntakeEvent, Job, JobView, Outlet, Subscription } from "../../src/schema/index.ts";
import { createServer, listen } from "../../src/server/index.ts";
import { FakeDesk } from "../support/fake-desk.ts";
import { eventually } from "../support/pages.ts";

const desk = new FakeDesk();
const server = createServer(desk, { token: "secret", pages: "/nowhere" });
const headers = { host: "localhost:4600" };
const get = (url: string) => server.inject({ url, headers });
const post = (url: string, payload?: object, more: Record<string, string> = {}) =>
  server.inject({ method: "POST", url, payload, headers: { ...headers, ...more } });

test("a job begins, is listed, and tells what it refused", async () => {
  const files = [
    { name: "a.txt", content: Buffer.from("China accused Russia of spying.").toString("base64") },
    { name: "b.png", content: Buffer.from("\0").toString("base64") },
  ];
  const begun = Job.parse((await post("/api/jobs", { kind: "files", files })).json());
  expect((await get("/api/jobs")).json()[0]).toEqual(begun);
  const { job, refusals } = JobView.parse((await get(`/api/jobs/${begun.id}`)).json());
  expect(job).toMatchObject({ state: "done", added: 1, refused: 1 });
  expect(refusals).toMatchObject([{ input: "b.png", error: { code: "input.binary" } }]);
});

test("the samples are taken in by a word, since no page may name a path", async () => {
  expect(Job.parse((await post("/api/jobs/samples")).json())).toMatchObject({ name: "The samples", state: "running" });
});

test("a job is paused, resumed and cancelled; one that is none is a 404", async () => {
  const { id } = desk.jobs.show({ state: "running" });
  for (const [action, state] of [
    ["pause", "paused"],
    ["resume", "running"],
    ["cancel", "cancelled"],
  ])
    expect((await post(`/api/jobs/${id}/${action}`)).json()).toMatchObject({ id, state });
  const unknown = await post("/api/jobs/j999/pause");
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, "job.unknown"]);
});

test("feeds are subscribed to, looked at and forgotten; outlets come with their side", async () => {
  const made = Subscription.parse(
    (await post("/api/subscriptions", { kind: "feed", address: "https://a.example/" })).json(),
  );
  expect((await get("/api/subscriptions")).json()).toEqual([made]);
  expect((await post(`/api/subscriptions/${made.id}/refresh`)).json()).toEqual({ subscription: made });
  const removed = await server.inject({ method: "DELETE", url: `/api/subscriptions/${made.id}`, headers });
  expect(removed.json()).toEqual({ removed: made.id });
  expect(Outlet.array().parse((await get("/api/outlets")).json())[0].side).toBe("CHN");
});

test("a path or a folder of this machine is for the command alone, and nothing is written for another site's page", async () => {
  for (const [url, payload] of [
    ["/api/jobs", { kind: "path", path: "/etc" }],
    ["/api/subscriptions", { kind: "folder", address: "/etc" }],
  ] as const) {
    expect((await post(url, payload)).json()).toMatchObject({ code: "request.path" });
    expect((await post(url, payload, { "x-entente-token": "wrong!" })).json()).toMatchObject({ code: "request.path" });
  }
  const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  for (const url of ["/api/jobs/j1/cancel", "/api/subscriptions/s1/refresh"])
    expect((await post(url, undefined, foreign)).json()).toMatchObject({ code: "request.foreign" });
});

describe("a folder that our own page names", () => {
  const folder = { kind: "folder", address: "~/press" };
  const ours = { host: "localhost:4600", origin: "http://localhost:4600", "sec-fetch-site": "same-origin" };

  async function asked(headers: Record<string, string>, remoteAddress = "127.0.0.1") {
    const own = new FakeDesk();
    const by: unknown[] = [];
    const add = own.subscriptions.add.bind(own.subscriptions);
    own.subscriptions.add = (request, who?: string) => {
      by.push(who);
      return add(request);
    };
    const service = createServer(own, { token: "secret" });
    const answer = await service.inject({
      ...{ method: "POST", url: "/api/subscriptions", payload: folder, remoteAddress },
      headers: { ...ours, ...headers },
    });
    return [answer.statusCode, answer.json().code ?? "watched", ...by];
  }

  test.each(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])(
    "is watched, as a page's folder, where the browser runs on this machine: %s",
    async (address) => {
      expect(await asked({}, address)).toEqual([200, "watched", "page"]);
    },
  );

  test.each(["192.168.1.7", "10.0.0.1", "::ffff:192.168.1.7", "2001:db8::1"])(
    "is refused to a browser elsewhere: %s",
    async (address) => {
      expect(await asked({}, address)).toEqual([403, "request.remote"]);
    },
  );

  test.each(["forwarded", "x-forwarded-for", "x-real-ip", "via"])("is refused behind a proxy: %s", async (header) => {
    expect(await asked({ [header]: "127.0.0.1" })).toEqual([403, "request.remote"]);
  });

  test("the command may name any folder from anywhere", async () => {
    const token = { "x-entente-token": "secret" };
    expect(await asked({ ...token, via: "1.1 proxy" }, "10.0.0.1")).toEqual([200, "watched", undefined]);
  });
});

test.each([
  [{ kind: "files", files: [] }],
  [{ kind: "files", files: [{ name: "a.txt", content: "no base64!" }] }],
  [{ kind: "files", files: [{ name: "", content: "" }] }],
  [{ kind: "nothing" }],
])("what is no source is refused: %j", async (payload) => {
  const answer = await post("/api/jobs", payload);
  expect([answer.statusCode, answer.json().code]).toEqual([400, "request.invalid"]);
});

test("events come as they happen, and stop being made when the listener goes or the service stops", async () => {
  const own = new FakeDesk();
  const listening: AbortSignal[] = [];
  const watch = own.jobs.watch.bind(own.jobs);
  own.jobs.watch = (signal) => {
    listening.push(signal);
    return watch(signal);
  };
  const service = createServer(own, { pages: "/nowhere" });
  const url = await listen(service, { port: 0 });
  const leave = new AbortController();
  const answer = await fetch(`${url}/api/jobs/events`, { signal: leave.signal });
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const reader = (answer.body as ReadableStream<Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  const next = async () => IntakeEvent.parse(JSON.parse(String((await reader.read()).value).replace(/^data: /, "")));
  expect(await next()).toEqual({ jobs: [], subscriptions: [] });
  own.jobs.show({ name: "new" });
  expect(await next()).toMatchObject({ jobs: [{ name: "new" }] });
  leave.abort();
  await eventually(() => listening[0].aborted).toBe(true);
  const other = await fetch(`${url}/api/jobs/events`);
  await service.close();
  expect(listening[1].aborted).toBe(true);
  expect(await other.text()).toMatch(/^data: /);
});
