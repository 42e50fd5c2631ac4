import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../src/coding/index.ts";
import type { Participant } from "../../src/schema/index.ts";
import { documentOf, modelPath, shippedReader } from "../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("parties.test.ts: skipped, there is no model in model/; build it with the training");

let loaded: Reader | undefined;
const reader = (): Reader => {
  loaded ??= shippedReader();
  return loaded;
};

const codes = (parties: readonly Participant[]): string => parties.map(({ country }) => country ?? "?").join("+");

/** The reports of a sentence as "TYPE/status ACTORS > RECIPIENTS". */
const told = (text: string): string[] =>
  read(documentOf("parties", text, "2021-03-02"), reader()).reports.map(
    ({ type, status, actors, recipients }) => `${type}/${status} ${codes(actors)} > ${codes(recipients)}`,
  );

describe.skipIf(noModel)("who and to whom", () => {
  test.each([
    ["France, as well as Germany, condemned Russia on Monday.", "ACCUSE/happened FRA+DEU > RUS"],
    ["France along with Germany condemned Russia.", "ACCUSE/happened FRA+DEU > RUS"],
    ["Turkey, along with Russia and Iran, condemned the Israeli strike on Syria.", "ACCUSE/happened TUR+RUS+IRN > ISR"],
    ["Japan thanked Australia, along with India, for their help.", "SUPPORT/happened JPN > AUS+IND"],
    ["Russia, but not China, vetoed the resolution on Syria.", "REJECT/happened RUS > SYR"],
    ["China's and Russia's foreign ministers met in Sochi.", "CONSULT/happened CHN+RUS > "],
    ["Talks between Iran, Iraq and Turkey began in Baghdad.", "CONSULT/happened IRN+IRQ+TUR > "],
    ["Iran and its ally Hezbollah attacked Israel.", "ASSAULT/happened IRN+LBN > ISR"],
    ["Russia hosted talks with Iran and Turkey.", "CONSULT/happened RUS+IRN+TUR > "],
    ["Turkey held talks between Russia and Ukraine.", "CONSULT/happened RUS+UKR > "],
  ])("joined: %s", (text, report) => {
    expect(told(text)).toEqual([report]);
  });

  test.each([
    ["Ukraine urged its allies to send more weapons to fight Russia."],
    ["Turkey called on the international community to isolate Israel."],
  ])("whoever is asked is somebody else: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([["Turkey condemned the attack on Syria."], ["The United States will do its part, Trump promised."]])(
    "nobody is blamed for what he suffered, or promised what is his: %s",
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );

  test.each([
    ["Washington warned Ankara about buying Russian missiles.", "THREATEN/happened USA > TUR"],
    ["Turkey warned that it would attack Syria.", "THREATEN/happened TUR > SYR"],
    ["Washington told Beijing to close its consulate.", "REQUEST/happened USA > CHN"],
    ["Moscow told Kyiv to stay calm.", "REQUEST/happened RUS > UKR"],
    ["NATO warned of a Russian attack on Ukraine.", "ASSAULT/hypothetical RUS > UKR"],
    ["The leaders discussed Russia's attack on Ukraine.", "ASSAULT/happened RUS > UKR"],
    ["The leaders discussed a Russian attack on Ukraine.", "ASSAULT/hypothetical RUS > UKR"],
    ["The United States averted a war between India and Pakistan.", "ASSAULT/denied IND+PAK > "],
    ["Israel accused the United States of blocking the Palestinian resolution.", "ACCUSE/happened ISR > USA"],
    ["Uzbekistan agreed to open its borders for lorries bound for Afghanistan.", "AGREE/happened UZB > AFG"],
  ])("addressed: %s", (text, report) => {
    expect(told(text)).toEqual([report]);
  });

  test.each([
    ["Turkish jets bombed the rebel-held town of Afrin in Syria.", "ASSAULT/happened TUR > SYR"],
    ["Ukrainian drones hit a depot in Russian-occupied Melitopol.", "ASSAULT/happened UKR > RUS"],
    ["Norway put sanctions on firms in the Georgian regions occupied by Russia.", "COERCE/happened NOR > RUS"],
    ["Russian troops shelled the Russian-held town of Melitopol.", "ASSAULT/happened RUS > UKR"],
    ["Chile opposes the Peruvian sale of arms to Bolivia.", "REJECT/happened CHL > PER"],
    ["Egypt protested the Turkish arms delivery to Libya.", "ACCUSE/happened EGY > TUR"],
    ["Japan extended its sanctions on Iran over the war in Syria.", "COERCE/happened JPN > IRN"],
    ["Kenyan jets pounded the militants' camps in Somalia.", "ASSAULT/happened KEN > SOM"],
    ["Qatar gave tents to people displaced in northern Yemen.", "AID/happened QAT > YEM"],
    ["Al Shabaab claimed an ambush that killed ten Kenyan officers.", "ASSAULT/happened SOM > KEN"],
    ["Al Shabaab claimed responsibility for a blast that killed two Ugandan soldiers.", "ASSAULT/happened SOM > UGA"],
    ["The UN called on the governments of Chad and neighbouring Sudan to talk.", "REQUEST/happened UNO > TCD+SDN"],
    ["Chile announced the expulsion of two Peruvian diplomats from Chile.", "SANCTION/happened CHL > PER"],
    ["Turkey rejected a German court's ruling on the killing of Greeks.", "REJECT/happened TUR > DEU"],
    [
      "Norway sent condolences to Peru after a Chilean attack killed ten Peruvian soldiers.",
      "ASSAULT/happened CHL > PER",
    ],
    ["Iran condemned the crimes of the Zionist regime.", "ACCUSE/happened IRN > ISR"],
    ["Norway condemned the unlawful seizure of Kherson by Russia.", "ACCUSE/happened NOR > RUS"],
    ["Iran condemned the murder of its scientist by Israel.", "ACCUSE/happened IRN > ISR"],
    ["Canada put sanctions on six individuals linked to the Belarusian army.", "COERCE/happened CAN > BLR"],
    [
      "Japan announced sanctions on people involved with a network for Iran-backed Houthis.",
      "COERCE/happened JPN > YEM",
    ],
    ["The AU Peace and Security Council suspended Mali.", "SANCTION/happened IGO > MLI"],
    ["Norway gave tents to refugees facing hunger inside Syria.", "AID/happened NOR > SYR"],
    ["The UN refugee agency received a contribution from Norway.", "AID/happened NOR > UNO"],
  ])("found where it stands: %s", (text, report) => {
    expect(told(text)).toContain(report);
  });

  test.each([
    ["Two British journalists were arrested in Turkey on Friday.", "COERCE/happened TUR > GBR"],
    ["Troops loyal to the Libyan commander shelled Turkish positions.", "ASSAULT/happened LBY > TUR"],
    ["The UN-backed government in Libya accused Egypt of meddling.", "ACCUSE/happened LBY > EGY"],
    ["The Assad regime said it would expel French diplomats.", "THREATEN/planned SYR > FRA"],
    ["Egypt thanked the government and people of Saudi Arabia.", "SUPPORT/happened EGY > SAU+SAU"],
  ])("named by another: %s", (text, report) => {
    expect(told(text)).toEqual([report]);
  });

  test("an apposition says who held the office", () => {
    const text = "The Russian defence minister, Igor Sergeyev, visited China.";
    const { mentions } = read(documentOf("parties", text, "2021-03-02"), reader());
    const minister = mentions.find(({ span }) => text.slice(...span) === "Russian defence minister");
    expect(minister?.actor?.id).toBe("person.igor-sergeyev");
  });
});
