/** What is the case, the likely cause, what to do about it, and the command's exit code. `{name}` stands for a value that the thrower gives. */
export interface CatalogueEntry {
  readonly fact: string;
  readonly cause: string;
  readonly remedy: string;
  readonly exit: number;
}
