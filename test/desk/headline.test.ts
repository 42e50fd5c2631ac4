import { describe, expect, test } from "vitest";
import { headlineOf } from "../../src/desk/headline.ts";
import type { IncidentOutline } from "../../src/ledger/index.ts";
import type { Domain } from "../../src/schema/index.ts";

const incidents = (...domains: Domain[]): IncidentOutline[] =>
  domains.map((domain) => ({ type: "CONSULT", status: "happened", domain }) as IncidentOutline);

describe("the headline of a relation", () => {
  test.each<[Domain[], string]>([
    [["military"], "military."],
    [["military", "military"], "all of them military."],
    [["military", "economic", "military"], "most of them military."],
    [["military", "economic", "technology and nuclear", "military"], "2 of them military."],
  ])("says of %j how many fall in the foremost domain", (domains, end) => {
    const headline = headlineOf(["Arvania", "Borland"], incidents(...domains));
    const count = domains.length === 1 ? "1 incident" : `${domains.length} incidents`;
    expect(headline).toBe(`Arvania and Borland: ${count}, ${domains.length} of cooperation and 0 of conflict, ${end}`);
  });
});
