import type { Organ, Organisation, Sense } from "../../knowledge/index.ts";
import { personActor } from "./actors.ts";
import type { Scan } from "./drafts.ts";
import type { Hit } from "./hits.ts";

interface Named {
  readonly own?: Organ;
  readonly organisation?: Organisation;
  readonly country: string;
  readonly names: readonly string[];
}

/** The state that a sense is of, or of which a person holds or held an office, or in which a place lies. */
function countryOf(sense: Sense, day: string): string | undefined {
  if ("state" in sense) return sense.state.code;
  if (sense.kind === "place") return sense.place.country;
  if (sense.kind !== "person" && sense.kind !== "short") return undefined;
  return personActor(sense.person, day).country ?? undefined;
}

/** What a document says of states. */
interface Told {
  /** How often it names a state, a place in it, or somebody who holds an office of it. */
  readonly times: ReadonlyMap<string, number>;
  /** "Peru's Congress": the states of which it says that a body of this name, by its first sense, is theirs. */
  readonly owners: ReadonlyMap<Sense, ReadonlySet<string>>;
}

const TOLD = new WeakMap<readonly Hit[], Told>();

function toldIn({ hits, day }: Scan): Told {
  const known = TOLD.get(hits);
  if (known) return known;
  const times = new Map<string, number>();
  const owners = new Map<Sense, Set<string>>();
  let before: { readonly to: number; readonly countries: ReadonlySet<string> } | undefined;
  for (const { from, to, senses } of hits) {
    const countries = new Set(senses.flatMap((sense) => countryOf(sense, day) ?? []));
    for (const country of countries) times.set(country, (times.get(country) ?? 0) + 1);
    if (before && from - before.to < 2)
      owners.set(senses[0], new Set([...(owners.get(senses[0]) ?? []), ...before.countries]));
    before = { to, countries };
  }
  const told = { times, owners };
  TOLD.set(hits, told);
  return told;
}

/** How much more often another state must be named than the one whose body the name means by itself ("Senate"). */
const [TIMES, ONCE] = [3, 1.5];

/** Of several bodies of one name ("SDF", "Senate") the one whose country or full name the document has. */
export function namedBody(scan: Scan, hit: Hit): { own?: Organ; organisation?: Organisation } {
  const bodies = hit.senses.flatMap((sense): Named[] => {
    if (sense.kind === "organ" && sense.organ.country !== "")
      return [{ own: sense.organ, country: sense.organ.country, names: sense.organ.names }];
    if (sense.kind !== "organisation") return [];
    const { organisation } = sense;
    return [{ organisation, country: organisation.country, names: [organisation.name, ...organisation.names] }];
  });
  if (bodies.length < 2) return bodies[0] ?? {};
  const { text } = scan.analysis;
  const written = text.slice(hit.start, hit.end);
  const told = toldIn(scan);
  const areOrgans = bodies.every(({ own }) => own !== undefined);
  const weights = bodies.map(({ country, names }, at) => {
    const others = names.filter((name) => name !== written && name.length > 5 && text.includes(name)).length;
    const said = told.owners.get(hit.senses[0])?.has(country) ? 1 : 0;
    const times = told.times.get(country) ?? 0;
    return (others + said) * 10 + (areOrgans && at === 0 ? TIMES * times + ONCE : times);
  });
  return bodies[weights.indexOf(Math.max(...weights))];
}

/** "the Treasury" in a text about Pakistan: a name that some states' bodies have to themselves, but not here. */
export function isForeignName(scan: Scan, hit: Hit): boolean {
  const organs = hit.senses.flatMap((sense) => (sense.kind === "organ" ? [sense.organ] : []));
  const named = organs.filter(({ country }) => country !== "");
  const isPattern = organs.some(({ country }) => country === "");
  if (named.length === 0 || !isPattern) return false;
  const { times } = toldIn(scan);
  if (named.some(({ country }) => times.has(country))) return false;
  return Math.max(0, ...scan.countries.values()) >= 3;
}
