import { type Reader, read } from "../../coding/index.ts";
import { asEntenteError, type Document, type Domain, type ErrorRecord, type Reading } from "../../schema/index.ts";

/** What coding a document gave: its reading with the domain of each report, or the fault that it met. */
export type Coded =
  | { readonly reading: Reading; readonly domains: Readonly<Record<string, Domain>> }
  | { readonly fault: ErrorRecord };

/** Codes one document. A fault of the coder costs this document, not the batch. */
export function codeDocument(document: Document, reader: Reader): Coded {
  try {
    const reading = read(document, reader);
    const { knowledge } = reader;
    const domains = reading.reports.map(({ id, contexts, type }) => [id, knowledge.domainOf(contexts, type)] as const);
    return { reading, domains: Object.fromEntries(domains) };
  } catch (thrown) {
    return { fault: asEntenteError(thrown).toRecord() };
  }
}
