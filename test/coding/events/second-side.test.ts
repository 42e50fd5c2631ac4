import { describe, expect, test } from "vitest";
import type { Participant } from "../../../src/schema/index.ts";
import { lacksModel, reportsOf } from "../../support/passages.ts";

const noModel = lacksModel("test/coding/events/second-side.test.ts");

const namesOf = (participants: readonly Participant[]): string =>
  participants
    .map(({ country, sector }) => country ?? sector)
    .sort()
    .join("+") || "-";

/** The reports of a passage, each as "TYPE status ACTORS > RECIPIENTS". */
const reportsIn = (passage: string): string[] =>
  reportsOf(passage).map(
    ({ type, status, actors, recipients }) => `${type} ${status} ${namesOf(actors)} > ${namesOf(recipients)}`,
  );

describe.skipIf(noModel)("what somebody says that it was", () => {
  test("stands where it is done to", () => {
    expect(reportsIn("Chad fired on what it described as three Sudanese boats.")).toEqual([
      "ASSAULT happened TCD > SDN",
    ]);
    expect(reportsIn("Peru attacked what it said were two Chilean trawlers and a Bolivian barge.")).toEqual([
      "ASSAULT happened PER > BOL+CHL",
    ]);
    expect(reportsIn("Boko Haram claimed responsibility for what it called an attack on Nigerian soldiers.")).toEqual([
      "ASSAULT happened NGA > NGA",
    ]);
  });
  test("is no question and no thing without a name", () => {
    expect(reportsIn("Moldova asked what Norway said about the loan.")).toEqual([]);
  });
});

describe.skipIf(noModel)("two who are named together", () => {
  test("both act, though the second stands like an explanation of the first", () => {
    expect(
      reportsIn("Speaking by phone on Tuesday, Macron and Portuguese Prime Minister Luis Montenegro agreed to wait."),
    ).toContain("CONSULT happened FRA+PRT > -");
  });
  test("hold what is joint", () => {
    expect(reportsIn("A joint drill hosted by Romania and led by NATO began on Monday.")).toEqual([
      "COOPERATE happened IGO+ROU > -",
    ]);
    expect(reportsIn("The combined exercise held by Kenya and Uganda ended on Friday.")).toEqual([
      "COOPERATE happened KEN+UGA > -",
    ]);
    expect(reportsIn("The joint drill held by Kenya alone ended on Friday.")).not.toContain(
      "COOPERATE happened KEN > -",
    );
  });
  test("fight each other, unless they fight somewhere else or somebody else", () => {
    expect(reportsIn("Peru and Chile are fighting a war over the lake.")).toEqual(["ASSAULT happened CHL+PER > -"]);
    expect(reportsIn("Hezbollah and Israel are locked in daily artillery fire.")).toEqual([
      "ASSAULT happened ISR+LBN > -",
    ]);
    expect(reportsIn("British and French soldiers fought many battles in Mali.")).toEqual([
      "ASSAULT happened FRA+GBR > MLI",
    ]);
  });
});

describe.skipIf(noModel)("who tells what another offers, refuses or plans", () => {
  test("is the one for whom it is", () => {
    expect(reportsIn("Serbia's president said that Hungary had offered help.")).toEqual(["AGREE happened HUN > SRB"]);
    expect(reportsIn("The Kremlin said that Chinese envoys would visit in May.")).toEqual(["AGREE planned CHN > RUS"]);
    expect(reportsIn("Kenya's foreign ministry said that Somalia's delegation refused to sign the protocol.")).toEqual([
      "REJECT happened SOM > KEN",
    ]);
  });
  test("or is told it by who does it", () => {
    expect(reportsIn("Japan would lend 300 million dollars, its ambassador told Kenyan lawmakers.")).toEqual([
      "AGREE planned JPN > KEN",
    ]);
  });
  test("but not where it is about a third", () => {
    expect(
      reportsIn("The Estonian president said that Hungary had offered help for a school in Malawi."),
    ).not.toContain("AGREE happened HUN > EST");
  });
});

describe.skipIf(noModel)("a participle behind what sums up a clause", () => {
  test("judges whose deed it is", () => {
    expect(reportsIn("Turkey closed its airspace, a move condemned by the Greek government.")).toEqual([
      "ACCUSE happened GRC > TUR",
    ]);
    expect(reportsIn("Macron will attend the fair, a decision hailed by the Norwegian foreign ministry.")).toContain(
      "SUPPORT happened NOR > FRA",
    );
  });
  test("says nothing of who merely owns a thing", () => {
    expect(reportsIn("The bridge was closed, a step taken by the Chilean government.")).toEqual([]);
  });
});

