import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildCues } from "../../../src/knowledge/cues.ts";

const HEADER = "cue\tpos\tclass\tcontent";
const build = (...rows: string[]) => buildCues({ "cues.tsv": [HEADER, ...rows].join("\n") });

describe("the table of cues", () => {
  it("gives the rows of a word by part of speech, the one of most words first", () => {
    const cues = build("point\tverb\tsay\tto", "point out\tverb\tsay\tthat", "point\tnoun\tthink\tthat");
    expect(cues.cuesOf("point", "verb").map(({ words }) => words.join(" "))).toEqual(["point out", "point"]);
    expect(cues.cuesOf("point", "noun")).toHaveLength(1);
    expect(cues.cuesOf("constructor", "verb")).toEqual([]);
  });

  it.each([
    ["an unknown class", "say\tverb\tshout\tquote", '"shout" is no class'],
    ["an unknown part of speech", "say\tadverb\tsay\tquote", '"adverb" is no pos'],
    ["no content", "say\tverb\tsay\t", '"content" is empty'],
    ["a strange content", "say\tverb\tsay\tquote+that", '"quote+that" is no place of a content'],
  ])("is refused for %s, with file and line", (_, row, fact) => {
    expect(() => build("add\tverb\tsay\tquote", row)).toThrow(
      new RegExp(`cues\\.tsv.*3.*${fact.replace(/[+]/g, "\\+")}`),
    );
  });

  it("is refused for a word that stands twice", () => {
    expect(() => build("say\tverb\tsay\tquote", "say\tverb\tsay\tthat")).toThrow("stands in line 2 already");
  });

  it("is sound as it ships", () => {
    const cues = buildCues({ "cues.tsv": readFileSync("knowledge/cues.tsv", "utf8") });
    expect(cues.cuesOf("say", "verb")[0]).toMatchObject({ class: "say" });
    expect(cues.cuesOf("according", "phrase")[0].words).toEqual(["according", "to"]);
  });
});
