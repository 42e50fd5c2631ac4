import type { RaisedAlert, SentEntry, SmtpSettings, WatchGiven, WatchPreview, WatchView } from "../../schema/index.ts";

/** Alerts and the digest of a data folder: what is watched, who is told, and what was sent. */
export interface WatchDesk {
  settings(): Promise<WatchView>;
  /** Errors: state.unknown, dyad.same, mail.address, usage (a clock that is none, a name given twice, a webhook without secret). */
  save(given: WatchGiven): Promise<WatchView>;
  /** The mail server, or none; one without a password keeps the password that is kept. Errors: mail.address. */
  saveMail(mail: SmtpSettings | undefined): Promise<WatchView>;
  /** What would be sent now; nothing is. */
  preview(): Promise<WatchPreview>;
  /** Sends a made-up alert to the targets of a rule. Errors: watch.rule. */
  test(rule: string): Promise<readonly SentEntry[]>;
  /** Looks now, and brings new alerts to their targets. */
  look(): Promise<readonly RaisedAlert[]>;
  /** Sends the digest now, where anything is new; true where it went out. Errors: mail.settings, mail.failed. */
  sendDigest(): Promise<boolean>;
  /** What was sent and what was not, the newest first. */
  sent(): Promise<readonly SentEntry[]>;
  /** Alerts that were raised, as an Atom feed. */
  feed(): Promise<string>;
}
