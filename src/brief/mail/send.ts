import { setTimeout as sleep } from "node:timers/promises";
import { type Delivery, EntenteError, type SmtpSettings } from "../../schema/index.ts";
import type { Mail } from "./message.ts";

/** What became of each mail, for each recipient, so that nothing is sent twice. */
export interface Outbox {
  has(mail: string, recipient: string): Promise<boolean>;
  /** `sent`: the server took it. `unclear`: the line broke before the answer, so it may have. */
  note(mail: string, recipient: string, state: "sent" | "unclear"): Promise<void>;
}

export interface SendOptions {
  /** Waits between attempts, in milliseconds; one attempt more than waits. */
  readonly waits?: readonly number[];
  /** Told of each attempt that failed. */
  readonly onRetry?: (detail: string, attempt: number) => void;
}

const WAITS = [2_000, 10_000, 60_000];

interface SmtpFault extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

/** A permanent refusal (5xx) is final; what fails before the mail's text went over may be tried again. */
const isFinal = ({ responseCode, code }: SmtpFault): boolean => (responseCode ?? 0) >= 500 || code === "EAUTH";

type Outcome = { readonly state: "sent" | "unclear" | "again" | "refused"; readonly detail: string };

type Done = (fault?: Error | null) => void;

/** One line to the server: opened, used for one mail, closed. A fault before the text goes over ends in `again` or `refused`. */
async function deliver(
  mail: Mail,
  recipient: string,
  { host, port, secure, user, password }: SmtpSettings,
): Promise<Outcome> {
  const { default: SMTPConnection } = await import("nodemailer/lib/smtp-connection");
  const line = new SMTPConnection({ host, port, secure, connectionTimeout: 20_000, socketTimeout: 60_000 });
  const step = (act: (done: Done) => void): Promise<SmtpFault | undefined> =>
    new Promise((done) => {
      line.once("error", done);
      act((fault) => done(fault ?? undefined));
    });
  const before =
    (await step((done) => line.connect(done))) ??
    (user === undefined
      ? undefined
      : await step((done) => line.login({ credentials: { user, pass: password ?? "" } }, done)));
  const during =
    before ?? (await step((done) => line.send({ from: mail.from, to: [recipient] }, Buffer.from(mail.bytes), done)));
  line.on("error", () => line.close());
  if (during) line.close();
  else line.quit();
  if (!during) return { state: "sent", detail: "" };
  const answered = before !== undefined || during.responseCode !== undefined;
  return { state: answered ? (isFinal(during) ? "refused" : "again") : "unclear", detail: during.message };
}

/**
 * Sends a mail to each recipient who hasn't had it, one by one, so that each has an outcome of its own. A failure that
 * can't have delivered is tried again; one that may have is noted and never repeated.
 * Errors: mail.failed where no recipient could be reached.
 */
export async function sendMail(
  mail: Mail,
  settings: SmtpSettings,
  outbox: Outbox,
  options: SendOptions = {},
): Promise<Delivery> {
  const delivery = {
    sent: [] as string[],
    skipped: [] as string[],
    refused: [] as { recipient: string; detail: string }[],
  };
  for (const recipient of mail.to) {
    if (await outbox.has(mail.id, recipient)) {
      delivery.skipped.push(recipient);
      continue;
    }
    const { state, detail } = await persistently(() => deliver(mail, recipient, settings), options);
    if (state === "sent" || state === "unclear") await outbox.note(mail.id, recipient, state);
    if (state === "sent") delivery.sent.push(recipient);
    else delivery.refused.push({ recipient, detail });
  }
  const [first] = delivery.refused;
  if (first && delivery.sent.length + delivery.skipped.length === 0) {
    throw new EntenteError("mail.failed", { server: `${settings.host}:${settings.port}`, detail: first.detail });
  }
  return delivery;
}

async function persistently(
  attempt: () => Promise<Outcome>,
  { waits = WAITS, onRetry }: SendOptions,
): Promise<Outcome> {
  let outcome = await attempt();
  for (const [at, wait] of waits.entries()) {
    if (outcome.state !== "again") return outcome;
    onRetry?.(outcome.detail, at + 1);
    await sleep(wait);
    outcome = await attempt();
  }
  return outcome;
}
