const OPENING = 1024;
const MARKUP = /<(?:!doctype\s+html|html|head|body|article|p|div)[\s>]/i;

/** The media type of an original, told from its first bytes: a page or plain text. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const opening = new TextDecoder("latin1").decode(bytes.subarray(0, OPENING));
  return MARKUP.test(opening) ? "text/html" : "text/plain; charset=utf-8";
}
