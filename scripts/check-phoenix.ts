/**
 * Prints where our roles and the Phoenix actor dictionary (to 2018) differ by more than a year for the same person and
 * office. Phoenix names no offices but "government": a role of ours differs where more than a year of it lies outside
 * of all the times that Phoenix counts the person to the government of that country. Its ministers begin in January
 * 2003, and it was written in January 2014: only the time between the two is compared.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildKnowledge, importPetrarchActors, type Person, plain, type Role } from "../src/knowledge/index.ts";

const KNOWLEDGE = join(import.meta.dirname, "../knowledge");
const PHOENIX = join(import.meta.dirname, "../../shared/data/phoenix/Phoenix.Countries.actors.txt");
const OFFICES = new Set([
  "president",
  "prime minister",
  "chancellor",
  "king",
  "foreign minister",
  "defence minister",
  "foreign secretary",
]);
const FIRST_DAY = "2003-01-01";
const LAST_DAY = "2014-01-01";
const YEAR = 366;
const DAY = 86_400_000;

interface Days {
  readonly from: number;
  readonly to: number;
}

const days = ({ from, to }: Pick<Role, "from" | "to">): Days => ({
  from: Date.parse(from < FIRST_DAY ? FIRST_DAY : from) / DAY,
  to: Date.parse(to > LAST_DAY ? LAST_DAY : to) / DAY,
});

/** Days of a period that lie in none of the others. */
function uncovered(period: Days, others: readonly Days[]): number {
  let at = period.from;
  let open = 0;
  for (const other of others.toSorted((a, b) => a.from - b.from)) {
    if (other.to < at) continue;
    open += Math.max(0, Math.min(other.from, period.to) - at);
    at = Math.max(at, other.to);
  }
  return open + Math.max(0, period.to - at);
}

const text = (role: Pick<Role, "from" | "to">): string => `${role.from} to ${role.to > "9000" ? "now" : role.to}`;

function readKnowledge() {
  const names = readdirSync(KNOWLEDGE).filter((name) => name.endsWith(".tsv"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(KNOWLEDGE, name), "utf8")]));
}

/** Phoenix's persons with their times in government, by the plain form of the name. */
function phoenixPersons(): Map<string, Person["roles"]> {
  const tables = importPetrarchActors(readFileSync(PHOENIX, "latin1"));
  const base = readKnowledge();
  const states = { ...base, "states.tsv": tables["states.tsv"] };
  const own = {
    "scores.tsv": base["scores.tsv"],
    "domains.tsv": base["domains.tsv"],
    "states.tsv": states["states.tsv"],
  };
  const { persons } = buildKnowledge({
    ...own,
    "persons.tsv": tables["persons.tsv"],
    "roles.tsv": tables["roles.tsv"],
  });
  const byName = new Map<string, Person["roles"]>();
  for (const person of persons)
    for (const name of [person.name, ...person.names]) byName.set(plain(name), person.roles);
  return byName;
}

function check(): void {
  const phoenix = phoenixPersons();
  let [compared, differing] = [0, 0];
  for (const person of buildKnowledge(readKnowledge()).persons) {
    const theirs = [person.name, ...person.names]
      .map((name) => phoenix.get(plain(name)))
      .find((roles) => roles !== undefined);
    for (const role of person.roles) {
      const inOffice = theirs?.filter((one) => one.country === role.country && one.sector !== "ELI") ?? [];
      if (inOffice.length === 0 || !OFFICES.has(role.office) || role.from > LAST_DAY || role.to < FIRST_DAY) continue;
      compared += 1;
      const gap = uncovered(days(role), inOffice.map(days));
      if (gap <= YEAR) continue;
      differing += 1;
      console.log(
        `${role.country} ${role.office}: ${person.name}, ours ${text(role)}, Phoenix ${inOffice.map(text).join("; ")}`,
      );
    }
  }
  console.log(`${compared} roles compared, ${differing} differ by more than a year`);
}

if (existsSync(PHOENIX)) check();
else console.log("no Phoenix dictionary beside this project (../shared/data/phoenix): nothing to compare");
