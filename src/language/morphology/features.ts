/** Keys of the feature table for a word, most telling first. `tag` is "VERB|VBD". */
export const featureKeys = (form: string, tag: string): [string, string] => [`${tag}=${form.toLowerCase()}`, tag];

const AGREEMENT = /^(Number|Person)=/;

/** UD features by form and tag, as `Number=Sing|Person=3`. */
export class FeatureTable {
  readonly #table: ReadonlyMap<string, string>;

  constructor(table: ReadonlyMap<string, string>) {
    this.#table = table;
  }

  features(form: string, tag: string): string {
    const [own, common] = featureKeys(form, tag);
    return this.#table.get(own) ?? this.#table.get(common) ?? "_";
  }

  /** One line a value: the features, a tab, their keys with tabs between them. */
  static parse(lines: readonly string[]): FeatureTable {
    const table = new Map<string, string>();
    for (const line of lines) {
      const [features, ...keys] = line.split("\t");
      for (const key of keys) table.set(key, features);
    }
    return new FeatureTable(table);
  }
}

/** The value of one feature, "" where it has none. */
export function featureValue(features: string, name: string): string {
  const found = features.split("|").find((feature) => feature.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : "";
}

/** A finite verb's features with the number and person of its subject. */
export function agree(features: string, number: string, person: string): string {
  const kept = features.split("|").filter((feature) => !AGREEMENT.test(feature));
  if (number) kept.push(`Number=${number}`);
  if (person) kept.push(`Person=${person}`);
  return kept.sort().join("|");
}
