import type { Page } from "playwright-core";

/** One page to be timed: when its frame and when the rest is there, and what a reader does on it. */
export interface Visit {
  readonly name: string;
  readonly path: string;
  /** The head of the page, by which a reader knows where he is. */
  readonly first: string;
  /** What the page is opened for. */
  readonly complete: readonly string[];
  /** Keys and clicks, one after the other. */
  readonly acts: readonly ((page: Page) => Promise<unknown>)[];
}

const section = (name: string) => (page: Page) =>
  page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name }).click();

const choose = (label: string, option: string) => (page: Page) =>
  page.getByLabel(label, { exact: true }).first().selectOption(option);

const settled = (page: Page) => page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);

const RELATION: Visit["acts"] = [
  section("Timeline"),
  section("Incidents"),
  section("Verdict"),
  (page) => page.getByText("The same in numbers").first().click(),
  (page) => page.getByRole("list", { name: "Domain" }).getByRole("link").nth(1).click(),
  settled,
  choose("Counted are", "bilateral only"),
  settled,
  choose("as", "mean"),
  settled,
  choose("by", "month"),
  settled,
  (page) => page.getByRole("list", { name: "Index of" }).getByRole("link").nth(1).click(),
  (page) => page.keyboard.press("?"),
  (page) => page.keyboard.press("Escape"),
];

const relation = (name: string, path: string): Visit => ({
  name,
  path,
  first: ".section-nav",
  complete: [".verdict-words", ".entente-figure.index"],
  acts: RELATION,
});

const walk: Visit["acts"] = ["j", "j", "k", "?", "Escape"].map((key) => (page: Page) => page.keyboard.press(key));

/** The pages over an archive, by its busiest pair, one in the middle, and one incident. */
export function visitsOf(busiest: string, middling: string, incident: string): readonly Visit[] {
  const [state] = busiest.split("-");
  const year = "from=2019-01-01&to=2019-12-31";
  return [
    { name: "overview", path: "/", first: "h1", complete: [".dyads", ".incidents"], acts: walk },
    relation("relation, busiest", `/relations/${busiest}`),
    relation("relation, middling", `/relations/${middling}`),
    relation("relation, one year", `/relations/${busiest}?${year}`),
    {
      ...{ name: "incidents of a rule", path: `/relations/${busiest}?rule=bilateral+only&page=20#incidents` },
      ...{ first: ".section-nav", complete: [".incidents"], acts: walk },
    },
    { name: "incident", path: `/incidents/${incident}`, first: "h1", complete: [".facts"], acts: walk },
    { name: "actor", path: `/actors/${state}`, first: "h1", complete: [".actor-tables"], acts: walk },
    { name: "search", path: "/search?q=landxab", first: "h1", complete: [".found"], acts: walk },
    { name: "blocs, one year", path: `/blocs?${year}`, first: "h1", complete: [".thirds"], acts: walk },
    { name: "blocs, all", path: "/blocs", first: "h1", complete: [".thirds"], acts: walk },
    { name: "review", path: `/review`, first: "h1", complete: [".review-bar"], acts: [] },
    {
      name: "brief, one year",
      path: `/relations/${busiest}/brief?${year}`,
      first: "h1",
      complete: ["article"],
      acts: [],
    },
  ];
}
