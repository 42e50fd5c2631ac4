import { parseHTML } from "linkedom";

/** A DOM as the server has it. */
export const serverDocument = (): Document =>
  parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;

/** A figure's text with one element a line and coordinates rounded, so that a diff can be read. */
export const readable = (svg: string): string =>
  `${svg
    .replaceAll(/-?\d+\.\d{2,}/g, (number) => Number(number).toFixed(1))
    .replaceAll(/plot-[0-9a-f]+/g, "plot")
    .replaceAll("><", ">\n<")}\n`;
