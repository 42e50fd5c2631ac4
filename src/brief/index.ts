/** Facts and measures -> Brief -> Markdown. */

export { type Context, unsupported } from "./check/support.ts";
export type { BriefFacts, ReadoutPair, Saying, Slice, Speaker } from "./facts.ts";
export { sentenceAround, sentenceStarts } from "./grammar/sentences.ts";
export { briefHtml } from "./html/html.ts";
export { type Address, addressOf } from "./mail/address.ts";
export { briefMail, type Envelope, type Mail } from "./mail/message.ts";
export { fileOutbox } from "./mail/outbox.ts";
export { type Delivery, type Outbox, type SendOptions, SmtpSettings, sendMail } from "./mail/send.ts";
export { briefText } from "./mail/text.ts";
export { briefMarkdown } from "./markdown/markdown.ts";
export type { Paper } from "./pdf/content.ts";
export { checkedLogo, logoUrl } from "./pdf/logo.ts";
export { briefPdf } from "./pdf/pdf.ts";
export { writeBrief } from "./write/brief.ts";
