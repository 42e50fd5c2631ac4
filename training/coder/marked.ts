import type { Span } from "../../src/schema/index.ts";

/** Spans of the text between <s>, </s> and <t>, </t> of a marked sentence. */
export function markedSpans(marked: string): { text: string; source?: Span; target?: Span } {
  let text = "";
  const open: Record<string, number> = {};
  const spans: Record<string, Span> = {};
  for (const part of marked.split(/(<\/?[st]>)/)) {
    const tag = /^<(\/?)([st])>$/.exec(part);
    if (!tag) text += part;
    else if (tag[1] === "") open[tag[2]] = text.length;
    else spans[tag[2]] ??= [open[tag[2]], text.length];
  }
  return { text, source: spans.s, target: spans.t };
}
