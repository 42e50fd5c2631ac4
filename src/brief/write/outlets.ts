import { dayInWords } from "../grammar/dates.ts";
import type { Names } from "../grammar/names.ts";
import { listOf, numberInWords } from "../grammar/words.ts";
import type { Account } from "./tellings.ts";

const MOST = 4;

/** `Reuters (also carried by The Straits Times)`. */
export function outletInWords({ source, copies }: Account, names: Names): string {
  const name = names.outlet(source);
  if (copies.length === 0) return name;
  const carriers = copies.slice(0, 3).map((copy) => names.carrier(copy));
  const rest = copies.length > 3 ? [`${numberInWords(copies.length - 3)} others`] : [];
  return `${name} (also carried by ${listOf([...carriers, ...rest])})`;
}

/** One account of each publisher. */
export const byPublisher = (accounts: readonly Account[]): Account[] =>
  [...new Map(accounts.toReversed().map((account) => [account.source.publisher, account])).values()].toReversed();

/** How many publishers a list of them leaves to a number. */
export const unnamedOf = (publishers: number): number => (publishers > MOST ? publishers - MOST + 1 : 0);

/** Independent sources as a list; beyond four the rest is a number. */
export function outletsInWords(accounts: readonly Account[], names: Names): string {
  const rest = unnamedOf(accounts.length);
  const named = accounts.slice(0, accounts.length - rest).map((account) => outletInWords(account, names));
  return listOf(rest > 0 ? [...named, `${numberInWords(rest)} others`] : named);
}

/** `on 28 December 2020`, by the date of publication; empty where there is none. */
export const publishedOn = ({ source }: Account): string =>
  source.published ? `on ${dayInWords(source.published)}` : "";
