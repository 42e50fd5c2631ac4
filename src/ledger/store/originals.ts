import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { EntenteError } from "../../schema/index.ts";

const SHA256 = /^[0-9a-f]{64}$/;

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** The bytes of documents as they came, each under its SHA-256: `originals/ab/abcdef…`. Written once, never changed. */
export class Originals {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "originals");
  }

  pathOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  async #has(sha256: string): Promise<boolean> {
    try {
      await stat(this.pathOf(sha256));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  /** Stores bytes under their hash, whole or not at all. */
  async write(sha256: string, bytes: Uint8Array): Promise<void> {
    if (await this.#has(sha256)) return;
    const path = this.pathOf(sha256);
    await mkdir(join(this.#folder, sha256.slice(0, 2)), { recursive: true });
    const draft = `${path}.${process.pid}.draft`;
    const file = await open(draft, "w");
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }

  /** Errors: document.unknown. */
  async read(sha256: string): Promise<Uint8Array> {
    if (!SHA256.test(sha256)) throw new EntenteError("document.unknown", { id: sha256 });
    try {
      return await readFile(this.pathOf(sha256));
    } catch (error) {
      if (isMissing(error)) throw new EntenteError("document.unknown", { id: sha256 }, { cause: error });
      throw error;
    }
  }
}
