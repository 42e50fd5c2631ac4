import type { Random } from "../network/random.ts";

type Recase = (form: string) => string;

const SMALL = /^(a|an|the|and|but|or|nor|for|of|in|on|at|to|by|as|with|from|into|is)$/;

const title = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);

/** How headlines and sloppy text write: share of sentences, and what happens to each form of them. */
const CASINGS: readonly { readonly share: number; readonly recase: Recase }[] = [
  { share: 0.03, recase: (form) => form.toUpperCase() },
  { share: 0.03, recase: title },
  { share: 0.02, recase: (form) => (SMALL.test(form) ? form : title(form)) },
  { share: 0.03, recase: (form) => form.toLowerCase() },
];

/** Draws how a sentence is written in this epoch; undefined leaves it as it stands. */
export function drawCasing(random: Random): Recase | undefined {
  let draw = random.next();
  for (const { share, recase } of CASINGS) {
    if (draw < share) return recase;
    draw -= share;
  }
  return undefined;
}
