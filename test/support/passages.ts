import { type Reader, read } from "../../src/coding/index.ts";
import type { Report, Span } from "../../src/schema/index.ts";
import { documentOf, modelPath, shippedReader } from "../../training/coder/shipped.ts";

/** Whether there is no model to read passages with; says so for the tests that are skipped then. */
export function lacksModel(file: string): boolean {
  const lacking = modelPath() === undefined;
  if (lacking) console.warn(`${file}: skipped, there is no model in model/`);
  return lacking;
}

let loaded: Reader | undefined;

/** The reports of a passage that was published on 4 March 2024. */
export function reportsOf(passage: string): readonly Report[] {
  loaded ??= shippedReader();
  return read(documentOf("d1", passage, "2024-03-04"), loaded).reports;
}

/** The reports of a passage, each as "TYPE words of the first actor > words of the first recipient". */
export function toldIn(passage: string): string[] {
  const words = (span: Span | undefined): string => (span ? passage.slice(...span) : "-");
  return reportsOf(passage).map(
    ({ type, actors, recipients }) => `${type} ${words(actors[0]?.span)} > ${words(recipients[0]?.span)}`,
  );
}