describe.skipIf(noModel)("what is given", () => {
  test("goes to whom it is to strengthen, or whose ground a disaster struck", () => {
    expect(reportsIn("Germany approved the sale of rifles to strengthen Kenya's police.")).toEqual([
      "AGREE happened DEU > KEN",
    ]);
    expect(
      reportsIn("Romania offered to send tents and doctors after the flood that hit the Moldovan town of Soroca."),
    ).toEqual(["AGREE happened ROU > MDA"]);
  });
  test("goes nowhere where the disaster struck at home", () => {
    expect(reportsIn("Brazil sent food after a storm that hit its northern coast.")).toEqual([]);
  });
});

describe.skipIf(noModel)("fire", () => {
  test("is answered where it came from", () => {
    expect(reportsIn("Peru hit back after missiles were fired from Chile.")).toContain("ASSAULT happened PER > CHL");
  });
  test("is done to whom it is said to be subjected to, and to about so many", () => {
    expect(reportsIn("The port of Odesa was subjected to heavy shelling by the Russian navy.")).toEqual([
      "ASSAULT happened RUS > UKR",
    ]);
    expect(reportsIn("Ukrainian jets targeted just under 40 Russian depots.")).toEqual(["ASSAULT happened UKR > RUS"]);
  });
  test("is opened where the clause before it or a town near it is", () => {
    expect(reportsIn("The war spread to Goma, in eastern Congo, following an incursion by Rwandan troops.")).toEqual([
      "ASSAULT happened RWA > COD",
    ]);
  });
});

describe.skipIf(noModel)("forces", () => {
  test("leave the state where they stand", () => {
    expect(reportsIn("Macron ordered the full withdrawal of some 800 French soldiers in Niger.")).toEqual([
      "RETREAT happened FRA > NER",
    ]);
  });
  test("that take a town are told alone", () => {
    expect(reportsIn("Rebels in Mali seized control of a town on Friday.")).toEqual(["ASSAULT happened MLI > -"]);
    expect(reportsIn("Troops gained control over their fears in Mali.")).toEqual([]);
  });
});

describe.skipIf(noModel)("before a noun whose doer stands behind by", () => {
  test("is to whom it is done", () => {
    expect(reportsIn("Mali was surprised by the Polish endorsement by the Czech government.")).toEqual([
      "SUPPORT happened CZE > POL",
    ]);
  });
});

describe.skipIf(noModel)("who is asked to comment on a treaty", () => {
  test("asks for nothing", () => {
    expect(
      reportsIn("The Kenyan minister spoke when asked to comment on a joint declaration by Chile and Peru."),
    ).toEqual([]);
  });
});

describe.skipIf(noModel)("somebody unknown", () => {
  test("is whom the words behind his name say, as a host too", () => {
    expect(
      reportsIn("Ali Omar, the head of the Taliban council, received the Chinese and Iranian delegations in Kabul."),
    ).toEqual(["CONSULT happened CHN+IRN > AFG"]);
  });
});

describe.skipIf(noModel)("help that is offered", () => {
  test("is for who says so", () => {
    expect(reportsIn("Nepal's minister said that Japan and Norway have offered support.")).toEqual([
      "SUPPORT happened JPN+NOR > NPL",
    ]);
    expect(reportsIn("Nepal's minister never said that Japan had offered support.")).toEqual([]);
  });
});

describe.skipIf(noModel)("a headline without its auxiliary", () => {
  test("strikes whom it names first, where by names who does it", () => {
    expect(reportsIn("Peru shelled by Chile with mortars")).toEqual(["ASSAULT happened CHL > PER"]);
    expect(reportsIn("Boko Haram hit with ten air strikes by Nigerian-led coalition")).toEqual([
      "ASSAULT happened NGA > NGA",
    ]);
  });
});

describe.skipIf(noModel)("a drill in conjunction with somebody", () => {
  test("is held by both", () => {
    expect(reportsIn("The joint drills conducted by Ghana in conjunction with Togo ended on Friday.")).toEqual([
      "COOPERATE happened GHA+TGO > -",
    ]);
  });
});
