import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildKnowledge, membersOn } from "../../src/knowledge/index.ts";

const FOLDER = join(import.meta.dirname, "../../knowledge");
const files = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".tsv"))
    .map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]),
);
const knowledge = buildKnowledge(files);

const statesWith = (...offices: readonly string[]): Set<string> =>
  new Set(
    knowledge.persons.flatMap(({ roles }) =>
      roles.filter(({ office, to }) => offices.includes(office) && to >= "2000").map(({ country }) => country),
    ),
  );

test("the shipped tables are as large as promised", () => {
  expect(knowledge.states.length).toBeGreaterThanOrEqual(240);
  expect(knowledge.persons.length).toBeGreaterThanOrEqual(1500);
  expect(knowledge.outlets.length).toBeGreaterThanOrEqual(300);
  expect(knowledge.equipment.length).toBeGreaterThanOrEqual(300);
  expect(knowledge.places.filter(({ resolution }) => resolution !== "city").length).toBeGreaterThanOrEqual(500);
});

test("cities are known as English-language news spells them", () => {
  const cities = [
    ["Basra", "IRQ"],
    ["Fallujah", "IRQ"],
    ["Raqqa", "SYR"],
    ["Daraa", "SYR"],
    ["Marib", "YEM"],
    ["Misrata", "LBY"],
    ["Jenin", "PSE"],
    ["Hargeisa", "SOM"],
    ["Mekelle", "ETH"],
    ["Stepanakert", "AZE"],
    ["Frankfurt", "DEU"],
    ["Alexandria", "EGY"],
  ];
  const places = new Map(
    knowledge.places.flatMap(({ name, names, country }) => [name, ...names].map((n) => [n, country])),
  );
  expect(cities.map(([name]) => [name, places.get(name)])).toEqual(cities);
});

test("heads of state or government and foreign ministers of a hundred states are known", () => {
  expect(
    statesWith("president", "prime minister", "chancellor", "king", "emir", "sultan", "leader").size,
  ).toBeGreaterThan(180);
  expect(statesWith("foreign minister", "secretary of state", "foreign secretary").size).toBeGreaterThanOrEqual(100);
});

test("the sample facts of two dozen offices stand", () => {
  const facts = [
    ["CHN", "president", "2013-03-13", "Hu Jintao"],
    ["CHN", "president", "2013-03-14", "Xi Jinping"],
    ["RUS", "president", "2010-01-01", "Dmitry Medvedev"],
    ["RUS", "president", "2020-12-28", "Vladimir Putin"],
    ["RUS", "foreign minister", "2003-01-01", "Igor Ivanov"],
    ["RUS", "defence minister", "2020-12-22", "Sergei Shoigu"],
    ["CHN", "defence minister", "2020-12-22", "Wei Fenghe"],
    ["USA", "secretary of state", "2018-05-01", "Mike Pompeo"],
    ["USA", "president", "2021-01-20", "Joe Biden"],
    ["GBR", "foreign secretary", "2016-07-13", "Boris Johnson"],
    ["DEU", "chancellor", "2021-12-08", "Olaf Scholz"],
    ["FRA", "foreign minister", "2019-01-01", "Jean-Yves Le Drian"],
    ["JPN", "prime minister", "2019-01-01", "Shinzo Abe"],
    ["IND", "prime minister", "2004-06-01", "Manmohan Singh"],
    ["KOR", "president", "2018-04-27", "Moon Jae-in"],
    ["PRK", "leader", "2018-04-27", "Kim Jong-un"],
    ["IRN", "president", "2015-07-14", "Hassan Rouhani"],
    ["ISR", "prime minister", "2021-06-14", "Naftali Bennett"],
    ["TUR", "foreign minister", "2016-01-01", "Mevlüt Çavuşoğlu"],
    ["UKR", "president", "2014-03-01", undefined],
    ["UKR", "president", "2022-02-24", "Volodymyr Zelenskyy"],
    ["BLR", "president", "2020-08-09", "Alexander Lukashenko"],
    ["AUS", "prime minister", "2013-06-26", "Julia Gillard"],
    ["UNO", "secretary-general", "2016-12-31", "Ban Ki-moon"],
  ] as const;
  for (const [country, office, day, name] of facts) expect(knowledge.holderOf(country, office, day)?.name).toBe(name);
});

test("alliances have the members of the day", () => {
  const members = (id: string, day: string): string[] => {
    const organisation = knowledge.organisations.find((one) => one.id === id);
    if (!organisation) throw new Error(`no organisation ${id}`);
    return membersOn(organisation, day);
  };
  expect(members("nato", "2020-01-01")).toHaveLength(29);
  expect(members("nato", "2024-04-01")).toHaveLength(32);
  expect(members("eu", "2021-01-01")).toHaveLength(27);
  expect(members("sco", "2018-01-01")).toEqual(["CHN", "IND", "KAZ", "KGZ", "PAK", "RUS", "TJK", "UZB"]);
  expect(members("asean", "2020-01-01")).toHaveLength(10);
  expect(members("brics", "2024-02-01")).toEqual(["ARE", "BRA", "CHN", "EGY", "ETH", "IND", "IRN", "RUS", "ZAF"]);
  expect(members("au", "2020-01-01")).toHaveLength(55);
});

test("what is disputed is marked as disputed", () => {
  for (const code of ["TWN", "XKX", "PSE", "ESH"])
    expect(knowledge.states.find((one) => one.code === code)?.disputed).not.toBe("");
  for (const name of ["Crimea", "Senkaku Islands", "Spratly Islands", "Golan Heights", "Kashmir", "Essequibo"])
    expect(knowledge.places.find((place) => place.name === name)?.disputed).not.toBe("");
});
