import { z } from "zod";
import {
  RaisedAlert,
  SentEntry,
  type SmtpSettings,
  type WatchGiven,
  WatchPreview,
  WatchView,
} from "../../schema/index.ts";
import type { Ask } from "../edits/remote.ts";
import type { WatchDesk } from "./types.ts";

/** The watch of a running service. */
export class RemoteWatch implements WatchDesk {
  readonly #ask: Ask;
  readonly #text: (path: string) => Promise<string>;

  constructor(ask: Ask, text: (path: string) => Promise<string>) {
    this.#ask = ask;
    this.#text = text;
  }

  settings(): Promise<WatchView> {
    return this.#ask("/watch", WatchView);
  }

  save(given: WatchGiven): Promise<WatchView> {
    return this.#ask("/watch", WatchView, "PUT", given);
  }

  saveMail(mail: SmtpSettings | undefined): Promise<WatchView> {
    return mail ? this.#ask("/watch/mail", WatchView, "PUT", mail) : this.#ask("/watch/mail", WatchView, "DELETE");
  }

  preview(): Promise<WatchPreview> {
    return this.#ask("/watch/preview", WatchPreview);
  }

  test(rule: string): Promise<readonly SentEntry[]> {
    return this.#ask(`/watch/alerts/${encodeURIComponent(rule)}/test`, z.array(SentEntry), "POST");
  }

  look(): Promise<readonly RaisedAlert[]> {
    return this.#ask("/watch/look", z.array(RaisedAlert), "POST");
  }

  async sendDigest(): Promise<boolean> {
    return (await this.#ask("/watch/digest", z.object({ sent: z.boolean() }), "POST")).sent;
  }

  sent(): Promise<readonly SentEntry[]> {
    return this.#ask("/watch/sent", z.array(SentEntry));
  }

  feed(): Promise<string> {
    return this.#text("/alerts.atom");
  }
}
