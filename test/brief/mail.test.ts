import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addressOf,
  applyEdits,
  briefMail,
  briefText,
  fileOutbox,
  type Mail,
  type Outbox,
  sendMail,
} from "../../src/brief/index.ts";
import type { Brief, BriefEdits, BriefFigure } from "../../src/schema/index.ts";
import { exampleBrief, HOSTILE, hostileBrief } from "./outputs.ts";

const FIGURE: BriefFigure = {
  id: "months",
  caption: "Incidents by month",
  words: "One incident in December.",
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="80"><rect width="40" height="40"/><text x="60" y="30">Arnor</text></svg>',
  table: { columns: ["Month", "Incidents"], rows: [["2020-12", 1]] },
};
const withFigure = (): Brief => {
  const brief = exampleBrief();
  return {
    ...brief,
    sections: brief.sections.map((section) =>
      section.id === "measures" ? { ...section, figures: [FIGURE] } : section,
    ),
  };
};
const ENVELOPE = {
  from: "Citadel <citadel@example.org>",
  to: ["ioreth@example.org"],
  date: new Date("2021-01-01T00:00:00Z"),
};

describe("a brief as a mail", () => {
  test("has a text part, an HTML part, an inline figure and the PDF", async () => {
    const { bytes } = await briefMail(withFigure(), ENVELOPE);
    const mail = await simpleParser(Buffer.from(bytes));
    expect(mail.subject).toBe("Arnor and Gondor, 2020");
    expect(mail.text).toBe(briefText(withFigure()));
    const [image, pdf] = mail.attachments;
    expect(image).toMatchObject({
      contentType: "image/png",
      contentDisposition: "inline",
      cid: "figure-months@entente",
    });
    expect(image.content.subarray(1, 4).toString()).toBe("PNG");
    expect(pdf).toMatchObject({ contentType: "application/pdf", filename: "arnor-and-gondor-2020.pdf" });
    expect(pdf.content.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("says every sentence in both of its parts", async () => {
    const { bytes } = await briefMail(exampleBrief(), ENVELOPE);
    const { text = "", html } = await simpleParser(Buffer.from(bytes));
    const flat = (part: string): string => part.replace(/\s+/g, " ");
    for (const { sentence } of exampleBrief().sections.flatMap(({ statements }) => statements)) {
      expect(flat(text)).toContain(sentence);
      expect(flat(String(html)).replaceAll("&quot;", '"').replaceAll("&#39;", "'")).toContain(sentence);
    }
  });

  test("says in both of its parts what an analyst wrote and noted", async () => {
    const edits: BriefEdits = {
      schema: "entente.brief-edits/1",
      edits: [
        { kind: "rewrite", statement: "count", sentence: "Little is known." },
        { kind: "note", statement: "count", note: "Ask the <steward>." },
      ],
    };
    const { bytes } = await briefMail(applyEdits(exampleBrief(), edits).brief, ENVELOPE);
    const { text = "", html } = await simpleParser(Buffer.from(bytes));
    expect(text).toMatch(/Little is known\. \(analyst’s own sentence\)\s+Note: Ask the <steward>\./);
    expect(String(html)).toMatch(/Little is known\..*\(analyst’s own sentence\).*Note: Ask the &lt;steward&gt;\./s);
  });

  test("is the same in every byte for the same brief, people and date", async () => {
    const [one, other] = [await briefMail(withFigure(), ENVELOPE), await briefMail(withFigure(), ENVELOPE)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  test.each(HOSTILE)("keeps hostile words out of headers and markup: %s", async (words) => {
    const { bytes } = await briefMail(hostileBrief(words), ENVELOPE);
    const mail = await simpleParser(Buffer.from(bytes));
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe(words.replace(/\s+/g, " ").trim());
    expect(String(mail.html)).not.toMatch(/<script>alert|<img src=x|<svg onload/);
  });

  test.each([
    "a@b\r\nBcc: c@example.org",
    "a@example.org, b@example.org",
    "nobody",
    "a b@example.org",
    "x <a@b> <c@d>",
    "a@example.org\u2028",
    "",
  ])("refuses %j as an address", (address) => {
    expect(() => addressOf(address)).toThrow(/is no mail address/);
  });

  test("takes an address with a name and one in another script", () => {
    expect(addressOf("Ioreth of Imloth <ioreth@example.org>")).toEqual({
      name: "Ioreth of Imloth",
      address: "ioreth@example.org",
    });
    expect(addressOf("иорет@пример.рф").address).toBe("иорет@пример.рф");
  });
});

describe("sending over SMTP", () => {
  let folder: string;
  let outbox: Outbox;
  let server: SMTPServer | undefined;
  let received: { readonly to: string[]; readonly bytes: Buffer }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-mail-"));
    outbox = fileOutbox(join(folder, "outbox.ndjson"));
    received = [];
  });

  afterEach(async () => {
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
    server = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  /** A server that fails the first `failures` mails with a code, then takes them. */
  async function listen(failures = 0, code = 451): Promise<number> {
    let left = failures;
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          left -= 1;
          if (left >= 0) return done(Object.assign(new Error("try later"), { responseCode: code }));
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), bytes: Buffer.concat(chunks) });
          return done();
        });
      },
    });
    server = smtp;
    await new Promise<void>((done) => smtp.listen(0, "127.0.0.1", done));
    return (smtp.server.address() as { port: number }).port;
  }

  const settings = (port: number) => ({ host: "127.0.0.1", port, secure: false, from: "citadel@example.org" });
  const mailTo = (...to: string[]): Promise<Mail> => briefMail(exampleBrief(), { ...ENVELOPE, to });

  test("what is received is what was sent, byte for byte", async () => {
    const port = await listen();
    const mail = await mailTo("ioreth@example.org");
    const delivery = await sendMail(mail, settings(port), outbox);
    expect(delivery.sent).toEqual(["ioreth@example.org"]);
    expect(received[0].bytes.toString("latin1").trimEnd()).toBe(Buffer.from(mail.bytes).toString("latin1").trimEnd());
    const parsed = await simpleParser(received[0].bytes);
    expect(parsed.text).toBe(briefText(exampleBrief()));
  });

  test("a server that fails for a while is tried again and said", async () => {
    const port = await listen(2);
    const said: string[] = [];
    const delivery = await sendMail(await mailTo("ioreth@example.org"), settings(port), outbox, {
      waits: [1, 1, 1],
      onRetry: (detail) => said.push(detail),
    });
    expect(delivery.sent).toHaveLength(1);
    expect(received).toHaveLength(1);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain("try later");
  });

  test("a mail that was sent is not sent again", async () => {
    const port = await listen();
    const mail = await mailTo("ioreth@example.org");
    await sendMail(mail, settings(port), outbox);
    const again = await sendMail(mail, settings(port), fileOutbox(join(folder, "outbox.ndjson")));
    expect(again).toEqual({ sent: [], skipped: ["ioreth@example.org"], refused: [] });
    expect(received).toHaveLength(1);
  });

  test("a permanent refusal is not tried again", async () => {
    const port = await listen(5, 554);
    const said: string[] = [];
    const sending = sendMail(await mailTo("ioreth@example.org"), settings(port), outbox, {
      waits: [1, 1],
      onRetry: (detail) => said.push(detail),
    });
    await expect(sending).rejects.toThrow(/was not sent: 127\.0\.0\.1:\d+ said/);
    expect(said).toEqual([]);
  });

  test("a server that is not there is named", async () => {
    const port = await listen();
    await new Promise<void>((done) => server?.close(() => done()));
    server = undefined;
    await expect(sendMail(await mailTo("ioreth@example.org"), settings(port), outbox, { waits: [1] })).rejects.toThrow(
      /was not sent/,
    );
  });

  test("a line that breaks after the text went over is never sent twice", async () => {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, session) {
        stream.on("data", () => {});
        stream.on("end", () => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), bytes: Buffer.alloc(0) });
          for (const connection of smtp.connections)
            (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
        });
      },
    });
    smtp.on("error", () => {});
    server = smtp;
    await new Promise<void>((done) => smtp.listen(0, "127.0.0.1", done));
    const { port } = smtp.server.address() as { port: number };
    const mail = await mailTo("ioreth@example.org");
    await expect(sendMail(mail, settings(port), outbox, { waits: [1, 1] })).rejects.toThrow(/was not sent/);
    expect(await outbox.has(mail.id, "ioreth@example.org")).toBe(true);
    expect(received).toHaveLength(1);
  });
});
