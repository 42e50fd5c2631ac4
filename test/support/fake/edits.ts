import { applyEdits, differencesOf } from "../../../src/brief/index.ts";
import type { Desk } from "../../../src/desk/index.ts";
import {
  type BriefEdits,
  type BriefVersion,
  type Citation,
  type EditedBrief,
  type EditsHead,
  type EditsQuery,
  EntenteError,
} from "../../../src/schema/index.ts";

interface Kept {
  readonly revision: number;
  readonly edits: BriefEdits;
  readonly versions: readonly BriefVersion[];
}

const NONE: Kept = { revision: 0, edits: { schema: "entente.brief-edits/1", edits: [] }, versions: [] };
const keyOf = ({ a, b, from, to, name }: EditsQuery): string => JSON.stringify([[a, b].sort(), from, to, name]);

/** Edits in memory. */
export class FakeEdits {
  readonly #desk: Pick<Desk, "brief" | "document">;
  readonly #kept = new Map<string, Kept>();
  /** Who was sent a brief. */
  readonly mailed: string[] = [];

  constructor(desk: Pick<Desk, "brief" | "document">) {
    this.#desk = desk;
  }

  async list(): Promise<EditsHead[]> {
    return [];
  }

  async open(query: EditsQuery): Promise<EditedBrief> {
    const { revision, edits, versions } = this.#of(query);
    const { brief, lost, stale } = applyEdits(await this.#desk.brief(query), edits);
    const heads = versions.map(({ number, at, words, title, statements }) => ({
      number,
      at,
      words,
      title,
      statements,
    }));
    return { name: query.name, revision, edits, brief, lost: [...lost], stale: [...stale], versions: heads };
  }

  async save(query: EditsQuery, edits: BriefEdits, revision: number): Promise<EditedBrief> {
    const kept = this.#of(query);
    if (kept.revision !== revision) throw new EntenteError("edits.conflict", { found: kept.revision, given: revision });
    this.#kept.set(keyOf(query), { ...kept, edits, revision: revision + 1 });
    return this.open(query);
  }

  async keep(query: EditsQuery, words?: string): Promise<BriefVersion> {
    const kept = this.#of(query);
    const { brief, edits } = await this.open(query);
    const statements = brief.sections.reduce((sum, section) => sum + section.statements.length, 0);
    const number = kept.versions.length + 1;
    const version = { number, at: "2021-01-04T09:00:00.000Z", words, title: brief.title, statements, edits, brief };
    this.#kept.set(keyOf(query), { ...kept, versions: [...kept.versions, version] });
    return version;
  }

  async version(query: EditsQuery, number: number): Promise<BriefVersion> {
    const found = this.#of(query).versions.find((version) => version.number === number);
    if (!found) throw new EntenteError("version.unknown", { number, name: query.name });
    return found;
  }

  async differences(query: EditsQuery, before: number, after?: number) {
    const { brief: old } = await this.version(query, before);
    return differencesOf(old, (after === undefined ? await this.open(query) : await this.version(query, after)).brief);
  }

  async send(_query: EditsQuery, to: readonly string[]) {
    this.mailed.push(...to);
    return { sent: [...to], skipped: [], refused: [] };
  }

  async cite({ document: id, span, words = "" }: Citation) {
    const { document, source } = await this.#desk.document(id);
    const at = document.text.indexOf(words);
    const cut = span ?? (at < 0 ? undefined : ([at, at + words.length] as [number, number]));
    if (!cut) throw new EntenteError("citation.missing", { words, document: id });
    return { source, span: cut, words: document.text.slice(...cut) };
  }

  #of(query: EditsQuery): Kept {
    return this.#kept.get(keyOf(query)) ?? NONE;
  }
}
