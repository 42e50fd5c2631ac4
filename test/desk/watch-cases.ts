import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { isSigned } from "../../src/brief/index.ts";
import type { Desk } from "../../src/desk/index.ts";
import { EntenteError, type WatchGiven, WatchView } from "../../src/schema/index.ts";

const SECRET = "a-long-enough-secret";

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  return thrown instanceof EntenteError ? thrown.code : `no EntenteError: ${thrown}`;
};

const settings = (alerts: WatchGiven["alerts"], more: Partial<WatchGiven> = {}): WatchGiven => ({
  days: 3650,
  every: "*/15 * * * *",
  alerts,
  ...more,
});

/** A receiver of webhooks that answers `status` and keeps what it took. */
async function receiver() {
  const took: { header: string; body: string }[] = [];
  const state = { status: 200 };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString();
      if (state.status === 200) took.push({ header: String(request.headers["x-entente-signature"]), body });
      response.writeHead(state.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { url, took, state, close: () => new Promise<void>((done) => server.close(() => done())) };
}

async function mailServer() {
  const mails: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, close: () => new Promise<void>((done) => server.close(() => done())) };
}

/** What every desk does with alerts, the digest and mail. */
export function watchCases(desk: () => Desk): void {
  test("settings are checked, kept, and shown without their secrets", async () => {
    const hook = { kind: "webhook", url: "https://example.org/hook", secret: SECRET } as const;
    const rule = {
      id: "all",
      dyad: ["RUS", "CHN"] as [string, string],
      when: { kind: "incident" } as const,
      to: [hook],
    };
    const view = WatchView.parse(await desk().watch.save(settings([rule])));
    expect(view.alerts).toEqual([{ ...rule, dyad: ["CHN", "RUS"], to: [{ kind: "webhook", url: hook.url }] }]);
    const again = await desk().watch.save(settings([{ ...rule, to: [{ kind: "webhook", url: hook.url }] }]));
    expect(again.alerts).toHaveLength(1);
    expect(await codeOf(desk().watch.save(settings([{ ...rule, dyad: ["CHN", "XXX"] }])))).toBe("state.unknown");
    expect(await codeOf(desk().watch.save(settings([rule, rule])))).toBe("usage");
    expect(await codeOf(desk().watch.save(settings([rule], { every: "now and then" })))).toBe("usage");
    const other = { kind: "webhook", url: "https://example.org/other" } as const;
    expect(await codeOf(desk().watch.save(settings([{ ...rule, to: [other] }])))).toBe("usage");
    const mail = { kind: "mail", to: ["a@b\nBcc: c@example.org"] } as const;
    expect(await codeOf(desk().watch.save(settings([{ ...rule, to: [{ ...mail, to: [...mail.to] }] }])))).toBe(
      "mail.address",
    );
    expect((await desk().watch.settings()).alerts).toHaveLength(1);
  });

  test("an alert is previewed, tried, raised and told once; a receiver that fails is told and asked again", async () => {
    const hook = await receiver();
    const to = [{ kind: "webhook", url: hook.url, secret: SECRET } as const, { kind: "feed" } as const];
    await desk().watch.save(settings([{ id: "news", dyad: ["CHN", "RUS"], when: { kind: "incident" }, to }]));
    expect(await desk().watch.preview()).toEqual({ alerts: [], unseen: ["news"] });
    expect((await desk().watch.test("news")).map(({ outcome }) => outcome)).toEqual(["sent", "sent"]);
    expect(await codeOf(desk().watch.test("none"))).toBe("watch.rule");
    expect(await desk().watch.look()).toEqual([]);
    const day = new Date().toISOString().slice(0, 10);
    await desk().add({
      kind: "text",
      text: "China and Russia signed an agreement on a new bridge over the Amur on Monday.",
      published: day,
      publisher: "Bridge News",
    });
    expect((await desk().watch.preview()).alerts.length).toBeGreaterThan(0);
    expect(hook.took).toHaveLength(1);
    hook.state.status = 500;
    const raised = await desk().watch.look();
    expect(raised.length).toBeGreaterThan(0);
    expect((await desk().watch.settings()).waiting).toBe(raised.length);
    expect((await desk().watch.sent())[0]).toMatchObject({ outcome: expect.any(String), kind: "alert" });
    hook.state.status = 200;
    expect(await desk().watch.look()).toEqual([]);
    expect(await desk().watch.look()).toEqual([]);
    expect(hook.took).toHaveLength(1 + raised.length);
    const [, first] = hook.took;
    expect(isSigned(first.header, SECRET, first.body, Date.now() / 1000)).toBe(true);
    expect((await desk().watch.settings()).waiting).toBe(0);
    expect(await desk().watch.feed()).toContain("agreement on a new bridge");
    const failures = (await desk().watch.sent()).filter(({ outcome }) => outcome === "failed");
    expect(failures.map(({ target }) => target)).toContain(hook.url);
    await hook.close();
  });

  test("a brief and a digest go out by the mail server that is set, once each", async () => {
    const server = await mailServer();
    const smtp = { host: "127.0.0.1", port: server.port, secure: false, from: "Entente <entente@example.org>" };
    const { mail } = await desk().watch.saveMail({ ...smtp, user: undefined });
    expect(mail).toMatchObject({ host: "127.0.0.1", hasPassword: false });
    const query = { a: "CHN", b: "RUS", from: "2020-12-01", to: "2020-12-31", name: "mailed" };
    const to = ["reader@example.org", "Ioreth <ioreth@example.org>"];
    expect(await desk().edits.send(query, to)).toEqual({
      sent: ["reader@example.org", "ioreth@example.org"],
      skipped: [],
      refused: [],
    });
    expect((await desk().edits.send(query, to)).skipped).toHaveLength(2);
    expect(await codeOf(desk().edits.send(query, ["nobody"]))).toBe("mail.address");
    const digest = { dyads: [["CHN", "RUS"] as [string, string]], every: "0 6 * * 1", to: ["reader@example.org"] };
    await desk().watch.save(settings([], { digest }));
    expect((await desk().watch.preview()).digest?.text).toContain("What is new");
    expect(await desk().watch.sendDigest()).toBe(true);
    expect(await desk().watch.sendDigest()).toBe(false);
    expect(server.mails.map(({ to: receivers }) => receivers.join())).toEqual([
      "reader@example.org",
      "ioreth@example.org",
      "reader@example.org",
    ]);
    expect((await desk().watch.saveMail(undefined)).mail).toBeUndefined();
    expect(
      await codeOf(
        desk()
          .watch.sendDigest()
          .then(() => desk().edits.send(query, to)),
      ),
    ).toBe("mail.settings");
    await server.close();
  });

  test("a password is kept and never shown", async () => {
    const mail = { host: "mail.example.org", port: 587, secure: false, user: "u", from: "e@example.org" };
    const shown = await desk().watch.saveMail({ ...mail, password: "very secret" });
    expect(JSON.stringify(shown)).not.toContain("very secret");
    expect((await desk().watch.saveMail({ ...mail, port: 465 })).mail).toMatchObject({ port: 465, hasPassword: true });
    expect((await desk().watch.saveMail({ ...mail, host: "other.example.org" })).mail?.hasPassword).toBe(false);
    await desk().watch.saveMail(undefined);
  });
}
