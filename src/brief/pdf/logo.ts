import { EntenteError, type Imprint } from "../../schema/index.ts";

/** An image that stands in a brief's head. */
export interface Logo {
  readonly type: "image/png" | "image/jpeg" | "image/svg+xml";
  readonly bytes: Buffer;
}

const LARGEST = 2_000_000;
const DATA_URL = /^data:(image\/(?:png|jpeg|svg\+xml));base64,([A-Za-z0-9+/=\s]+)$/;

/** What the bytes themselves say they are. */
function typeOf(bytes: Buffer): Logo["type"] | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return "image/png";
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  const start = bytes.subarray(0, 2000).toString("utf8").trimStart();
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(start) ? "image/svg+xml" : undefined;
}

const ACTIVE =
  /<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*["'](?!#|data:image\/)|<!ENTITY|@import|url\(\s*["']?(?!#|data:)/i;

/** The logo of an imprint. Errors: brief.logo where it is no PNG, JPEG or plain SVG of at most 2 MB. */
export function logoOf(url: string): Logo {
  const [, declared, base64] = url.match(DATA_URL) ?? [];
  if (!declared) throw new EntenteError("brief.logo", { detail: "it is no data URL of an image" });
  return checkedLogo(Buffer.from(base64, "base64"));
}

/** Errors: brief.logo where an imprint's logo can't be set. */
export function checkImprint({ logo }: Imprint = {}): void {
  if (logo !== undefined) logoOf(logo);
}

/** A file's bytes as a logo. Errors: brief.logo. */
export function checkedLogo(bytes: Buffer): Logo {
  const type = typeOf(bytes);
  if (!type) throw new EntenteError("brief.logo", { detail: "its bytes are no PNG, JPEG or SVG" });
  if (bytes.length > LARGEST) throw new EntenteError("brief.logo", { detail: "it is larger than 2 MB" });
  if (type === "image/svg+xml" && ACTIVE.test(bytes.toString("utf8"))) {
    throw new EntenteError("brief.logo", { detail: "the SVG holds script or fetches from elsewhere" });
  }
  return { type, bytes };
}

/** The logo as it is kept in an imprint. */
export const logoUrl = ({ type, bytes }: Logo): string => `data:${type};base64,${bytes.toString("base64")}`;
