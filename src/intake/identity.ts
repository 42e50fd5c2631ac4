import { createHash } from "node:crypto";

/** SHA-256 in lower-case hex. A string is hashed as UTF-8. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** The id of the document with this text: the same text is the same document. */
export const documentId = (text: string): string => `d${sha256(text).slice(0, 24)}`;
