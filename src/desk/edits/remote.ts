import { z } from "zod";
import type { Paper } from "../../brief/index.ts";
import {
  BriefDifference,
  type BriefEdits,
  BriefVersion,
  BriefVersionHead,
  type Citation,
  Delivery,
  EditedBrief,
  EditsHead,
  type EditsQuery,
  Evidence,
} from "../../schema/index.ts";
import type { EditsDesk } from "./types.ts";

/** Asks the service: a path under /api, the shape of the answer, and what is sent. */
export type Ask = <T>(
  path: string,
  shape: z.ZodType<T>,
  method?: "POST" | "PUT" | "DELETE",
  body?: unknown,
) => Promise<T>;

interface Parts {
  readonly ask: Ask;
  /** `/relations/CHN-RUS{part}?from&to` */
  readonly path: (query: EditsQuery, part: string, options?: Readonly<Record<string, string>>) => Promise<string>;
}

/** The edits that a running service keeps. */
export class RemoteEdits implements EditsDesk {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  list(): Promise<readonly EditsHead[]> {
    return this.#parts.ask("/edits", z.array(EditsHead));
  }

  async open(query: EditsQuery): Promise<EditedBrief> {
    return this.#parts.ask(await this.#path(query), EditedBrief);
  }

  async save(query: EditsQuery, edits: BriefEdits, revision: number): Promise<EditedBrief> {
    return this.#parts.ask(await this.#path(query), EditedBrief, "PUT", { edits, revision });
  }

  async keep(query: EditsQuery, words?: string): Promise<BriefVersionHead> {
    return this.#parts.ask(await this.#path(query, "/versions"), BriefVersionHead, "POST", { words });
  }

  async version(query: EditsQuery, number: number): Promise<BriefVersion> {
    return this.#parts.ask(await this.#path(query, `/versions/${number}`), BriefVersion);
  }

  async differences(query: EditsQuery, before: number, after?: number): Promise<readonly BriefDifference[]> {
    const versions = { before: String(before), ...(after !== undefined && { after: String(after) }) };
    return this.#parts.ask(await this.#path(query, "/differences", versions), z.array(BriefDifference));
  }

  async send(query: EditsQuery, to: readonly string[], paper?: Paper): Promise<Delivery> {
    return this.#parts.ask(await this.#path(query, "/mail"), Delivery, "POST", { to, paper });
  }

  cite(citation: Citation): Promise<Evidence> {
    return this.#parts.ask("/citations", Evidence, "POST", citation);
  }

  #path(query: EditsQuery, part = "", options?: Readonly<Record<string, string>>): Promise<string> {
    return this.#parts.path(query, `/edits/${encodeURIComponent(query.name)}${part}`, options);
  }
}
