import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Coding, openLedger } from "../../src/ledger/index.ts";
import { emptyFolder, entryOf, ledgerWith, rowsOf, type Sheet } from "./entries.ts";

const PATROL = "Arnor and Gondor flew a patrol.";
const TALKS = "Rohan met Gondor for talks.";
const QUIET = "Mordor was quiet.";

const OLD: readonly Sheet[] = [
  { text: PATROL, published: "2020-01-02", events: [{ actors: ["Arnor", "Gondor"], on: "2020-01-01" }] },
  { text: TALKS, published: "2020-01-03", events: [{ actors: ["Rohan", "Gondor"], type: "CONSULT" }] },
  { text: QUIET, published: "2020-01-04", events: [{ actors: ["Mordor", "Rohan"].slice(0, 1) }] },
];

/** What the newer coder makes of the same texts: a date is corrected, a report is gone, another is new. */
const NEW: Readonly<Record<string, Sheet["events"]>> = {
  [PATROL]: [{ actors: ["Arnor", "Gondor"], on: "2020-01-02" }],
  [TALKS]: [{ actors: ["Rohan", "Gondor"], type: "CONSULT" }],
  [QUIET]: [],
};

const coder = { version: "2.0.0", model: "test", knowledge: "test" };

function codingOf(events: Readonly<Record<string, Sheet["events"]>>, seen: string[] = []): Coding {
  return {
    coder,
    code: async (documents) =>
      documents.map(({ text, published }) => {
        seen.push(text);
        if (!(text in events)) return { fault: { code: "internal", message: "it stumbled", remedy: "report it" } };
        return entryOf({ text, published, events: events[text], coder: coder.version });
      }),
  };
}

const sheets = () => OLD.map(entryOf);

test("what a newer coder reads otherwise is shown, and nothing changes by that", async () => {
  const folder = emptyFolder();
  const ledger = await openLedger(folder);
  await ledger.append(sheets());
  const before = await ledger.incidents();
  const recoding = await ledger.recodings.run(codingOf(NEW));
  expect(recoding).toMatchObject({
    ...{ coder, documents: 3, failed: [], taken: false },
    before: [{ version: "1.0.0", documents: 3 }],
    reports: { same: 1, added: 0, gone: 1, changed: 1 },
    incidents: { same: 1, added: 0, gone: 1, changed: 1 },
    moreRows: 0,
  });
  expect(
    recoding.rows.map(({ kind, change, before, after, fields }) => ({ kind, change, before, after, fields })),
  ).toMatchSnapshot();
  expect(await ledger.incidents()).toEqual(before);
  expect((await ledger.document(sheets()[0].document.id)).reading.coder.version).toBe("1.0.0");
  await ledger.close();
});

test("taken, the new readings count, the old ones stand beside them, and it is as if they had been appended", async () => {
  const [folder, plain] = [emptyFolder(), emptyFolder()];
  const ledger = await openLedger(folder);
  await ledger.append(sheets());
  expect(await ledger.recodings.run(codingOf(NEW), { take: true })).toMatchObject({ taken: true });
  expect(existsSync(join(folder, "recoding"))).toBe(false);
  expect((await ledger.document(sheets()[0].document.id)).reading.coder.version).toBe("2.0.0");
  expect((await ledger.verify()).damage).toEqual([]);
  const again = await ledger.recodings.run(codingOf(NEW));
  expect([again.reports, again.incidents]).toMatchObject([
    { added: 0, gone: 0, changed: 0 },
    { added: 0, gone: 0, changed: 0 },
  ]);
  await ledger.close();
  const other = await openLedger(plain);
  await other.append(sheets());
  await other.append(OLD.map(({ text, published }) => entryOf({ text, published, events: NEW[text], coder: "2.0.0" })));
  await other.close();
  expect(await rowsOf(folder)).toEqual(await rowsOf(plain));
});

test("a run that was stopped goes on where it stood, unless another coder takes its place", async () => {
  const many = Array.from({ length: 450 }, (_, index) => ({ text: `Arnor and Gondor held drill ${index}.` }));
  const events = Object.fromEntries(many.map(({ text }) => [text, []]));
  const ledger = await ledgerWith(many.map((sheet) => entryOf(sheet)));
  const stop = new AbortController();
  const onProgress = ({ done }: { done: number }): void => {
    if (done >= 200) stop.abort(new Error("stopped"));
  };
  await expect(ledger.recodings.run(codingOf(events), { signal: stop.signal, onProgress })).rejects.toThrow("stopped");
  const seen: string[] = [];
  expect(await ledger.recodings.run(codingOf(events, seen))).toMatchObject({ documents: 450 });
  expect(seen).toHaveLength(250);
  const other: string[] = [];
  await ledger.recodings.run({ ...codingOf(events, other), coder: { ...coder, version: "3.0.0" } });
  expect(other).toHaveLength(450);
});

test("a document that the coder stumbles over keeps its reading and is listed", async () => {
  const ledger = await ledgerWith(sheets());
  const { [TALKS]: _talks, ...rest } = NEW;
  const recoding = await ledger.recodings.run(codingOf(rest), { take: true });
  expect(recoding.failed).toMatchObject([{ document: sheets()[1].document.id, error: { message: "it stumbled" } }]);
  expect(recoding.reports).toMatchObject({ same: 0, gone: 1, changed: 1 });
  expect((await ledger.document(sheets()[1].document.id)).reading.coder.version).toBe("1.0.0");
});
