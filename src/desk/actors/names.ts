import { type Knowledge, type Organ, plain } from "../../knowledge/index.ts";
import type { ActorCard } from "../../schema/index.ts";

/** PLOVER's codes for parties that are no states. */
const NON_STATES: Readonly<Record<string, string>> = {
  UNO: "United Nations",
  EUR: "European Union",
  IGO: "Intergovernmental organisations",
  NGO: "Non-governmental organisations",
  ISM: "International Islamist movement",
  IMG: "International armed group",
  MNC: "Multinational companies",
};

/** `MoD` and the like say little to whom they are not at home with. */
const spelledOut = (name: string): string => (name === "MoD" ? "defence ministry" : name);

/** Everybody whom the tables know, by the id that mentions carry, with all names. */
export class ActorNames {
  readonly #knowledge: Knowledge;
  readonly #byName = new Map<string, string>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    for (const { code, name, names } of knowledge.states) this.#note(code, [code, name, ...names]);
    for (const { id, name, names } of knowledge.organisations) this.#note(`org.${id}`, [name, ...names]);
    for (const { id, name, names } of knowledge.persons) this.#note(`person.${id}`, [name, ...names]);
  }

  #note(id: string, names: readonly string[]): void {
    for (const name of names) if (!this.#byName.has(plain(name))) this.#byName.set(plain(name), id);
  }

  /** The id of whoever goes by an id, a code or a name; undefined where the tables know nobody of the name. */
  idOf(idOrName: string): string | undefined {
    const given = idOrName.trim();
    return this.card(given) ? given : this.#byName.get(plain(given));
  }

  /** Who an id stands for; undefined where the tables don't know it. */
  card(id: string): ActorCard | undefined {
    if (id.startsWith("person.")) return this.#person(id);
    if (id.startsWith("org.")) return this.#organisation(id);
    if (/^[A-Z]{3}$/.test(id)) return this.#state(id);
    return /^[A-Z]{3}\./.test(id) ? this.#organ(id) : undefined;
  }

  /** All names of an actor, for somebody who looks for a part of one. */
  namesOf(id: string): readonly string[] {
    const card = this.card(id);
    if (card === undefined) return [];
    const { knowledge } = { knowledge: this.#knowledge };
    const person = knowledge.persons.find((each) => `person.${each.id}` === id);
    const organisation = knowledge.organisations.find((each) => `org.${each.id}` === id);
    const state = card.kind === "state" ? knowledge.stateOf(id) : undefined;
    const organ = card.kind === "organ" ? this.#organOf(id) : undefined;
    const country = card.country === undefined ? "" : knowledge.stateName(card.country);
    return [
      card.name,
      ...(person?.names ?? []),
      ...(organisation?.names ?? []),
      ...(state ? [state.code, ...state.names] : []),
      ...(organ?.names ?? []).map((name) => `${country} ${name}`),
    ];
  }

  #person(id: string): ActorCard | undefined {
    const person = this.#knowledge.persons.find((each) => `person.${each.id}` === id);
    if (person === undefined) return undefined;
    const role = person.roles.toSorted((one, other) => one.to.localeCompare(other.to)).at(-1);
    const held = role && { country: role.country, sector: role.sector, office: role.office };
    return { id, name: person.name, kind: "person", ...held };
  }

  #organisation(id: string): ActorCard | undefined {
    const found = this.#knowledge.organisations.find((each) => `org.${each.id}` === id);
    return found && { id, name: found.name, kind: "organisation", country: found.country, sector: found.sector };
  }

  #state(code: string): ActorCard | undefined {
    const state = this.#knowledge.stateOf(code);
    if (state?.code === code) return { id: code, name: state.name, kind: "state", country: code };
    const name = Object.hasOwn(NON_STATES, code) ? NON_STATES[code] : undefined;
    return name === undefined ? undefined : { id: code, name, kind: "organisation", country: code };
  }

  #organOf(id: string): Organ | undefined {
    const [country, organ] = [id.slice(0, 3), id.slice(4)];
    const same = this.#knowledge.organs.filter((each) => each.id === organ);
    return same.find((each) => each.country === country) ?? same.find((each) => each.country === "");
  }

  #organ(id: string): ActorCard | undefined {
    const organ = this.#organOf(id);
    const state = this.#knowledge.stateOf(id.slice(0, 3));
    if (organ === undefined || state === undefined) return undefined;
    const first = spelledOut(organ.names[0]);
    const name = organ.country === "" ? `${state.adjectives[0] ?? state.name} ${first}` : first;
    return { id, name, kind: "organ", country: state.code, sector: organ.sector };
  }
}
