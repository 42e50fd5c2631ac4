import { createHmac, timingSafeEqual } from "node:crypto";
import { EntenteError } from "../../schema/index.ts";
import type { Alert } from "./alerts.ts";

/** The header that a receiver checks. */
export const SIGNATURE_HEADER = "x-entente-signature";

const macOf = (secret: string, time: number, body: string): string =>
  createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");

/** `t=1700000000,v1=<hex>`: HMAC-SHA-256 over the time in seconds, a full stop and the body. */
export const signatureOf = (secret: string, time: number, body: string): string =>
  `t=${time},v1=${macOf(secret, time, body)}`;

/** What a receiver does: true where the signature is right and not older than `tolerance` seconds. */
export function isSigned(header: string, secret: string, body: string, now: number, tolerance = 300): boolean {
  const [, time, mac] = header.match(/^t=(\d+),v1=([0-9a-f]{64})$/) ?? [];
  if (time === undefined || mac === undefined || Math.abs(now - Number(time)) > tolerance) return false;
  return timingSafeEqual(Buffer.from(mac, "hex"), Buffer.from(macOf(secret, Number(time), body), "hex"));
}

/** Posts an alert, signed; redirections are not followed. Errors: webhook.failed. */
export async function postAlert(alert: Alert, url: string, secret: string, now: Date): Promise<void> {
  const body = JSON.stringify({ schema: "entente.alert/1", ...alert });
  const headers = {
    "content-type": "application/json",
    [SIGNATURE_HEADER]: signatureOf(secret, Math.floor(now.getTime() / 1000), body),
  };
  const failed = (detail: string, cause?: unknown): EntenteError =>
    new EntenteError("webhook.failed", { url, detail }, { cause });
  const response = await fetch(url, {
    method: "POST",
    body,
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(20_000),
  }).catch((cause: Error) => {
    throw failed(cause.message, cause);
  });
  if (!response.ok) throw failed(`it answered ${response.status}`);
}
