import { acrossTenses } from "./announced.ts";
import { kinOf } from "./kin.ts";
import type { Telling } from "./telling.ts";

/** Of more states than that not every pair is written down. */
const MOST_PAIRED = 6;

const pairsOf = (states: readonly string[]): string[] =>
  states.flatMap((one, at) => states.slice(at + 1).map((other) => `${one}+${other}`));

/**
 * The keys under which a report stands, by its sorted states. Where one of two reports names all states of the other, one
 * is looked for under a key of the other: two that both name several share a pair, one that names a single state stands
 * alone under it, and one that names very many stands under each.
 */
export function standsUnder(states: readonly string[]): string[] {
  if (states.length === 1) return [`1:${states[0]}`];
  const each = states.map((state) => `of:${state}`);
  return [...each, ...(states.length > MOST_PAIRED ? states.map((state) => `many:${state}`) : pairsOf(states))];
}

/** The keys under which reports are looked for that name all states of a report, or of whose states it names all. */
export function soughtUnder(states: readonly string[]): string[] {
  const alone = states.map((state) => `1:${state}`);
  if (states.length === 1 || states.length > MOST_PAIRED) return [...alone, ...states.map((state) => `of:${state}`)];
  return [...alone, ...pairsOf(states), `many:${states[0]}`];
}

/** `standsUnder` of the column `states`, as DuckDB reckons it: a list. */
export const STANDS_UNDER = `CASE WHEN NOT contains(states, '+') THEN ['1:' || states] ELSE list_concat(
  [concat('of:', x) for x in string_split(states, '+')],
  CASE WHEN len(string_split(states, '+')) > ${MOST_PAIRED} THEN [concat('many:', x) for x in string_split(states, '+')]
  ELSE flatten([[concat(x, '+', y) for y in string_split(states, '+') if y > x] for x in string_split(states, '+')]) END) END`;

/** Type and tense under which reports of a telling's event may stand. */
const kinOfTelling = (telling: Telling): string[] => [
  ...kinOf(telling.type).map((kin) => `${kin} ${telling.tense}`),
  ...acrossTenses(telling),
];

/** The keys of a telling: where it stands, by its own type, and where those of its event may, by kindred types. */
export const keysOf = {
  stands: ({ states, type, tense }: Telling): string[] => standsUnder(states).map((key) => `${key} ${type} ${tense}`),
  sought: (telling: Telling): string[] => {
    const kins = kinOfTelling(telling);
    return soughtUnder(telling.states).flatMap((key) => kins.map((kin) => `${key} ${kin}`));
  },
};
