import type { RaisedAlert } from "../../schema/index.ts";
import { escaped } from "../html/escape.ts";
import { safeUrl } from "../markdown/source-line.ts";

/** XML 1.0 has no place for control characters. */
const xml = (text: string): string => escaped(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, " "));

function entryOf({ id, title, text, url, at }: RaisedAlert): string {
  const link = safeUrl(url);
  return `<entry><id>urn:entente:alert:${xml(id)}</id><title>${xml(title)}</title><updated>${xml(at)}</updated><content type="text">${xml(text)}</content>${link ? `<link href="${xml(link)}"/>` : ""}</entry>`;
}

/** Alerts as an Atom feed (RFC 4287), the newest first. */
export function alertFeed(alerts: readonly RaisedAlert[]): string {
  const newest = [...alerts].sort((a, b) => b.at.localeCompare(a.at));
  const updated = newest[0]?.at ?? "1970-01-01T00:00:00.000Z";
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:entente:alerts</id><title>Entente: alerts</title><author><name>Entente</name></author><updated>${updated}</updated>${newest.map(entryOf).join("\n")}</feed>\n`;
}
