import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../../src/coding/index.ts";
import { documentOf, modelPath, shippedReader } from "../../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("test/coding/events/echoes.test.ts: skipped, there is no model in model/");

let loaded: Reader | undefined;

function reportsOf(text: string): string[] {
  loaded ??= shippedReader();
  const word = (span: readonly [number, number] | undefined): string => (span ? text.slice(...span) : "-");
  return read(documentOf("d1", text, "2024-03-04"), loaded).reports.map(
    ({ type, actors, recipients }) => `${type} ${word(actors[0]?.span)} > ${word(recipients[0]?.span)}`,
  );
}

describe.skipIf(noModel)("words that point back", () => {
  test("are denied to whoever made the charge", () => {
    const reports = reportsOf("Chad accused Niger of arming rebels. Niger denied the allegations.");
    expect(reports).toEqual(["ACCUSE Chad > Niger", "REJECT Niger > Chad"]);
  });
  test("are refused to whoever asked", () => {
    const reports = reportsOf("Norway urged Peru to free the sailors. Peru rejected the calls.");
    expect(reports).toContain("REJECT Peru > Norway");
  });
  test("are condemned as the deed of whoever did it", () => {
    const reports = reportsOf("Chad expelled dozens of Nigerian reporters. Norway condemned the expulsions.");
    expect(reports).toContain("ACCUSE Norway > Chad");
  });
  test("are turned down to whoever proposed", () => {
    const reports = reportsOf("Norway offered Peru a treaty. Chile rejected the offer.");
    expect(reports).toContain("REJECT Chile > Norway");
  });
  test("say nothing of charges made against others", () => {
    const reports = reportsOf("Chad accused Niger of arming rebels. Norway denied the allegations.");
    expect(reports).toEqual(["ACCUSE Chad > Niger"]);
  });
});

describe.skipIf(noModel)("who says we", () => {
  test("is whoever is quoted, also in another sentence", () => {
    const reports = reportsOf('"We condemn Chad for the raid. It was a crime," Norwegian minister Espen Dahl said.');
    expect(reports).toContain("ACCUSE Norwegian minister Espen Dahl > Chad");
  });
});

describe.skipIf(noModel)("who is condemned", () => {
  test("is not whom the attack hit", () => {
    expect(reportsOf("Norway strongly condemned recent attacks on reporters in Chad.")).not.toContain(
      "ACCUSE Norway > reporters",
    );
  });
  test("is not one's own state", () => {
    const reports = reportsOf("Norwegian minister Espen Dahl rejected allegations of Norwegian support for rebels.");
    expect(reports.filter((report) => report.endsWith("> Norwegian"))).toEqual([]);
  });
});
