import { PROBABILITY_WORDS } from "../../measures/index.ts";
import type { BriefSection, Statement } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { counted, listOf } from "../grammar/words.ts";
import { measure, statementOf } from "./statement.ts";

const scale = (): string =>
  listOf(
    PROBABILITY_WORDS.map(
      ({ words, from, to }) => `${words} (${Math.round(from * 100)} to ${Math.round(to * 100)} per cent)`,
    ),
  );

/** How much was read; nothing is said of it where nothing has a date. */
function readStatement(documents: number, { view }: BriefFacts): Statement[] {
  if (!view.period) return [];
  const [name, was] = documents > 1 ? ["name", "were"] : ["names", "was"];
  const sentence = `For the period, ${counted(documents, "dated document")} that ${name} both states ${was} read; where less is read, less is found.`;
  return [statementOf("read", sentence, { measures: [measure("exposure", documents)] })];
}

/** How it was coded, counted and worded, and how much was read. */
export function methodSection(facts: BriefFacts): BriefSection {
  const documents = facts.view.exposure.reduce((sum, month) => sum + month.documents, 0);
  return {
    id: "method",
    heading: "Method",
    statements: [
      statementOf(
        "coded",
        `Every report was coded by machine (coder ${facts.coder}) by the types and scores of PLOVER; reports of the same event make a single incident, and only what is told as having happened is counted.`,
        { measures: [measure("coder", facts.coder), measure("scheme", "PLOVER")] },
      ),
      ...readStatement(documents, facts),
      statementOf(
        "scale",
        `Words of likelihood mean what the scale of ICD 203 says: ${scale()}; confidence in a judgment is told apart from its likelihood.`,
        {
          measures: [measure("scale", `ICD 203: ${scale()}`)],
        },
      ),
      statementOf(
        "templates",
        "The sentences are built by fixed templates from the ledger; words in quotation marks are those of the document that the note names, and where a speaker is paraphrased they are the outlet’s, not the speaker’s.",
        { measures: [measure("method", "templates over the ledger")] },
      ),
      statementOf(
        "sourcing",
        "Sources are given as ICD 206 asks: each sentence has notes with the outlet, its country and owner, the date, the exact words and the document they stand in.",
        { measures: [measure("standard", "ICD 206, sourcing requirements")] },
      ),
    ],
  };
}
