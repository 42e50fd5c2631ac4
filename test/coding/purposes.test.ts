import { describe, expect, test } from "vitest";
import { lacksModel, toldIn } from "../support/passages.ts";

describe.skipIf(lacksModel("purposes.test.ts"))("purposes", () => {
  test.each([
    ["Kenya's president used the occasion to thank Japan for its help.", "SUPPORT Kenya's president > Japan"],
    ["She is the first Danish prime minister to visit Ghana since 1990.", "CONSULT Danish prime minister > Ghana"],
    ["The envoys of Chile and Peru will become the first ministers to visit Togo.", "AGREE ministers > Togo"],
    ["It was the first time for a Danish premier to meet with a king of Oman.", "CONSULT Danish premier > -"],
    ["Malian troops were forced to withdraw from the Senegalese town.", "RETREAT Malian troops > Senegalese"],
    [
      "The Turkish navy has assisted the coast guard to arrest six Greek fishermen.",
      "COERCE Turkish navy > Greek fishermen",
    ],
    ["The Syrian army lost 200 men in the campaign to drive the rebels from Homs.", "ASSAULT Syrian army > rebels"],
    ["Norway sent forty doctors to help Nepal after the quake.", "AID Norway > Nepal"],
    ["Danish soldiers arrived in Latvia to take part in a NATO exercise.", "AGREE Danish soldiers > NATO"],
  ])("that are under way or fulfilled are told: %j", (passage, told) => {
    expect(toldIn(passage)).toContain(told);
  });
  test.each([
    "The treaty was the first step to end the war between Chad and Sudan.",
    "The Danish party ran a campaign to oust the prime minister of Norway.",
    "Norway gave Chile a letter to help Peru.",
    "Norway gathered funds to thank Chile.",
    "Ghana held a campaign to recognise Togo's athletes.",
    "Polish firms sent engineers to build a bridge over the Danube in Hungary.",
  ])("are no events otherwise: %j", (passage) => {
    expect(toldIn(passage)).toEqual([]);
  });
});

describe.skipIf(lacksModel("purposes.test.ts"))("it, who acts alone", () => {
  test.each([
    ["China opened a new front when it slapped tariffs on Canadian ships.", "COERCE China > Canadian ships"],
    ["Peru taxed Chilean wine in May. It also stopped imports of barley from Chile.", "SANCTION It > Chile"],
    ["Ghana criticized Togo in May. It has also closed the border with Togo.", "COERCE It > Togo"],
  ])("is the state that is the subject before it: %j", (passage, told) => {
    expect(toldIn(passage)).toContain(told);
  });
  test.each([
    "The plan shocked Chile in May. It also stopped imports of barley from Peru.",
    "Norway said the storm angered Chile when it hit Peru.",
    "The law hurt Chile because it barred Peru from ports.",
  ])("may be a thing elsewhere: %j", (passage) => {
    expect(toldIn(passage)).toEqual([]);
  });
});
