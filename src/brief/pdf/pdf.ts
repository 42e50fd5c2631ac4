import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type Brief, EntenteError } from "../../schema/index.ts";
import { type Paper, pdfContent } from "./content.ts";
import { fontFiles } from "./fonts.ts";
import { logoOf } from "./logo.ts";
import { TEMPLATE } from "./template.ts";

let compiler: NodeCompiler | undefined;

/** The compiler holds the fonts (some 7 MB) and is made once. */
function compilerWithFonts(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: ROOM,
    fontArgs: [{ fontBlobs: fontFiles().map((path) => readFileSync(path)) }],
  });
  return compiler;
}

/** A folder that only the compiler sees: the page can read nothing of the machine. */
const ROOM = resolve("/entente-brief");
const inRoom = (path: string): string => resolve(ROOM, path.slice(1));

/** Figures are drawn with the fonts that are in the package. */
const withOurFonts = (svg: string): string =>
  svg
    .replaceAll("font: 11px system-ui, sans-serif", "font-size: 11px; font-family: 'Source Sans 3'")
    .replaceAll("system-ui, sans-serif", "'Source Sans 3'");

/**
 * The brief as a PDF: tagged, with bookmarks, footnotes and figures as vectors. The same brief gives the same bytes.
 * Errors: brief.logo, internal.
 */
export function briefPdf(brief: Brief, paper: Paper = "a4"): Uint8Array {
  const typst = compilerWithFonts();
  const { data, figures } = pdfContent(brief, paper);
  typst.resetShadow();
  typst.mapShadow(inRoom("/brief.json"), Buffer.from(JSON.stringify(data)));
  for (const { path, svg } of figures) typst.mapShadow(inRoom(path), Buffer.from(withOurFonts(svg)));
  if (brief.imprint?.logo) typst.mapShadow(inRoom("/logo"), logoOf(brief.imprint.logo).bytes);
  typst.addSource(inRoom("/main.typ"), TEMPLATE);
  const compiled = typst.compile({ mainFilePath: inRoom("/main.typ"), resetRead: true });
  const faults = compiled.takeError();
  if (faults || !compiled.result) throw new EntenteError("internal", { detail: faultsIn(typst, faults) });
  const creationTimestamp = Date.parse(`${brief.period?.to ?? "1970-01-01"}T00:00:00Z`) / 1000;
  const pdf = typst.pdf(compiled.result, { pdfTags: true, creationTimestamp });
  typst.evictCache(5);
  return new Uint8Array(pdf);
}

function faultsIn(typst: NodeCompiler, faults: Parameters<NodeCompiler["fetchDiagnostics"]>[0] | null): string {
  const messages = faults ? typst.fetchDiagnostics(faults).map(({ message }) => String(message)) : ["no document"];
  return `the PDF can't be set (${messages.join("; ")})`;
}
