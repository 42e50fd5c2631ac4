import { join } from "node:path";
import {
  type AlertTarget,
  asEntenteError,
  type Delivery,
  EntenteError,
  type RaisedAlert,
  type SentEntry,
  type SmtpSettings,
} from "../../schema/index.ts";
import type { Mail } from "../mail/message.ts";
import { fileOutbox } from "../mail/outbox.ts";
import { sendMail } from "../mail/send.ts";
import { alertMail } from "./notice.ts";
import { postAlert } from "./webhook.ts";

/** By what notices go out. */
export interface Post {
  /** Where the outbox is kept. */
  readonly folder: string;
  readonly smtp?: SmtpSettings;
  readonly now: () => Date;
  /** Waits between attempts at a mail, in milliseconds; none unless given: the next look tries again. */
  readonly waits?: readonly number[];
  /** Told of what could not be delivered; it is tried again at the next look. */
  readonly onFailure: (error: EntenteError) => void;
  /** Keeps what was sent and what was not. */
  readonly record?: (entry: SentEntry) => Promise<void>;
}

/** The outbox of a data folder. */
export const outboxOf = (folder: string, now?: () => Date) => fileOutbox(join(folder, "outbox.ndjson"), now);

/** Errors: mail.settings where there is no mail server. */
export function smtpOf({ smtp }: Pick<Post, "smtp">): SmtpSettings {
  if (!smtp) throw new EntenteError("mail.settings");
  return smtp;
}

/** Sends a mail; a recipient who was refused is a failure, though others have had it (and won't get it again). */
export async function sendToAll(mail: Mail, smtp: SmtpSettings, post: Post): Promise<Delivery> {
  const delivery = await sendMail(mail, smtp, outboxOf(post.folder, post.now), { waits: post.waits ?? [] });
  const [first] = delivery.refused;
  if (first)
    throw new EntenteError("mail.failed", {
      server: `${smtp.host}:${smtp.port}`,
      detail: `${first.recipient}: ${first.detail}`,
    });
  return delivery;
}

/** A target as it stands in the log. */
export const targetInWords = (target: AlertTarget): string =>
  target.kind === "webhook" ? target.url : target.kind === "mail" ? target.to.join(", ") : "feed";

async function deliver(alert: RaisedAlert, target: AlertTarget, post: Post): Promise<void> {
  if (target.kind === "webhook") return postAlert(alert, target.url, target.secret, post.now());
  if (target.kind === "feed") return;
  const smtp = smtpOf(post);
  await sendToAll(await alertMail(alert, smtp.from, target.to, post.now()), smtp, post);
}

/** Brings an alert to a target and keeps the outcome; true where it arrived. */
export async function brought(
  alert: RaisedAlert,
  target: AlertTarget,
  kind: "alert" | "test",
  post: Post,
): Promise<boolean> {
  const entry = { at: post.now().toISOString(), kind, title: alert.title, target: targetInWords(target) };
  try {
    await deliver(alert, target, post);
    await post.record?.({ ...entry, outcome: "sent" });
    return true;
  } catch (thrown) {
    const error = asEntenteError(thrown);
    post.onFailure(error);
    await post.record?.({ ...entry, outcome: "failed", detail: error.message });
    return false;
  }
}
