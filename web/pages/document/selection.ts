import { useEffect, useState } from "react";
import type { Span } from "../../../src/schema/index.ts";

/** Where a point of the page stands in the document's text. The signs between its words hold no text of their own. */
function offsetIn(box: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(box, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The words selected in the document's text, without white space at their ends. */
function selectedSpan(text: string): Span | undefined {
  const selection = document.getSelection();
  const box = document.querySelector(".document-text");
  if (!selection || !box || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined;
  const start = offsetIn(box, range.startContainer, range.startOffset);
  const end = offsetIn(box, range.endContainer, range.endOffset);
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? [from, to] : undefined;
}

/** The words of the text that are selected now. */
export function useSelectedSpan(text: string): Span | undefined {
  const [span, setSpan] = useState<Span>();
  useEffect(() => {
    const onChange = () =>
      setSpan((before) => {
        const now = selectedSpan(text);
        return now?.join() === before?.join() ? before : now;
      });
    document.addEventListener("selectionchange", onChange);
    return () => document.removeEventListener("selectionchange", onChange);
  }, [text]);
  return span;
}
