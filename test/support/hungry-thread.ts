import type { Coded } from "../../src/desk/jobs/coding.ts";
import type { Document } from "../../src/schema/index.ts";

/** Stands for a thread of the coder that takes all memory there is over one document. */
export default ({ id, text }: Document): Coded => {
  const held: string[][] = [];
  while (text === "hungry") held.push(Array.from({ length: 100_000 }, (_, index) => `${held.length} ${index}`));
  const coder = { version: "0", model: "none", knowledge: "none" };
  const reading = {
    schema: "entente.reading/1" as const,
    id,
    coder,
    mentions: [],
    reports: [],
    quotations: [],
    notes: [],
  };
  return { reading, domains: {} };
};
