import type { Knowledge } from "../knowledge/index.ts";

const patterns = new WeakMap<Knowledge, RegExp>();

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function patternOf(knowledge: Knowledge): RegExp {
  const known = patterns.get(knowledge);
  if (known) return known;
  const names = [...knowledge.standIns.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join("|") || "(?!)"})(?![\\p{L}\\p{N}])`, "gu");
  patterns.set(knowledge, pattern);
  return pattern;
}

/**
 * A text as the parser gets it: names that it takes for other words ("Human Rights Watch accused …") are those of
 * others. As long as the text itself: every offset holds for both.
 */
export const withStandIns = (text: string, knowledge: Knowledge): string =>
  text.replace(patternOf(knowledge), (name) => knowledge.standIns.get(name)!);
