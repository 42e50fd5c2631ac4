import { describe, expect, test } from "vitest";
import { lacksModel, toldIn } from "../../support/passages.ts";

const noModel = lacksModel("test/coding/events/echoes.test.ts");

describe.skipIf(noModel)("words that point back", () => {
  test("are denied to whoever made the charge", () => {
    const reports = toldIn("Chad accused Niger of arming rebels. Niger denied the allegations.");
    expect(reports).toEqual(["ACCUSE Chad > Niger", "REJECT Niger > Chad"]);
  });
  test("are refused to whoever asked", () => {
    const reports = toldIn("Norway urged Peru to free the sailors. Peru rejected the calls.");
    expect(reports).toContain("REJECT Peru > Norway");
  });
  test("are condemned as the deed of whoever did it", () => {
    const reports = toldIn("Chad expelled dozens of Nigerian reporters. Norway condemned the expulsions.");
    expect(reports).toContain("ACCUSE Norway > Chad");
  });
  test("are turned down to whoever proposed", () => {
    const reports = toldIn("Norway offered Peru a treaty. Chile rejected the offer.");
    expect(reports).toContain("REJECT Chile > Norway");
  });
  test("say nothing of charges made against others", () => {
    const reports = toldIn("Chad accused Niger of arming rebels. Norway denied the allegations.");
    expect(reports).toEqual(["ACCUSE Chad > Niger"]);
  });
});

describe.skipIf(noModel)("words that only seem to point back", () => {
  const blamed = (passage: string): string[] => toldIn(passage).filter((report) => report.startsWith("ACCUSE Norway"));
  test("say themselves what they mean, where the parser hung it on the verb", () => {
    expect(blamed("Chad shelled a village in Niger. Norway condemned the shelling.")).toEqual(["ACCUSE Norway > Chad"]);
    expect(blamed("Chad shelled a village in Niger. Norway condemned the attack on a church in Oslo.")).toEqual([]);
  });
  test("are reports that tell of something else", () => {
    const passage =
      "Norway accused a rebel leader in Chad of murder. Chad's president denied the reports that he was ill.";
    expect(toldIn(passage).filter((report) => report.startsWith("REJECT"))).toEqual([]);
  });
  test("mean the nearest deed, also where one's own people did it", () => {
    const passage =
      "Chad shelled a village in Niger. Days later a Norwegian man stabbed two women. Norway condemned the attack.";
    expect(blamed(passage)).toEqual([]);
  });
});

describe.skipIf(noModel)("who says we", () => {
  test("is whoever is quoted, also in another sentence", () => {
    const reports = toldIn('"We condemn Chad for the raid. It was a crime," Norwegian minister Espen Dahl said.');
    expect(reports).toContain("ACCUSE Norwegian minister Espen Dahl > Chad");
  });
});

describe.skipIf(noModel)("who is condemned", () => {
  test("is not whom the attack hit", () => {
    expect(toldIn("Norway strongly condemned recent attacks on reporters in Chad.")).not.toContain(
      "ACCUSE Norway > reporters",
    );
  });
  test("is not whose the thing is that was hit", () => {
    expect(toldIn("Norway condemned the shelling of Chadian towns.")).not.toContain("ACCUSE Norway > Chadian");
  });
  test("is not one's own state", () => {
    const reports = toldIn("Norwegian minister Espen Dahl rejected allegations of Norwegian support for rebels.");
    expect(reports.filter((report) => report.endsWith("> Norwegian"))).toEqual([]);
  });
});
