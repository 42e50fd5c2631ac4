import { resolve } from "node:path";
import { z } from "zod";
import {
  EntenteError,
  EventImport,
  Exported,
  type ExportRequest,
  Freeze,
  FreezeCheck,
  type FreezeRequest,
  RecodeEvent,
  type RecodeRequest,
  type Recoding,
  Verification,
} from "../../schema/index.ts";
import type { Ask } from "../edits/remote.ts";
import type { KeepingDesk, RecodeOptions } from "./types.ts";

/** The lines that the service answers to a request with a body, as they come. */
export type Lines = (path: string, body: unknown, signal?: AbortSignal) => AsyncIterable<unknown>;

/** The keeping of a running service's ledger. */
export class RemoteKeeping implements KeepingDesk {
  readonly #ask: Ask;
  readonly #lines: Lines;

  constructor(ask: Ask, lines: Lines) {
    this.#ask = ask;
    this.#lines = lines;
  }

  verify(): Promise<Verification> {
    return this.#ask("/keeping/verification", Verification, "POST", {});
  }

  backup(folder: string): Promise<Exported> {
    return this.#ask("/keeping/backups", Exported, "POST", { folder: resolve(folder) });
  }

  export({ path, format }: ExportRequest): Promise<Exported> {
    return this.#ask("/keeping/exports", Exported, "POST", { path: resolve(path), format });
  }

  importEvents(path: string): Promise<EventImport> {
    return this.#ask("/keeping/events", EventImport, "POST", { path: resolve(path) });
  }

  freeze(request: FreezeRequest): Promise<Freeze> {
    return this.#ask("/keeping/freezes", Freeze, "POST", request);
  }

  freezes(): Promise<readonly Freeze[]> {
    return this.#ask("/keeping/freezes", z.array(Freeze));
  }

  verifyFreeze(name: string): Promise<FreezeCheck> {
    return this.#ask(`/keeping/freezes/${encodeURIComponent(name)}/verification`, FreezeCheck, "POST", {});
  }

  async deleteFreeze(name: string): Promise<void> {
    await this.#ask(`/keeping/freezes/${encodeURIComponent(name)}`, z.object({ deleted: z.string() }), "DELETE");
  }

  async recode(request: RecodeRequest = {}, { onProgress, signal }: RecodeOptions = {}): Promise<Recoding> {
    for await (const line of this.#lines("/keeping/recodings", request, signal)) {
      const event = RecodeEvent.parse(line);
      if ("progress" in event) onProgress?.(event.progress);
      else if ("error" in event) throw EntenteError.fromRecord(event.error);
      else return event.result;
    }
    throw new EntenteError("service.unreachable", { url: "the service", detail: "the answer ended too soon" });
  }
}
