import type { TokenView } from "./boundary-features.ts";

const DASH = /^(—|–|-|--)$/;
/** What stands in a dateline: names, days, agencies, marks. */
const PART = /^(\p{Lu}.*|\p{N}.*|[(),./]|of|the|and)$/u;
const PLACE = /^\p{Lu}{4,}$/u;
const LONGEST = 14;

/**
 * Whether a dateline ends before a token: "MOSCOW (AP) —", "KYIV, Ukraine —", "BEIJING, Dec. 22 (Xinhua) --" at the
 * beginning of a sentence, with a capital or a quotation mark behind it. It counts as a sentence of its own, so that
 * the place is not taken for a part of what follows.
 */
export function isDatelineEnd({ forms }: TokenView, token: number, first: number): boolean {
  const dash = token - 1;
  if (dash <= first || dash - first > LONGEST || !DASH.test(forms[dash])) return false;
  if (!PLACE.test(forms[first]) && forms[dash - 1] !== ")") return false;
  if (!/^[\p{Lu}"“‘]/u.test(forms[token])) return false;
  for (let at = first; at < dash; at++) if (!PART.test(forms[at])) return false;
  return true;
}
