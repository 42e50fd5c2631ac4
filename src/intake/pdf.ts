import { extractTextItems, getDocumentProxy, getMeta, type StructuredTextItem } from "unpdf";
import { z } from "zod";
import { EntenteError } from "../schema/index.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Taken } from "./types.ts";

const MOST_PAGES = 500;
/** A gap between lines of more than this many line heights parts paragraphs. */
const PARAGRAPH_GAP = 1.6;

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";

interface Line {
  text: string;
  readonly y: number;
  readonly height: number;
}

/** The lines of a page, in the order of the file. */
function linesOf(items: readonly StructuredTextItem[]): Line[] {
  const lines: Line[] = [];
  let open: Line | undefined;
  for (const { str, y, fontSize, hasEOL } of items) {
    if (!open) {
      open = { text: "", y, height: fontSize || 1 };
      lines.push(open);
    }
    open.text += str;
    if (hasEOL) open = undefined;
  }
  return lines.filter(({ text }) => text.trim() !== "");
}

/** A word broken at the end of a line is put together again; else lines are parted by a space. */
function joined(before: string, next: string): string {
  if (/\p{Ll}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(next)) return before.slice(0, -1) + next;
  return `${before} ${next}`;
}

function paragraphsOf(items: readonly StructuredTextItem[]): string[] {
  const paragraphs: string[] = [];
  let last: Line | undefined;
  for (const line of linesOf(items)) {
    const text = line.text.trim();
    const gap = last ? Math.abs(last.y - line.y) / Math.max(last.height, line.height) : Number.POSITIVE_INFINITY;
    const open = paragraphs.pop();
    if (open === undefined) paragraphs.push(text);
    else if (gap > PARAGRAPH_GAP) paragraphs.push(open, text);
    else paragraphs.push(joined(open, text));
    last = line;
  }
  return paragraphs;
}

const Info = z.object({
  Title: z.string().optional().catch(undefined),
  Author: z.string().optional().catch(undefined),
});

/** Programs write their own name or the file's into the title. */
const isTitle = (title: string | undefined): boolean =>
  title !== undefined &&
  title.trim() !== "" &&
  !/^(?:microsoft word|untitled|powerpoint)|\.\w{2,5}$/i.test(title.trim());

function pdfError(cause: unknown, path: string): EntenteError {
  if (cause instanceof EntenteError) return cause;
  const name = cause instanceof Error ? cause.name : "";
  if (name === "PasswordException") return new EntenteError("input.locked", { path }, { cause });
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new EntenteError("input.damaged", { path, detail: detail.replace(/\.$/, "") }, { cause });
}

async function contentOf(bytes: Uint8Array, path: string): Promise<{ text: string; facts: Facts }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new EntenteError("input.toolarge", { path, size: `${pdf.numPages} pages`, limit: `${MOST_PAGES} pages` });
    const { items } = await extractTextItems(pdf);
    const info = Info.parse((await getMeta(pdf)).info);
    const title = isTitle(info.Title) ? info.Title : undefined;
    return { text: items.flatMap(paragraphsOf).join("\n\n"), facts: { title, author: info.Author } };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/**
 * The text of a PDF: lines put together to paragraphs, these parted by an empty line. Title and author come from its
 * properties; its date does not, since that is when the file was made. Errors: input.locked, input.pictures,
 * input.toolarge (500 pages), input.unreadable.
 */
export async function documentOfPdf(bytes: Uint8Array, given: Facts, path: string): Promise<Taken> {
  let content: { text: string; facts: Facts };
  try {
    content = await contentOf(bytes, path);
  } catch (error) {
    throw pdfError(error, path);
  }
  if (content.text === "") throw new EntenteError("input.pictures", { path });
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ""));
  return documentOfText(content.text, { ...content.facts, ...filled }, bytes);
}
