import { EntenteError } from "../../schema/index.ts";
import type { Container, Section } from "./container.ts";

/** Takes columns out of a container by name and kind. Throws model.foreign where one is missing. */
export class SectionReader {
  readonly #container: Container;
  readonly #path: string;

  constructor(container: Container, path: string) {
    this.#container = container;
    this.#path = path;
  }

  check(holds: boolean, detail: string): void {
    if (!holds) throw new EntenteError("model.foreign", { path: this.#path, detail });
  }

  fact(name: string): unknown {
    return this.#container.facts[name];
  }

  octets(name: string): Uint8Array {
    return this.#take(name, (section) => section instanceof Uint8Array) as Uint8Array;
  }

  bytes(name: string): Int8Array {
    return this.#take(name, (section) => section instanceof Int8Array) as Int8Array;
  }

  floats(name: string): Float32Array {
    return this.#take(name, (section) => section instanceof Float32Array) as Float32Array;
  }

  text(name: string): string {
    return this.#take(name, (section) => typeof section === "string") as string;
  }

  lines(name: string): string[] {
    const text = this.text(name);
    return text ? text.split("\n") : [];
  }

  #take(name: string, fits: (section: Section | undefined) => boolean): Section {
    const section = this.#container.sections.get(name);
    this.check(fits(section), `it lacks ${name}`);
    return section as Section;
  }
}
