import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { GivenFile } from "../../src/schema/index.ts";
import { intake, keepJob } from "../api/intake.ts";

/** Files on their way into the ledger together: one job, once they are sent. */
export interface Drop {
  readonly key: number;
  readonly names: readonly string[];
  /** The job that reads them. */
  readonly job?: string;
  /** Why they could not be sent. */
  readonly reason?: string;
}

const LARGEST = 10_000_000;
/** Files are sent together up to so many bytes, or so many of them. */
const PARCEL = 6_000_000;
const MOST = 500;

let drops: readonly Drop[] = [];
const listeners = new Set<() => void>();

function setDrops(next: readonly Drop[]): void {
  drops = next;
  for (const listener of listeners) listener();
}

export const useDrops = (): readonly Drop[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => drops,
  );

/** Takes drops off the list, by their key. */
export const forgetDrops = (keys: readonly number[]): void => setDrops(drops.filter(({ key }) => !keys.includes(key)));

/** Files in parcels that can be sent at once; one that is too large for any is by itself. */
export function parcelsOf<T extends { readonly size: number }>(files: readonly T[]): T[][] {
  const parcels: T[][] = [];
  let room = 0;
  for (const file of files) {
    const last = parcels.at(-1);
    if (last && last.length < MOST && file.size <= room) last.push(file);
    else parcels.push([file]);
    room = (last === parcels.at(-1) ? room : PARCEL) - file.size;
  }
  return parcels;
}

let last = 0;
let queue = Promise.resolve();

/** Sends the files parcel by parcel, while the reader goes on browsing; the service reads them as a job. */
export function addFiles(files: readonly File[], client: QueryClient): void {
  const fresh = parcelsOf(files).map((parcel) => ({ key: ++last, parcel, names: parcel.map(({ name }) => name) }));
  setDrops([...drops, ...fresh.map(({ key, names }) => ({ key, names }))]);
  for (const { key, parcel } of fresh) queue = queue.then(() => send(key, parcel, client));
}

async function send(key: number, files: readonly File[], client: QueryClient): Promise<void> {
  const change = (part: Partial<Drop>) =>
    setDrops(drops.map((drop) => (drop.key === key ? { ...drop, ...part } : drop)));
  try {
    const job = await intake.start({ kind: "files", files: await Promise.all(files.map(given)) });
    change({ job: job.id });
    keepJob(client, job);
  } catch (thrown) {
    change({ reason: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

async function given(file: File): Promise<GivenFile> {
  if (file.size > LARGEST)
    throw new Error(`${file.name} is larger than 10 MB. Add it with the entente command, or split it.`);
  return { name: file.name, content: await base64(file) };
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => reject(new Error(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
}
