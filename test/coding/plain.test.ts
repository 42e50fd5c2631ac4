import { describe, expect, test } from "vitest";
import { lacksModel, toldIn } from "../support/passages.ts";

/** Plain sentences of news that once told nothing, or something else. */
describe.skipIf(lacksModel("plain.test.ts"))("plain sentences", () => {
  test.each([
    ["Ottawa wants Beijing to free two Canadians.", "REQUEST Ottawa > Beijing"],
    ["Seoul gave Kyrgyzstan a loan for a hospital.", "AID Seoul > Kyrgyzstan"],
    ["Caracas held military exercises near the border with Colombia.", "MOBILIZE Caracas > -"],
    ["The Hague said it would sell jets to Kyiv.", "AGREE The Hague > Kyiv"],
    ["Sri Lanka turned to the IMF for a bailout.", "REQUEST Sri Lanka > IMF"],
    ["Minsk forced down a Greek airliner.", "COERCE Minsk > Greek airliner"],
    ["Hungary's leader rushed to Poland's defence.", "SUPPORT Hungary's leader > Poland"],
    [
      "The European Union is preparing countermeasures against the United States.",
      "THREATEN European Union > United States",
    ],
    [
      "North Korean hackers stole $620 million from a Vietnamese bank.",
      "COERCE North Korean hackers > Vietnamese bank",
    ],
    ["Spain reopened its embassy in Damascus, which it had closed in 2012.", "SUPPORT Spain > Damascus"],
    ["Washington shipped missiles to Ukraine.", "AID Washington > Ukraine"],
    ["Georgia applied to join the European Union.", "REQUEST Georgia > European Union"],
  ])("%j tells %j", (passage, told) => {
    expect(toldIn(passage)).toEqual([told]);
  });
});
