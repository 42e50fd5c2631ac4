import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOperation, type Meaning, type Operation } from "../../../src/coding/events/operators.ts";
import { EFFECTS } from "../../../src/knowledge/rules-rows.ts";
import { EVENT_TYPES, STATUSES } from "../../../src/schema/index.ts";

const OPERATIONS: readonly Operation[] = [...EFFECTS, "negate", "may", "must", "if", "lack"];

function told(operation: Operation, meaning: Meaning): string {
  const outcome = applyOperation(operation, meaning);
  if ("rejected" in outcome) return "nothing";
  return `${outcome.type}${outcome.mode ? `.${outcome.mode}` : ""} ${outcome.status}`;
}

describe("the algebra of operators", () => {
  test("over every type that has happened", async () => {
    const lines = OPERATIONS.flatMap((operation) => [
      `# ${operation}`,
      ...EVENT_TYPES.map((type) => `${type} -> ${told(operation, { type, status: "happened" })}`),
      "",
    ]);
    await expect(lines.join("\n")).toMatchFileSnapshot("snapshots/algebra.txt");
  });
  test("will not hold talks is a refusal", () => {
    const planned = applyOperation("plan", { type: "CONSULT", status: "happened" });
    if ("rejected" in planned) throw new Error(planned.rejected);
    expect(applyOperation("negate", planned)).toEqual({ type: "REJECT", status: "happened" });
  });
  test("deciding not to cooperate is a refusal, deciding not to ask is nothing new", () => {
    expect(told("decide", { type: "CONSULT", status: "denied" })).toBe("REJECT.meet happened");
    expect(told("decide", { type: "REQUEST", status: "denied" })).toBe("REQUEST denied");
  });
  test("a threat keeps what was threatened as its mode", () => {
    expect(told("threaten", { type: "SANCTION", mode: "expel", status: "happened" })).toBe("THREATEN.expel happened");
    expect(told("threaten", { type: "ASSAULT", status: "happened" })).toBe("THREATEN.violence happened");
  });
  test("what did not happen below never happens above under the same type", () => {
    const faults: string[] = [];
    fc.assert(
      fc.property(
        fc.constantFrom(...OPERATIONS),
        fc.constantFrom(...EVENT_TYPES),
        fc.constantFrom(...STATUSES.filter((status) => status !== "happened" && status !== "planned")),
        (operation, type, status) => {
          const outcome = applyOperation(operation, { type, status });
          // "warned that it could strike": the warning itself is given
          const warned = operation === "threaten" && type === "THREATEN" && status === "hypothetical";
          // "did not deny that it had": perhaps it had
          const redeemed = status === "denied" && "status" in outcome && outcome.status === "hypothetical";
          const kept =
            warned || redeemed || "rejected" in outcome || outcome.type !== type || outcome.status === status;
          if (!kept) faults.push(`${operation} ${type} ${status}`);
          return kept;
        },
      ),
    );
    expect(faults).toEqual([]);
  });
});
