import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadModel } from "../../src/language/index.ts";
import { decodeContainer, encodeContainer, FORMAT } from "../../src/language/model/container.ts";
import { frontCode, frontDecode } from "../../src/language/model/front-coding.ts";
import { EntenteError } from "../../src/schema/index.ts";

const made = encodeContainer({
  facts: { name: "test", layers: 2 },
  sections: new Map<string, string | Uint8Array | Int8Array | Float32Array>([
    ["words", "eins\nzwei\ndrei ß"],
    ["bytes", Int8Array.of(-3, 0, 127)],
    ["floats", Float32Array.of(1.5, -2)],
    ["octets", new Uint8Array(0)],
  ]),
});

const refusal = (bytes: Uint8Array): string => {
  try {
    loadModel(bytes, "m.entente");
  } catch (thrown) {
    if (thrown instanceof EntenteError && thrown.code === "model.foreign") return thrown.message;
    throw thrown;
  }
  throw new Error("it was accepted");
};

describe("the model file", () => {
  test("gives back what was put in", () => {
    const { facts, sections } = decodeContainer(made, "m");
    expect(facts).toEqual({ name: "test", layers: 2 });
    expect(sections.get("words")).toBe("eins\nzwei\ndrei ß");
    expect([...(sections.get("bytes") as Int8Array)]).toEqual([-3, 0, 127]);
    expect([...(sections.get("floats") as Float32Array)]).toEqual([1.5, -2]);
    expect(sections.get("octets")).toHaveLength(0);
  });

  test("cut short anywhere, it is refused", () => {
    for (let size = 0; size < made.length; size += 7) expect(refusal(made.subarray(0, size))).toMatch(/octets|begin/);
  });

  test("changed in any octet of its body, it is refused", () => {
    for (let at = 24; at < made.length; at += 11) {
      const changed = made.slice();
      changed[at] ^= 16;
      expect(refusal(changed)).toContain("checksum");
    }
  });

  test("of another format, it is refused", () => {
    const changed = made.slice();
    changed[8] = FORMAT + 1;
    expect(refusal(changed)).toContain(`its format is ${FORMAT + 1}, this program reads ${FORMAT}`);
  });

  test("a foreign file is refused by name", () => {
    expect(refusal(new TextEncoder().encode("%PDF-1.7 and so on and so on"))).toContain("m.entente");
    expect(refusal(new Uint8Array(0))).toContain("it does not begin as one");
  });

  test("whole but without weights, it is refused", () => {
    expect(refusal(made)).toContain("it does not say its");
  });

  test("the small model loads from a view into a larger buffer", () => {
    const file = readFileSync("model/small.entente");
    const larger = new Uint8Array(file.length + 3);
    larger.set(file, 3);
    expect(loadModel(larger.subarray(3)).facts.name).toBe("small");
  });
});

test("front coding gives back any list", () => {
  const list = ["a", "ab", "abc", "abd", "", "abd", "zebra", "ze\tbra", "é", "éa"];
  expect(frontDecode(frontCode(list))).toEqual(list);
  expect(frontDecode(frontCode([]))).toEqual([]);
});
