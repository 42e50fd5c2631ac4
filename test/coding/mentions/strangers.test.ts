import { describe, expect, test } from "vitest";
import { lines, p, said, stop } from "../../support/mentions.ts";
import type { Row } from "../../support/trees.ts";

describe("names and alignments", () => {
  test("a name of one word that does something is somebody", () => {
    const row: Row[] = [p("Quillon", 2, "nsubj"), said(0), stop(2)];
    expect(lines([row])).toEqual(["Quillon: actor unknown.quillon null UNK"]);
  });
  test("a name of one word before a noun is nobody", () => {
    const row: Row[] = [p("Quillon", 2, "compound"), ["talks", "NOUN", 3, "nsubj", "talk"], said(0), stop(3)];
    expect(lines([row])).toEqual([]);
  });
  test("whoever is against a state is not it", () => {
    const row: Row[] = [["anti-Arvanian", "ADJ", 2, "amod"], ["crowds", "NOUN", 3, "nsubj", "crowd"], said(0), stop(3)];
    expect(lines([row]).join()).not.toContain("ARV");
  });
});
