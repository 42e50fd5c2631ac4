import { useSyncExternalStore } from "react";
import type { Source } from "../../src/schema/index.ts";
import { api } from "../api/client.ts";

/** A file on its way into the ledger. */
export interface Job {
  readonly key: number;
  readonly name: string;
  readonly state: "waiting" | "adding" | "added" | "known" | "refused";
  /** The document it became. */
  readonly document?: string;
  readonly reports?: number;
  /** Why it was refused. */
  readonly reason?: string;
}

const LARGEST = 10 * 1024 * 1024;

let jobs: readonly Job[] = [];
const listeners = new Set<() => void>();

function setJobs(next: readonly Job[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}

const change = (key: number, part: Partial<Job>): void =>
  setJobs(jobs.map((job) => (job.key === key ? { ...job, ...part } : job)));

export const useJobs = (): readonly Job[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => jobs,
  );

export const clearJobs = (): void => setJobs(jobs.filter(({ state }) => state === "waiting" || state === "adding"));

let last = 0;
let queue = Promise.resolve();

/** Adds the files one after the other, while the reader goes on browsing; calls back after each. */
export function addFiles(files: readonly File[], onAdded: () => void): void {
  const fresh = files.map((file) => ({ key: ++last, file }));
  setJobs([...jobs, ...fresh.map(({ key, file }) => ({ key, name: file.name, state: "waiting" as const }))]);
  for (const { key, file } of fresh) queue = queue.then(() => addFile(key, file)).then(onAdded);
}

async function addFile(key: number, file: File): Promise<void> {
  change(key, { state: "adding" });
  try {
    const result = await api.add(await sourceOf(file), () => {});
    const [document] = [...result.added, ...result.known];
    if (document === undefined) throw new Error(result.refused[0]?.error.message ?? "Nothing in it was taken in.");
    change(key, { state: result.added.length > 0 ? "added" : "known", document, reports: result.reports });
  } catch (thrown) {
    change(key, { state: "refused", reason: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** What the service can take of a file: pages as HTML, anything else that is text as text. */
async function sourceOf(file: File): Promise<Source> {
  if (file.size > LARGEST) throw new Error("It is larger than 10 MB. Add it with the entente command.");
  const text = decode(await file.arrayBuffer());
  if (/\.html?$|\.xhtml$/i.test(file.name)) return { kind: "html", html: text };
  return { kind: "text", text, title: file.name.replace(/\.\w+$/, "") };
}

function decode(bytes: ArrayBuffer): string {
  if (new Uint8Array(bytes.slice(0, 8_192)).includes(0))
    throw new Error("It is not a text. Convert it to text or HTML first.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error("It is not valid UTF-8. Add it with the entente command, which reads other encodings.", { cause });
  }
}
