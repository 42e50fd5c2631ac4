import type { Brief } from "../../schema/index.ts";
import { fontFiles } from "../pdf/fonts.ts";

/** A figure as mail programs show it. */
export interface InlineImage {
  /** Content-ID, for `cid:` links. */
  readonly cid: string;
  readonly caption: string;
  readonly words: string;
  readonly png: Buffer;
}

/** Twice the width it is shown at, for sharp screens. */
const PIXELS = 1200;

/** The figures of a brief as PNG: few mail programs show SVG. */
export async function inlineImages({ sections }: Brief): Promise<InlineImage[]> {
  const { Resvg } = await import("@resvg/resvg-js");
  return sections.flatMap(({ figures = [] }) =>
    figures.map(({ id, caption, words, svg }) => {
      const font = {
        fontFiles: fontFiles(),
        loadSystemFonts: false,
        defaultFontFamily: "Source Sans 3",
        sansSerifFamily: "Source Sans 3",
      };
      const drawn = new Resvg(svg, { fitTo: { mode: "width", value: PIXELS }, background: "#ffffff", font });
      return { cid: `figure-${id}@entente`, caption, words, png: drawn.render().asPng() };
    }),
  );
}
