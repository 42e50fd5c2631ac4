import { EntenteError } from "../../schema/index.ts";

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** An address to send to, or from; a name may stand before it. */
export interface Address {
  readonly name: string;
  readonly address: string;
}

/**
 * `Ioreth <ioreth@example.org>` or the address alone. A line break, a control character or a second address is refused, so
 * that nobody can put headers or recipients into a mail.
 * Errors: mail.address.
 */
export function addressOf(text: string): Address {
  const [, name = "", bracketed] = text.match(/^\s*(?:"?([^"<>]*?)"?\s*)?<([^<>]*)>\s*$/) ?? [];
  const address = bracketed ?? text.trim();
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  const isValid = at > 0 && address.length <= 254 && local.length <= 64 && LOCAL.test(local) && DOMAIN.test(domain);
  if (!isValid || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))
    throw new EntenteError("mail.address", { address: text.replace(/\p{Cc}/gu, " ") });
  return { name: name.trim(), address };
}
