/**
 * Facts and measures -> Brief -> Markdown, HTML, PDF, mail, citations.
 *
 * write/ builds the brief as data from facts, in the words of grammar/; check/ holds every sentence against what it cites;
 * edits/ keeps what an analyst changes; outputs.ts lists the formats.
 */
export { type Context, unsupported } from "./check/support.ts";
export { bibtex, citationText, cslJson, ris } from "./citations/citations.ts";
export { applyEdits, type Edited } from "./edits/apply.ts";
export { differencesOf, differencesText } from "./edits/differences.ts";
export { evidenceList } from "./evidence/list.ts";
export type { BriefFacts, ReadoutPair, Saying, Slice, Speaker } from "./facts.ts";
export { briefHtml } from "./html/html.ts";
export { type Address, addressOf } from "./mail/address.ts";
export { briefMail, type Envelope, type Mail } from "./mail/message.ts";
export { fileOutbox } from "./mail/outbox.ts";
export { mailPreview } from "./mail/preview.ts";
export { type Outbox, type SendOptions, sendMail } from "./mail/send.ts";
export { briefText } from "./mail/text.ts";
export { briefMarkdown } from "./markdown/markdown.ts";
export { briefAs, FORMATS, type Format, MEDIA_TYPES, type OutputOptions } from "./outputs.ts";
export type { Paper } from "./pdf/content.ts";
export { checkedLogo, checkImprint, logoUrl } from "./pdf/logo.ts";
export { briefPdf } from "./pdf/pdf.ts";
export { type Alert, alertsOf, type Digest, digestOf, digestText } from "./watch/alerts.ts";
export { outboxOf, type Post, smtpOf } from "./watch/deliver.ts";
export { previewDigest, sendDigest } from "./watch/digest.ts";
export { alertFeed } from "./watch/feed.ts";
export type { Watched } from "./watch/look.ts";
export { snapshotOf } from "./watch/snapshot.ts";
export { previewAlerts, raiseAlerts, raisedAlerts, testRule, type Watch, waitingAlerts } from "./watch/watch.ts";
export { isSigned, SIGNATURE_HEADER, signatureOf } from "./watch/webhook.ts";
export { REASONS_WEIGHED } from "./write/bottom-line.ts";
export { writeBrief } from "./write/brief.ts";
export { RUNG_EVIDENCE } from "./write/depth.ts";
export { incidentsToTell } from "./write/incidents.ts";
