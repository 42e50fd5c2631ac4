import { describe, expect, test } from "vitest";
import { parsePattern } from "../../../src/knowledge/rules-pattern.ts";

const told = (pattern: string) => {
  const trigger = parsePattern(pattern);
  if (typeof trigger === "string") return trigger;
  return Object.fromEntries(
    Object.entries(trigger).map(([field, value]) => [field, value instanceof Set ? [...value] : value]),
  );
};

describe("a pattern", () => {
  test("names verbs", () => {
    expect(told("praise|hail")).toEqual({ kind: "verb", lemmas: ["praise", "hail"] });
  });
  test("names nouns with modifiers", () => {
    expect(told("noun drill ~ joint|naval")).toEqual({
      kind: "noun",
      lemmas: ["drill"],
      modifiers: ["joint", "naval"],
    });
  });
  test("wants a particle and objects", () => {
    expect(told("call +off > talk|visit")).toEqual({
      kind: "verb",
      lemmas: ["call"],
      particle: "off",
      objects: ["talk", "visit"],
    });
  });
  test("means the words of the oblique where they follow the preposition", () => {
    expect(told("call @for > talk")).toMatchObject({ prepositions: ["for"], objects: ["talk"], oblique: true });
    expect(told("launch > attack @on")).toMatchObject({ prepositions: ["on"], objects: ["attack"] });
    expect(told("launch > attack @on")).not.toHaveProperty("oblique");
  });
  test("may want any object", () => {
    expect(told("call > any")).toEqual({ kind: "verb", lemmas: ["call"], transitive: true });
  });
  test.each([
    ["praise|praise", /twice/],
    ["Praise", /can't stand/],
    ["call +sideways", /no particle/],
    ["call @sideways", /can't stand/],
    ["> talk", /no word to start from/],
    ["noun call +off", /only a verb/],
  ])("%s is refused", (pattern, reason) => {
    expect(told(pattern)).toMatch(reason);
  });
});
