import { loadWhole, readerOf } from "../src/desk/reader.ts";

/** The tables with the invented states of the archive. */
export async function withInvented() {
  const { parts } = await loadWhole();
  const codes = Array.from({ length: 78 }, (_, at) => `X${String.fromCharCode(65 + at / 26, 65 + (at % 26))}`);
  const rows = codes.map((code) =>
    [code, `Land${code}`, "", "", "", "", "", "0", "0", "", "", "", "invented"].join("\t"),
  );
  const knowledge = { ...parts.knowledge, "states.tsv": `${parts.knowledge["states.tsv"]}${rows.join("\n")}\n` };
  const own = { ...parts, knowledge };
  return { parts: own, reader: readerOf(own) };
}
