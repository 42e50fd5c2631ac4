import { takeIn } from "../../intake/index.ts";
import type { JobSource, Source } from "../../schema/index.ts";
import type { Item } from "./pipeline.ts";
import type { Course, Opener } from "./running.ts";

async function* itemsOf(source: Source, { signal, onShare, onTotal }: Course): AsyncGenerator<Item> {
  let all = 0;
  let gone = 0;
  const options = {
    signal,
    onTotal: (files: number, bytes: number) => {
      all = bytes;
      onTotal(files);
    },
    onBytes: (bytes: number) => {
      gone += bytes;
      if (all > 0) onShare(gone / all);
    },
  };
  for await (const intake of takeIn(source, options)) yield { intake };
}

/** Opens what a person gave: a path, an address, a text, files. */
export const openerOf =
  (source: Source): Opener =>
  async (course) => ({ items: itemsOf(source, course) });

/** What a job is called: its path or address, or what it is. */
export function nameOf(source: JobSource): string {
  switch (source.kind) {
    case "path":
      return source.path;
    case "url":
      return source.url;
    case "feed":
    case "folder":
      return source.address;
    case "files": {
      const [{ name }] = source.files;
      return source.files.length === 1 ? name : `${name} and ${source.files.length - 1} more`;
    }
    case "text":
      return source.title ?? `“${source.text.trim().slice(0, 60)}”`;
    case "html":
      return source.url ?? "a page";
  }
}
