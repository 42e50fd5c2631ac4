import type { EventRules } from "../../../knowledge/index.ts";

/** The event types that the rule table gives each word: as a trigger ("ACCUSE"), as a trigger's object ("oACCUSE"). */
export type WordClasses = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<EventRules, WordClasses>();

function collect({ rows }: EventRules): WordClasses {
  const found = new Map<string, Set<string>>();
  const add = (word: string, name: string): void => {
    const names = found.get(word) ?? new Set();
    found.set(word, names.add(name));
  };
  for (const { trigger, type } of rows) {
    for (const word of trigger.lemmas) add(word, type);
    for (const word of trigger.objects ?? []) add(word, `o${type}`);
  }
  return new Map([...found].map(([word, names]) => [word, [...names]]));
}

/** The word classes of a rule table, collected once a table. */
export function classesOf(rules: EventRules): WordClasses {
  const classes = known.get(rules) ?? collect(rules);
  known.set(rules, classes);
  return classes;
}
