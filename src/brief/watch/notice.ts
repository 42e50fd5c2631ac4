import { escaped } from "../html/escape.ts";
import { composed, type Mail } from "../mail/message.ts";
import { type Alert, type Digest, digestText } from "./alerts.ts";

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><body style="font-family:Georgia,serif;color:#1a1a1a;max-width:640px"><h1 style="font-size:20px">${escaped(title)}</h1>${body}</body></html>`;

/** An alert as a mail. Its id is that of the alert, so that it goes out once. Errors: mail.address. */
export function alertMail(alert: Alert, from: string, to: readonly string[], date: Date): Promise<Mail> {
  const text = `${alert.title}\n\n${alert.text}\n${alert.url ? `\n${alert.url}\n` : ""}`;
  const html = page(alert.title, `<p>${escaped(alert.text)}</p>`);
  return composed({ subject: alert.title, text, html, attachments: [] }, { from, to, date }, alert.id);
}

/** A digest as a mail. Errors: mail.address. */
export function digestMail(digest: Digest, from: string, to: readonly string[], date: Date): Promise<Mail> {
  const dyads = digest.dyads.map(({ names, verdict, incidents }) => {
    const lines = incidents.map((line) => `<li>${escaped(line)}</li>`).join("");
    return `<h2 style="font-size:17px">${escaped(names)}</h2>${verdict ? `<p>${escaped(verdict)}</p>` : ""}<ul>${lines}</ul>`;
  });
  const parts = {
    subject: digest.title,
    text: digestText(digest),
    html: page(digest.title, dyads.join("")),
    attachments: [],
  };
  return composed(parts, { from, to, date }, digest.id);
}
