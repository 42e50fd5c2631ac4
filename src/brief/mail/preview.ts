import type { Brief } from "../../schema/index.ts";
import { mailBody } from "./body.ts";
import { inlineImages } from "./figures.ts";

/** The HTML body of a brief's mail as one page, its figures inside. Errors: internal. */
export async function mailPreview(brief: Brief): Promise<string> {
  const images = await inlineImages(brief);
  const body = await mailBody(brief, images);
  return images.reduce(
    (html, { cid, png }) => html.replaceAll(`cid:${cid}`, `data:image/png;base64,${png.toString("base64")}`),
    body,
  );
}
