import type { WatchGiven } from "../../../src/schema/index.ts";
import { dayWords } from "../../parts/dates.ts";
import { TYPE_WORDS } from "../../parts/words.ts";

export type Rule = WatchGiven["alerts"][number];

/** `22 Dec 2020, 06:00 UTC` for an instant. */
export const momentWords = (instant: string): string => `${dayWords(instant)}, ${instant.slice(11, 16)} UTC`;

/** What a rule waits for, in words. */
export function conditionWords({ when }: Rule): string {
  switch (when.kind) {
    case "verdict":
      return "the verdict changes";
    case "rung":
      return `${when.rung} is reached${when.domain ? ` in the ${when.domain} domain` : " in any domain"}`;
    case "incident": {
      const types = when.types?.map((type) => TYPE_WORDS[type].toLowerCase()).join(" or ") ?? "anything";
      return `${types} happens${when.domains ? ` in the ${when.domains.join(" or ")} domain` : ""}`;
    }
    case "third-state":
      return `something is told as directed against ${when.third ?? "a third state"}`;
  }
}

export const targetWords = (target: Rule["to"][number]): string =>
  target.kind === "mail" ? target.to.join(", ") : target.kind === "webhook" ? target.url : "the feed";

/** Clocks in words, by their cron pattern. */
export const CLOCKS: readonly (readonly [pattern: string, words: string])[] = [
  ["*/15 * * * *", "every quarter of an hour"],
  ["0 * * * *", "every hour"],
  ["0 6 * * *", "every day at 06:00 UTC"],
  ["0 6 * * 1", "every Monday at 06:00 UTC"],
  ["0 6 1 * *", "on the first of each month at 06:00 UTC"],
];

export const addressesIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
