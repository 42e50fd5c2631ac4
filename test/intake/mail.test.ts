import { expect, test } from "vitest";
import { allOf, folderWith, outcomesOf } from "./folder.ts";

const HEAD = `From: "Gondor Times" <news@gondor.example>\r\nTo: me@example.org\r\nSubject: =?utf-8?Q?Morning_letter_=E2=80=93_grain?=\r\nDate: Mon, 28 Dec 2020 10:00:00 +0300\r\n`;
const PLAIN = `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\nArnor and Gondor agreed on grain.\r\n`;

test("a plain mail: the sender is the publisher, the subject the title", async () => {
  expect(await allOf({ kind: "path", path: folderWith({ "a.eml": PLAIN }) })).toMatchObject([
    {
      document: {
        title: "Morning letter – grain",
        publisher: "Gondor Times",
        published: "2020-12-28T07:00:00Z",
        text: "Arnor and Gondor agreed on grain.",
      },
    },
  ]);
});

test.each([
  ["Mon, 1 Jan 0001 00:00:00 +0000", undefined],
  ["Fri, 31 Dec 9999 23:59:59 +0000", undefined],
  ["Tue, 99 Foo 2020", undefined],
  ["28 Dec 2020 10:00:00 +0000", "2020-12-28T10:00:00Z"],
])("a mail of %s is published: %s", async (date, published) => {
  const mail = PLAIN.replace(/Date: .*\r\n/, `Date: ${date}\r\n`);
  const [taken] = await allOf({ kind: "path", path: folderWith({ "a.eml": mail }) });
  expect("document" in taken && [taken.document.text, taken.document.published]).toEqual([
    "Arnor and Gondor agreed on grain.",
    published,
  ]);
});

test("a newsletter whose plain part only points to the web is read from its HTML", async () => {
  const html = `<p>${"The envoys of both sides met and talked at length about grain. ".repeat(12)}</p>`;
  const mail = `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee browser.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--b--\r\n`;
  const [text] = await outcomesOf({ kind: "path", path: folderWith({ "a.eml": mail }) });
  expect(text).toMatch(/^The envoys of both sides met/);
});

test("a charset that is none, and parts nested without end, don't stop the others", async () => {
  const nested = Array.from(
    { length: 50 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  );
  const folder = folderWith({
    "a.eml": PLAIN.replace("charset=utf-8", "charset=klingon"),
    "b.eml": `${HEAD}${nested.join("")}Content-Type: text/plain\r\n\r\ndeep\r\n`,
    "c.eml": `${HEAD}\r\n`,
    "d.eml": PLAIN,
  });
  expect(await outcomesOf({ kind: "path", path: folder })).toEqual([
    "Arnor and Gondor agreed on grain.",
    "input.damaged",
    "input.empty",
    "Arnor and Gondor agreed on grain.",
  ]);
});

test("an mbox is its letters, quoted From lines restored, one too long refused", async () => {
  const mbox = [
    `From a@b Mon Dec 28 10:00:00 2020\n${PLAIN}>From here on it is quoted.\n\n`,
    `From a@b Mon Dec 28 10:00:00 2020\n${PLAIN}${"long line\n".repeat(1_100_000)}`,
    `From a@b Mon Dec 28 10:00:00 2020\n${PLAIN}`,
  ].join("");
  expect(await outcomesOf({ kind: "path", path: folderWith({ "a.mbox": mbox }) })).toEqual([
    "Arnor and Gondor agreed on grain.\nFrom here on it is quoted.",
    "input.toolarge",
    "Arnor and Gondor agreed on grain.",
  ]);
});

test("an mbox without letters is empty", async () => {
  expect(await outcomesOf({ kind: "path", path: folderWith({ "a.mbox": "no letter\n" }) })).toEqual(["input.empty"]);
});
