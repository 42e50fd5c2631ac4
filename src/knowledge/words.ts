import { SECTORS, type Sector } from "../schema/index.ts";
import { holdUnique, type KnowledgeFiles, listOf, numberIn, oneOf, readTable, refuse, required } from "./table.ts";

/**
 * What a capitalised name ends in that starts with a nation ("Turkish Airlines", "Korean War"): the sector of such a
 * body, or undefined where it is no actor at all.
 */
export type Endings = ReadonlyMap<string, Sector | undefined>;

/** Reads `endings.tsv`; the sector `-` stands for what is no actor. */
export function readEndings(files: KnowledgeFiles): Endings {
  const rows = readTable(files, "endings.tsv", ["ending", "sector", "source"]);
  holdUnique(rows, (row) => row.cells.ending);
  return new Map(
    rows.map((row) => [
      required(row, "ending").toLowerCase(),
      row.cells.sector === "-" ? undefined : oneOf(row, "sector", SECTORS),
    ]),
  );
}

/** Reads `non-actors.tsv`: names that hold a nation's name and yet mean no actor ("French fries"). */
export const readNonActors = (files: KnowledgeFiles): string[] => {
  const rows = readTable(files, "non-actors.tsv", ["name", "source"]);
  holdUnique(rows, (row) => row.cells.name);
  return rows.map((row) => required(row, "name"));
};

/** A name that may mean something else than the actor of that name ("Georgia", "Jordan"). */
export interface Namesake {
  readonly name: string;
  /** Words in the document that speak for the state. */
  readonly signs: readonly string[];
  /** Words in the document that speak for the namesake. */
  readonly against: readonly string[];
  /** Whether it is also a person's name. */
  readonly personal: boolean;
}

/** Reads `namesakes.tsv`. */
export function readNamesakes(files: KnowledgeFiles): Namesake[] {
  const rows = readTable(files, "namesakes.tsv", ["name", "for", "against", "personal", "source"]);
  holdUnique(rows, (row) => row.cells.name);
  return rows.map((row) => ({
    name: required(row, "name"),
    signs: listOf(row.cells.for),
    against: listOf(row.cells.against),
    personal: oneOf(row, "personal", ["yes", "no"]) === "yes",
  }));
}

/** A word of estimative probability, with the range it stands for. */
export interface ProbabilityWord {
  readonly words: readonly string[];
  readonly low: number;
  readonly high: number;
}

/** Reads `probability.tsv`. */
export function readProbability(files: KnowledgeFiles): ProbabilityWord[] {
  const rows = readTable(files, "probability.tsv", ["words", "low", "high", "source"]);
  holdUnique(rows, ({ cells }) => listOf(cells.words)[0] ?? "");
  return rows.map((row) => {
    const [low, high] = [numberIn(row, "low", 0, 1), numberIn(row, "high", 0, 1)];
    if (low > high) refuse(row, `the range ends (${high}) below its start (${low})`, "Put the smaller number first.");
    return { words: listOf(required(row, "words")), low, high };
  });
}
