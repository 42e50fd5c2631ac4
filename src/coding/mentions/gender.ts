import { lastWord } from "./antecedents.ts";
import type { Draft, Scan } from "./drafts.ts";

const MEN = new Set(
  "man son king husband father brother boy prince emir sultan sheikh chairman spokesman gunman policeman businessman congressman imam pope bishop uncle nephew grandson".split(
    " ",
  ),
);
const WOMEN = new Set(
  "woman daughter queen wife mother sister girl princess chairwoman spokeswoman widow businesswoman congresswoman aunt niece first-lady granddaughter".split(
    " ",
  ),
);

/** A person's gender, from the table or from the noun; empty where neither says. */
export function genderOf(scan: Scan, one: Draft): "m" | "f" | "" {
  if (one.person?.gender) return one.person.gender;
  const noun = one.agent?.id ?? lastWord(scan, one);
  return MEN.has(noun) ? "m" : WOMEN.has(noun) ? "f" : "";
}
