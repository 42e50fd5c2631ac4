import { expect, test } from "vitest";
import { asEntenteError, CATALOGUE, EntenteError } from "../../src/schema/index.ts";

test("an error states its fact, its cause and its remedy", () => {
  const error = new EntenteError("input.missing", { path: "a.txt" });
  expect(error.message).toBe("There is no file or folder at a.txt. The path is misspelt or was moved.");
  expect(error.toRecord()).toEqual({
    code: "input.missing",
    message: error.message,
    remedy: "Check the path; a relative one starts at the folder you are in.",
  });
});

test.each(Object.entries(CATALOGUE))("%s: fact, cause and remedy are sentences", (_code, entry) => {
  for (const text of [entry.fact, entry.cause]) expect(text).toMatch(/^["A-Z{].*[.]$/);
  expect(entry.exit).toBeGreaterThan(1);
});

test("what is not from the catalogue becomes an internal error that keeps its cause", () => {
  const cause = new TypeError("x is undefined");
  const error = asEntenteError(cause);
  expect(error.code).toBe("internal");
  expect(error.message).toContain("x is undefined");
  expect(error.cause).toBe(cause);
});
