import { type Brief, EntenteError, type Statement } from "../../schema/index.ts";
import { escaped } from "../html/escape.ts";
import { safeUrl, sourceParts } from "../markdown/source-line.ts";
import type { InlineImage } from "./figures.ts";

const HEAD = `<mj-head><mj-attributes><mj-all font-family="Georgia, serif" /><mj-text font-size="16px" line-height="1.5" color="#1a1a1a" padding="6px 24px" /></mj-attributes></mj-head>`;

const textBlock = (html: string, attributes = ""): string => `<mj-text ${attributes}>${html}</mj-text>`;

const sourcesOf = ({ evidence }: Statement): string => {
  const publishers = new Map(evidence.map(({ source }) => [sourceParts(source)[0], safeUrl(source.url)]));
  const links = [...publishers].map(([name, url]) =>
    url ? `<a href="${escaped(url)}" style="color:#1f4e79">${escaped(name)}</a>` : escaped(name),
  );
  return links.length > 0 ? ` <span style="color:#555;font-size:13px">[${links.join("; ")}]</span>` : "";
};

const statementBlock = (statement: Statement): string => {
  const own = statement.by === "analyst" ? ' <span style="color:#555">(analyst’s own sentence)</span>' : "";
  const note = statement.note ? ` <span style="color:#555">Note: ${escaped(statement.note)}</span>` : "";
  return textBlock(`${escaped(statement.sentence)}${sourcesOf(statement)}${own}${note}`);
};

const imageBlock = ({ cid, caption, words }: InlineImage): string =>
  `<mj-image src="cid:${escaped(cid)}" alt="${escaped(words)}" padding="12px 24px 0" />${textBlock(escaped(caption), 'font-size="13px" color="#555555"')}`;

function blocksOf(brief: Brief, images: readonly InlineImage[]): string[] {
  let part: string | undefined;
  return brief.sections.flatMap(({ part: own, heading, statements, figures }) => {
    const opens = own !== undefined && own !== part;
    part = own;
    const drawn = images.filter(({ cid }) => figures?.some(({ id }) => cid === `figure-${id}@entente`));
    return [
      ...(opens ? [textBlock(`<h2 style="margin:18px 0 0;font-size:20px">${escaped(own)}</h2>`)] : []),
      textBlock(`<h3 style="margin:12px 0 0;font-size:${own === undefined ? 20 : 17}px">${escaped(heading)}</h3>`),
      ...statements.map(statementBlock),
      ...drawn.map(imageBlock),
    ];
  });
}

/** The body of a mail in HTML that mail programs show: tables and inline styles, made by MJML from escaped words. */
export async function mailBody(brief: Brief, images: readonly InlineImage[]): Promise<string> {
  const { imprint = {}, title } = brief;
  const credit = [imprint.byline, imprint.organisation].filter((part) => part !== undefined).join(", ");
  const blocks = [
    ...(imprint.marking
      ? [textBlock(`<strong>${escaped(imprint.marking.toUpperCase())}</strong>`, 'align="center" font-size="13px"')]
      : []),
    textBlock(`<h1 style="margin:12px 0 0;font-size:26px;line-height:1.2">${escaped(title)}</h1>`),
    ...(credit ? [textBlock(escaped(credit), 'color="#555555" font-size="14px"')] : []),
    ...blocksOf(brief, images),
    textBlock("The attached PDF has every source with its exact words.", 'color="#555555" font-size="13px"'),
  ];
  const markup = `<mjml lang="en">${HEAD}<mj-body background-color="#ffffff" width="640px"><mj-section><mj-column>${blocks.join("\n")}</mj-column></mj-section></mj-body></mjml>`;
  const { default: mjml2html } = await import("mjml");
  const { html, errors } = await mjml2html(markup, { validationLevel: "strict" });
  if (errors.length > 0)
    throw new EntenteError("internal", { detail: `the mail can't be set (${errors[0].formattedMessage})` });
  return html;
}
