import type { Paper } from "../../brief/index.ts";
import type {
  BriefDifference,
  BriefEdits,
  BriefVersion,
  BriefVersionHead,
  Citation,
  Delivery,
  EditedBrief,
  EditsHead,
  EditsQuery,
  Evidence,
} from "../../schema/index.ts";

/**
 * What an analyst makes of a brief, kept by dyad, period and name, so that it is laid over the brief each time it is built.
 * Every function that builds a brief rejects with the errors of `Desk.brief` too.
 */
export interface EditsDesk {
  /** All edits that are kept, those changed last first. */
  list(): Promise<readonly EditsHead[]>;
  /** The brief of now with the edits of this name; without any, as the ledger tells it. */
  open(query: EditsQuery): Promise<EditedBrief>;
  /**
   * Keeps edits over those of `revision`, and opens the brief with them. Sources that an analyst gives are cut anew from
   * the stored documents. Errors: edits.conflict, evidence.unresolved, document.unknown, brief.logo.
   */
  save(query: EditsQuery, edits: BriefEdits, revision: number): Promise<EditedBrief>;
  /** Keeps the brief as it is now as a version. */
  keep(query: EditsQuery, words?: string): Promise<BriefVersionHead>;
  /** Errors: version.unknown. */
  version(query: EditsQuery, number: number): Promise<BriefVersion>;
  /** What a version says otherwise than an earlier one, or the brief of now than a version. Errors: version.unknown. */
  differences(query: EditsQuery, before: number, after?: number): Promise<readonly BriefDifference[]>;
  /**
   * Sends the brief of now by the mail server that is set, to each recipient once.
   * Errors: mail.settings, mail.address, mail.failed where no recipient could be reached.
   */
  send(query: EditsQuery, to: readonly string[], paper?: Paper): Promise<Delivery>;
  /** Words of a stored document as evidence. Errors: document.unknown, citation.missing. */
  cite(citation: Citation): Promise<Evidence>;
}
