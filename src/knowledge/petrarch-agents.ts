import { sectorOfAgent } from "./petrarch.ts";
import { pluralOf } from "./petrarch-words.ts";
import type { KnowledgeFiles } from "./table.ts";

const SOURCE = "imported from a PETRARCH dictionary";
const HEADER = "names\tplurals\tkind\tsector\tsource";

/** One entry of an agents dictionary: names in the singular, in the plural, and the code without its `~`. */
interface AgentEntry {
  readonly names: readonly string[];
  readonly plurals: readonly string[];
  readonly code: string;
}

const wordsOf = (written: string): string => written.replaceAll("_", " ").trim().replace(/\s+/g, " ").toLowerCase();

const SYNONYMS = /^!(\w+)!\s*=\s*(.+)$/;
const ENTRY = /^([^[{]+?)\s*(?:\{([^}]*)\})?\s*\[\s*([^\]]+?)\s*\]/;

/** `!MINST!_OF_SILLY_WALKS` as one name for each word of the set. */
function spread(name: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const [marker, set] = /!(\w+)!/.exec(name) ?? [];
  const words = set === undefined ? undefined : sets.get(set);
  return marker === undefined || !words ? [name] : words.map((word) => name.replace(marker, word));
}

function entriesOf(text: string): AgentEntry[] {
  const sets = new Map<string, readonly string[]>();
  const entries: AgentEntry[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/#.*$/, "").trim();
    const synonyms = SYNONYMS.exec(line);
    if (synonyms)
      sets.set(
        synonyms[1],
        synonyms[2].split(",").map((word) => word.trim()),
      );
    const entry = synonyms || line.startsWith("<") ? null : ENTRY.exec(line);
    if (!entry) continue;
    const names = spread(entry[1], sets).map(wordsOf);
    const regular = entry[1].includes("!") ? [] : names.map(pluralOf);
    const plurals = entry[2] === undefined ? regular : entry[2].split(",").map(wordsOf).filter(Boolean);
    entries.push({ names, plurals, code: entry[3].replaceAll("~", "").trim() });
  }
  return entries;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/(troops|forces?|army|navy|guard|police)$/, "force"],
  [
    /^(president|prime minister|foreign minister|interior minister|defen[cs]e minister|.*\bminister|ambassador)$/,
    "office",
  ],
  [
    /(ministry|government|parliament|congress|court|judiciary|media|press|newspaper|group|organi[sz]ation|body|movement|party|service|corporation|authority|community)$/,
    "body",
  ],
];

const kindOf = (name: string): string => KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? "people";

/**
 * The agents of a PETRARCH dictionary ("SOLDIER [~MIL]") as rows of `agents.tsv`: nouns for actors known only by what
 * they are. Plurals are those in braces, or regular where there are no braces; sets of words between exclamation marks
 * are spelt out. What PLOVER has no sector for becomes `UNK`.
 */
export function importPetrarchAgents(text: string): KnowledgeFiles {
  const rows = new Map<string, string>();
  for (const { names, plurals, code } of entriesOf(text)) {
    const cells = [names.join("|"), plurals.join("|"), kindOf(names[0]), sectorOfAgent(code), SOURCE];
    if (!rows.has(names[0])) rows.set(names[0], cells.join("\t"));
  }
  return { "agents.tsv": `${[HEADER, ...rows.values()].join("\n")}\n` };
}
