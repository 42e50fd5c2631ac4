import {
  applyEdits,
  briefMail,
  checkImprint,
  differencesOf,
  outboxOf,
  type Paper,
  sendMail,
  smtpOf,
} from "../../brief/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { BriefKey, Ledger } from "../../ledger/index.ts";
import {
  asEntenteError,
  type Brief,
  type BriefDifference,
  type BriefEdit,
  type BriefEdits,
  type BriefVersion,
  type BriefVersionHead,
  type Citation,
  type Delivery,
  type EditedBrief,
  type EditsHead,
  type EditsQuery,
  EntenteError,
  type Evidence,
  type RelationQuery,
} from "../../schema/index.ts";
import { dyadOf } from "../dyad.ts";
import { SideMarker } from "../sources.ts";
import { noteSent, readMail } from "../watch/files.ts";
import type { EditsDesk } from "./types.ts";

const NO_EDITS: BriefEdits = { schema: "entente.brief-edits/1", edits: [] };

/** Waits between attempts at a mail while somebody waits for the answer, in milliseconds. */
const WAITS = [2_000, 8_000];

/** What the edits need of a desk. */
interface Parts {
  readonly ledger: Ledger;
  readonly knowledge: Knowledge;
  /** The brief as the ledger tells it. */
  readonly brief: (query: RelationQuery) => Promise<Brief>;
}

const ownEvidence = (edit: BriefEdit): readonly Evidence[] => ("evidence" in edit ? (edit.evidence ?? []) : []);

/** The edits of a data folder's briefs. */
export class LocalEdits implements EditsDesk {
  readonly #parts: Parts;
  readonly #marker: SideMarker;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#marker = new SideMarker(parts.knowledge);
  }

  list(): Promise<readonly EditsHead[]> {
    return this.#parts.ledger.edits.list();
  }

  async open(query: EditsQuery): Promise<EditedBrief> {
    const key = this.#keyOf(query);
    const plain = await this.#parts.brief(query);
    const { revision, edits } = (await this.#parts.ledger.edits.read(key)) ?? { revision: 0, edits: NO_EDITS };
    const slice = await this.#slicesOf(edits);
    const { brief, lost, stale } = applyEdits(plain, edits, slice);
    const versions = [...(await this.#parts.ledger.edits.versions(key))];
    return { name: query.name, revision, edits, brief, lost: [...lost], stale: [...stale], versions };
  }

  async save(query: EditsQuery, edits: BriefEdits, revision: number): Promise<EditedBrief> {
    checkImprint(edits.imprint);
    const checked = { ...edits, edits: await Promise.all(edits.edits.map((edit) => this.#recut(edit))) };
    await this.#parts.ledger.edits.write(this.#keyOf(query), checked, revision);
    return this.open(query);
  }

  async keep(query: EditsQuery, words?: string): Promise<BriefVersionHead> {
    const { edits, brief } = await this.open(query);
    return this.#parts.ledger.edits.keep(this.#keyOf(query), { edits, brief, ...(words && { words }) });
  }

  version(query: EditsQuery, number: number): Promise<BriefVersion> {
    return this.#parts.ledger.edits.version(this.#keyOf(query), number);
  }

  async differences(query: EditsQuery, before: number, after?: number): Promise<readonly BriefDifference[]> {
    const { brief: old } = await this.version(query, before);
    const { brief: now } = await (after === undefined ? this.open(query) : this.version(query, after));
    return differencesOf(old, now);
  }

  async send(query: EditsQuery, to: readonly string[], paper?: Paper): Promise<Delivery> {
    const { folder } = this.#parts.ledger;
    const smtp = smtpOf({ smtp: await readMail(folder) });
    const { brief } = await this.open(query);
    const mail = await briefMail(brief, { from: smtp.from, to, date: new Date(), ...(paper && { paper }) });
    const entry = {
      at: new Date().toISOString(),
      kind: "brief",
      title: brief.title,
      target: mail.to.join(", "),
    } as const;
    try {
      const delivery = await sendMail(mail, smtp, outboxOf(folder), { waits: WAITS });
      const [refused] = delivery.refused;
      const detail = refused && `${refused.recipient}: ${refused.detail}`;
      await noteSent(folder, { ...entry, outcome: refused ? "failed" : "sent", ...(detail && { detail }) });
      return delivery;
    } catch (thrown) {
      await noteSent(folder, { ...entry, outcome: "failed", detail: asEntenteError(thrown).message });
      throw thrown;
    }
  }

  async cite({ document: id, span, words }: Citation): Promise<Evidence> {
    const { document } = await this.#parts.ledger.document(id);
    const at = span ?? placeOf(document.text, words ?? "");
    const cut = at ? document.text.slice(...at) : "";
    if (!at || cut.trim() === "" || (span && words !== undefined && cut !== words))
      throw new EntenteError("citation.missing", { words: (words ?? "").slice(0, 200), document: id });
    const { title, publisher, published, url } = document;
    const source = this.#marker.source({ document: id, title, publisher, published, url });
    return { source, span: at, words: cut };
  }

  #keyOf({ a, b, from, to, name }: EditsQuery): BriefKey {
    return { dyad: dyadOf({ a, b }, this.#parts.knowledge), ...(from && { from }), ...(to && { to }), name };
  }

  /** An edit with its sources as the stored documents have them. */
  async #recut(edit: BriefEdit): Promise<BriefEdit> {
    if (!("evidence" in edit) || !edit.evidence) return edit;
    const evidence = edit.evidence.map(async ({ source, span, words }) => {
      const found = await this.cite({ document: source.document, span });
      if (found.words !== words)
        throw new EntenteError("evidence.unresolved", { sentence: edit.sentence, document: source.document });
      return found;
    });
    return { ...edit, evidence: await Promise.all(evidence) };
  }

  /** The texts of the documents that an analyst cites; what is not there is empty, and doesn't resolve. */
  async #slicesOf({ edits }: BriefEdits) {
    const ids = new Set(edits.flatMap(ownEvidence).map(({ source }) => source.document));
    const found = await Promise.all([...ids].map((id) => this.#parts.ledger.document(id)));
    const texts = new Map(found.map(({ document }) => [document.id, document.text]));
    return (id: string, [start, end]: Evidence["span"]): string => (texts.get(id) ?? "").slice(start, end);
  }
}

/** Where words stand in a text; white space counts as one space. */
function placeOf(text: string, words: string): Evidence["span"] | undefined {
  const parts = words.trim().split(/\s+/);
  if (parts[0] === "") return undefined;
  const found = new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("\\s+")).exec(text);
  return found ? [found.index, found.index + found[0].length] : undefined;
}
