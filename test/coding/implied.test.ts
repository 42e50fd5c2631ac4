import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../src/coding/index.ts";
import type { Participant } from "../../src/schema/index.ts";
import { documentOf, modelPath, shippedReader } from "../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("implied.test.ts: skipped, there is no model in model/; build it with the training");

let loaded: Reader | undefined;
const reader = (): Reader => {
  loaded ??= shippedReader();
  return loaded;
};

const codes = (parties: readonly Participant[]): string => parties.map(({ country }) => country ?? "?").join("+");

/** The reports of a passage as "TYPE ACTORS > RECIPIENTS". */
const told = (text: string): string[] =>
  read(documentOf("implied", text, "2021-03-02"), reader()).reports.map(
    ({ type, actors, recipients }) => `${type} ${codes(actors)} > ${codes(recipients)}`,
  );

describe.skipIf(noModel)("to whom it is done, where another clause says it", () => {
  test.each([
    ["Hungary warned that it would react to the drills that Serbia is holding.", "THREATEN HUN > SRB"],
    ["Hungary warned it would retaliate against Serbia's patrols.", "THREATEN HUN > SRB"],
    ["The Kenyan threat to raise the tariffs on Uganda is a blunder.", "THREATEN KEN > UGA"],
    ["Sudan answered by threatening a war if the Ethiopians filled the dam.", "THREATEN SDN > ETH"],
  ])("who is threatened: %s", (text, report) => {
    expect(told(text)).toContain(report);
  });

  test.each([
    ["Kenya warned that it would fight if its towns were shelled.", "KEN > KEN"],
    ["The Kenyan threat to the lake is known.", "THREATEN"],
  ])("nobody is threatened: %s", (text, part) => {
    expect(told(text).join("; ")).not.toContain(part);
  });

  test.each([
    ["The Greek minister slammed the decision, saying Bulgaria had acted in haste.", "ACCUSE GRC > BGR"],
    ["Peru repeated an accusation that Chile has moved the border stones.", "ACCUSE PER > CHL"],
    ["The Peruvian ministry opened an inquiry into claims that Chile had bribed its judges.", "ACCUSE PER > CHL"],
    ["Norway's minister demanded an explanation after Iceland had seized the trawler.", "REQUEST NOR > ISL"],
    ["Norway voiced anger at what it called Iceland's piracy.", "ACCUSE NOR > ISL"],
    ["Norway protested against the closing of the fishing grounds by Iceland.", "ACCUSE NOR > ISL"],
    ["Laos said its farmers had left the valley, but Vietnam denied this.", "REJECT VNM > LAO"],
    ["Cuba vetoed a resolution penned by Panama.", "REJECT CUB > PAN"],
  ])("who is blamed, asked or contradicted: %s", (text, report) => {
    expect(told(text).join("; ")).toContain(report);
  });

  test.each([
    ["The Greek minister slammed the decision, saying Greece had lost much.", "GRC > GRC"],
    ["The Greek minister criticised the film, saying Bulgaria had better ones.", "BGR"],
    ["Norway demanded an explanation after the storm had sunk the trawler.", "REQUEST"],
    ["Vietnam denied this on Monday, and Laos said nothing.", "REJECT VNM > LAO"],
  ])("nobody is blamed: %s", (text, part) => {
    expect(told(text).join("; ")).not.toContain(part);
  });

  test.each([
    ["Nepal received a batch of tents donated by Norway.", "AID NOR > NPL"],
    ["Malta commissioned on Friday one of three patrol boats donated by Japan.", "AID JPN > MLT"],
    ["The IMF approved a loan of $3 billion, of which Ghana has received a third.", "AID IGO > GHA"],
    ["The German parliament approved a package which includes two million euros for Malawi.", "AID DEU > MWI"],
    ["The World Bank has disbursed 90 million dollars of the loan approved for Ghana.", "AID IGO > GHA"],
  ])("who is given what is told of: %s", (text, report) => {
    expect(told(text)).toContain(report);
  });

  test.each([
    ["Nepal sold the tents donated by Norway.", "NOR > NPL"],
    ["The lawyers, who helped draft the loan, were at odds with Ghana.", "AID"],
  ])("nobody is given anything: %s", (text, part) => {
    expect(told(text).join("; ")).not.toContain(part);
  });

  test.each([
    [
      "The United States imposed sanctions on forty people who are said to be vital to Iran's navy.",
      "COERCE USA > IRN",
    ],
    ["Canada announced measures targeting Syria's banks and sanctions directed against its ministers.", "CAN > SYR"],
    ["The Kenyan president approached Egypt asking for water pumps.", "REQUEST KEN > EGY"],
    [
      "The UN envoy warned that hunger may spread and called on the Malian government to open the roads.",
      "REQUEST UNO > MLI",
    ],
    ["Chad to lift tariffs on Nigerian cattle, Nigeria calls for more", "CONCEDE TCD > NGA"],
    ["Egypt said Sudan has flatly rejected its plan.", "REJECT SDN > EGY"],
  ])("ties, askers and headlines: %s", (text, report) => {
    expect(told(text).join("; ")).toContain(report);
  });

  test.each([
    ["Jordanian police arrested a baker suspected of belonging to Islamic State.", "COERCE JOR > ISM"],
    ["Panama lifted all curbs on the ability to send money to relatives in Cuba.", "CONCEDE PAN > CUB"],
    ["Finland has provided two million euros to pay for shelter for people displaced in Yemen.", "AID FIN > YEM"],
    ["A Zambian court on Friday freed preacher John Chilufya after a week.", "RETREAT ZMB > ?"],
    ["The Chilean navy cornered the Peruvian boats in a bay.", "ASSAULT CHL > PER"],
    ["Chad ordered its troops to stop all raids on Niger.", "RETREAT TCD > "],
    ["Norway's minister said Iceland's nets endanger the peace.", "ACCUSE NOR > ISL"],
    ["Oman regards the Houthi movement as a terrorist group.", "ACCUSE OMN > YEM"],
    ["Greece came to the support of Malta.", "SUPPORT GRC > MLT"],
    ["The Maltese president came to Athens on Friday.", "CONSULT MLT > GRC"],
  ])("below the object: %s", (text, report) => {
    expect(told(text).join("; ")).toContain(report);
  });

  test.each([
    ["Jordanian police arrested a baker suspected of arson near the Syrian border.", "SYR"],
    ["Norway's minister said Iceland's nets are made of silk.", "ACCUSE"],
    ["The court in Zambia, John Chilufya said, was fair.", "RETREAT"],
  ])("nobody below the object: %s", (text, part) => {
    expect(told(text).join("; ")).not.toContain(part);
  });
});
