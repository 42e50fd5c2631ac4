import { createHash } from "node:crypto";
import { type AlertRule, DOMAINS, RUNG_NAMES, type WatchSnapshot } from "../../schema/index.ts";
import { dayInWords } from "../grammar/dates.ts";
import { bothOf, listOf, stateInText } from "../grammar/words.ts";
import { LABELS } from "../write/labels.ts";

/** Something that a rule waited for. The same event gives the same id, whenever it is looked for. */
export interface Alert {
  readonly id: string;
  readonly rule: string;
  readonly dyad: readonly [string, string];
  readonly title: string;
  readonly text: string;
  readonly url?: string;
}

type Incident = WatchSnapshot["incidents"][number];

const idOf = (rule: string, event: string): string =>
  createHash("sha256").update(`${rule}\n${event}`).digest("hex").slice(0, 32);

const rungsUpTo = (rung: string): number => RUNG_NAMES.indexOf(rung as (typeof RUNG_NAMES)[number]);

/** The words of an incident, with who reports it. */
const told = ({ day, words, publisher }: Incident): string =>
  `${publisher ?? "An unnamed publisher"}${day ? `, on an event of ${dayInWords(day)}` : ""}: “${words}”`;

function freshOf(before: WatchSnapshot, after: WatchSnapshot): Incident[] {
  const known = new Set(before.incidents.map(({ id }) => id));
  return after.incidents.filter(({ id }) => !known.has(id));
}

/** What a rule found between two looks. At the first look nothing is new: what is there is the ground. */
export function alertsOf(rule: AlertRule, before: WatchSnapshot | undefined, after: WatchSnapshot): Alert[] {
  if (!before) return [];
  const names = bothOf(after.names);
  const alert = (event: string, title: string, text: string, url?: string): Alert => ({
    id: idOf(rule.id, event),
    rule: rule.id,
    dyad: after.dyad,
    title,
    text,
    ...(url && { url }),
  });
  const { when } = rule;
  switch (when.kind) {
    case "verdict":
      if (before.verdict === undefined || after.verdict === undefined || before.verdict === after.verdict) return [];
      return [
        alert(
          `verdict ${before.verdict} ${after.verdict} ${after.incidents.length}`,
          `${names}: the verdict has changed`,
          `It was “${before.verdict}” and is “${after.verdict}”.`,
        ),
      ];
    case "rung":
      return DOMAINS.filter((domain) => when.domain === undefined || when.domain === domain).flatMap((domain) => {
        const [old, now] = [before.reached[domain], after.reached[domain]];
        const least = rungsUpTo(when.rung);
        const isNew = now !== undefined && rungsUpTo(now) >= least && (old === undefined || rungsUpTo(old) < least);
        return isNew
          ? [
              alert(
                `rung ${domain} ${when.rung}`,
                `${names}: ${now} reached`,
                `In the ${domain} domain the rung of ${now} has been reached; before it was ${old ?? "none"}.`,
              ),
            ]
          : [];
      });
    case "incident":
      return freshOf(before, after)
        .filter(({ type, domain }) => (when.types?.includes(type) ?? true) && (when.domains?.includes(domain) ?? true))
        .map((incident) =>
          alert(
            `incident ${incident.id}`,
            `${names}: ${LABELS[incident.type]} in the ${incident.domain} domain`,
            told(incident),
            incident.url,
          ),
        );
    case "third-state":
      return freshOf(before, after)
        .filter(({ against }) => (when.third === undefined ? against.length > 0 : against.includes(when.third)))
        .map((incident) =>
          alert(
            `third ${incident.id}`,
            `${names}: something is directed against ${listOf((incident.againstNames ?? incident.against).map(stateInText))}`,
            told(incident),
            incident.url,
          ),
        );
  }
}

/** What is new on some dyads since the last digest: incidents, verdicts that moved. */
export interface Digest {
  readonly id: string;
  readonly title: string;
  readonly dyads: readonly {
    readonly names: string;
    readonly verdict?: string;
    readonly incidents: readonly string[];
  }[];
}

/** The digest of what is new; undefined where nothing is. */
export function digestOf(
  looks: readonly { readonly before?: WatchSnapshot; readonly after: WatchSnapshot }[],
): Digest | undefined {
  const dyads = looks.flatMap(({ before, after }) => {
    const fresh = before ? freshOf(before, after) : after.incidents;
    const moved = before?.verdict !== undefined && after.verdict !== undefined && before.verdict !== after.verdict;
    if (fresh.length === 0 && !moved) return [];
    const verdict = moved ? `The verdict was “${before?.verdict}” and is “${after.verdict}”.` : undefined;
    return [{ names: bothOf(after.names), ...(verdict && { verdict }), incidents: fresh.map(told) }];
  });
  if (dyads.length === 0) return undefined;
  const title = `What is new: ${dyads.map(({ names }) => names).join("; ")}`;
  return { id: idOf("digest", JSON.stringify(dyads)), title, dyads };
}

/** A digest as plain text. */
export const digestText = ({ title, dyads }: Digest): string =>
  `${[title, ...dyads.flatMap(({ names, verdict, incidents }) => [names, ...(verdict ? [verdict] : []), ...incidents.map((line) => `- ${line}`)])].join("\n\n")}\n`;
