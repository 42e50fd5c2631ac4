import { createHash } from "node:crypto";
import type { Brief } from "../../schema/index.ts";
import type { Paper } from "../pdf/content.ts";
import { briefPdf } from "../pdf/pdf.ts";
import { addressOf } from "./address.ts";
import { mailBody } from "./body.ts";
import { inlineImages } from "./figures.ts";
import { briefText } from "./text.ts";

/** Who a mail goes to, and when it is dated. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  readonly date: Date;
  readonly paper?: Paper;
}

/** A mail as it goes out: its bytes (RFC 5322), and who it is for. */
export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Uint8Array;
}

/** A header is one line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();

const fileName = (title: string): string =>
  `${
    oneLine(title)
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .toLowerCase() || "brief"
  }.pdf`;

/** What the mail is by: the same brief to the same people is the same mail. */
export const mailId = (content: string, to: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify([content, [...to].sort()]))
    .digest("hex")
    .slice(0, 32);

/** The bytes of a mail with a text part, an HTML part with its images inside, and what is attached. */
export async function composed(
  parts: {
    subject: string;
    text: string;
    html: string;
    attachments: readonly { filename: string; content: Buffer; contentType: string; cid?: string }[];
  },
  { from, to, date }: Envelope,
  id: string,
): Promise<Mail> {
  const [sender, receivers] = [addressOf(from), to.map(addressOf)];
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail({
    from: sender,
    to: receivers,
    subject: oneLine(parts.subject),
    text: parts.text,
    html: parts.html,
    attachments: [...parts.attachments],
    messageId: `<${id}@entente>`,
    date,
    baseBoundary: id,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof transport.sendMail>[0]);
  return {
    id,
    from: sender.address,
    to: receivers.map(({ address }) => address),
    bytes: new Uint8Array(message as Buffer),
  };
}

/**
 * A brief as a mail: text and HTML, figures inline, the PDF attached. The same brief, people and date give the same bytes.
 * Errors: mail.address, brief.logo.
 */
export async function briefMail(brief: Brief, envelope: Envelope): Promise<Mail> {
  const images = await inlineImages(brief);
  const attachments = [
    ...images.map(({ cid, png }) => ({
      filename: `${cid.split("@")[0]}.png`,
      content: png,
      contentType: "image/png",
      cid,
    })),
    {
      filename: fileName(brief.title),
      content: Buffer.from(briefPdf(brief, envelope.paper)),
      contentType: "application/pdf",
    },
  ];
  const parts = { subject: brief.title, text: briefText(brief), html: await mailBody(brief, images), attachments };
  return composed(parts, envelope, mailId(JSON.stringify(brief), envelope.to));
}
