import type { Sight, TokenMention } from "../../src/coding/index.ts";
import { buildEventRules } from "../../src/knowledge/rules.ts";
import type { Analysis, Report } from "../../src/schema/index.ts";

/** Ost, West and Mark: an invented world, so that editing the tables breaks no test of the coder. */
const COUNTRIES: Readonly<Record<string, string>> = {
  Ost: "OST",
  Ostian: "OST",
  West: "WES",
  Westian: "WES",
  Mark: "MAR",
  Markish: "MAR",
};

const RULES = `
- {name: patrol, pattern: noun patrol|drill, type: COOPERATE, contexts: [military], roles: mutual, alone: MOBILIZE, yes: Ost and West flew a patrol., no: Ost flew.}
- {name: visit-noun, pattern: noun visit, type: CONSULT, mode: visit, yes: Ost paid a visit to West., no: Ost ate.}
- {name: talks, pattern: noun talk, type: CONSULT, roles: mutual, yes: Ost held talks with West., no: Ost talked.}
- {name: attack, pattern: attack, type: ASSAULT, yes: Ost attacked West., no: Ost ate.}
- {name: attack-noun, pattern: "noun attack @on", type: ASSAULT, yes: The attack on West went on., no: Ost ate.}
- {name: kill, pattern: kill, type: ASSAULT, yes: Ost killed West., no: Ost ate.}
- {name: raid-noun, pattern: noun raid, type: ASSAULT, yes: The raid of Ost on West went on., no: Ost ate.}
- {name: battle-noun, pattern: noun battle, type: ASSAULT, roles: mutual, yes: The battle between Ost and West went on., no: Ost ate.}
- {name: deploy-troops, pattern: deploy > troop, type: MOBILIZE, mode: troops, recipient: near, yes: Ost deployed troops., no: Ost ate.}
- {name: impose-sanctions, pattern: impose > sanction, type: COERCE, mode: restrict, yes: Ost imposed sanctions on West., no: Ost ate.}
- {name: sanctions, pattern: noun sanction, type: COERCE, mode: restrict, yes: Ost has sanctions on West., no: Ost ate.}
- {name: host, pattern: host, type: CONSULT, mode: visit, roles: reversed, recipient: object, yes: Ost hosted West., no: Ost ate.}
- {name: accuse, pattern: accuse, type: ACCUSE, mode: allege, yes: Ost accused West., no: Ost ate.}
- {name: withdraw, pattern: "withdraw @from", type: RETREAT, mode: withdraw, recipient: from, yes: Ost withdrew from West., no: Ost ate.}
- {name: demand, pattern: demand, type: REQUEST, yes: Ost demanded that West go., no: Ost ate.}
- {name: criticise, pattern: criticise, type: ACCUSE, yes: Ost criticised West., no: Ost ate.}
- {name: criticism-noun, pattern: noun criticism, type: ACCUSE, yes: Ost drew criticism from West., no: Ost ate.}
- {name: shoot-down, pattern: shoot +down, type: ASSAULT, yes: Ost shot down West., no: Ost ate.}
- {name: send-aid, pattern: send > expert, type: AID, yes: Ost sent experts to West., no: Ost ate.}
- {name: help, pattern: help, type: AID, yes: Ost helped West., no: Ost ate.}
`;
const OPERATORS = `
- {name: op-hold, pattern: hold|have|fly|draw, effect: light, yes: Ost held talks., no: Ost ate.}
- {name: op-agree, pattern: agree, effect: commit, yes: Ost agreed to help., no: Ost ate.}
- {name: op-ready, pattern: adj ready, effect: commit, yes: Ost is ready to help., no: Ost ate.}
- {name: op-refuse, pattern: refuse, effect: refuse, yes: Ost refused to help., no: Ost ate.}
- {name: op-threaten, pattern: threaten, effect: threaten, yes: Ost threatened to attack., no: Ost ate.}
- {name: op-ask, pattern: ask, effect: ask, yes: Ost asked West to help., no: Ost ate.}
- {name: op-cancel, pattern: cancel, effect: cancel, yes: Ost cancelled talks., no: Ost ate.}
- {name: op-accuse, pattern: accuse, effect: allege, yes: Ost accused West of attacking., no: Ost ate.}
- {name: op-plan-noun, pattern: noun plan, effect: plan, yes: Ost has plans to help., no: Ost ate.}
- {name: op-need, pattern: need, effect: wish, yes: Ost needs to help., no: Ost ate.}
- {name: op-demand, pattern: demand, effect: ask, yes: Ost demanded that West help., no: Ost ate.}
- {name: op-stop, pattern: cease, effect: stop, yes: Ost ceased to help., no: Ost ate.}
- {name: op-say, pattern: say|insist, effect: speak, yes: Ost said it., no: Ost ate.}
`;
const ORIENTATIONS = `
- {name: counterweight, pattern: "noun counterweight @to", yes: A counterweight to Mark., no: Ost ate.}
`;
const CORRECTIONS = `
- {name: crowd, from: [ASSAULT], actor: student, type: PROTEST, mode: riot, yes: Students attacked West., no: Ost ate.}
`;

const eventRules = buildEventRules({
  "rules/events.yaml": RULES,
  "rules/operators.yaml": OPERATORS,
  "rules/orientations.yaml": ORIENTATIONS,
  "rules/corrections.yaml": CORRECTIONS,
});

/** Every token that names one of the invented countries as a mention. */
export function worldMentions(analysis: Analysis, extra: readonly TokenMention[] = []): TokenMention[] {
  const found = [...extra];
  for (let token = 0; token < analysis.start.length; token += 1) {
    const [start, end] = [analysis.start[token], analysis.end[token]];
    const country = COUNTRIES[analysis.text.slice(start, end)];
    if (!country || extra.some(({ tokens }) => token >= tokens[0] && token < tokens[1])) continue;
    const actor = { id: country, country, sector: "GOV" } as const;
    found.push({
      id: `m${start}-${end}`,
      span: [start, end],
      kind: "actor",
      actor,
      tokens: [token, token + 1],
      head: token,
    });
  }
  return found;
}

/** A sight over a hand-written tree with the rules of the invented world. */
export function worldSight(analysis: Analysis, published?: string): Sight {
  const knowledge = { version: "world", eventRules, scoreOf: () => 0, cameoOf: () => undefined };
  const document = { id: "d", language: "en", text: analysis.text, ...(published && { published }) };
  return { document, analysis, knowledge: knowledge as unknown as Sight["knowledge"] };
}

/** A report as one line: `COOPERATE happened OST+WES > MAR !USA {rule}`. */
export function reportLine(report: Report): string {
  const sides = (participants: Report["actors"]): string => participants.map(({ country }) => country).join("+");
  const against = report.directedAgainst.length > 0 ? ` !${sides(report.directedAgainst)}` : "";
  const mode = report.mode ? `.${report.mode}` : "";
  return `${report.type}${mode} ${report.status} ${sides(report.actors)} > ${sides(report.recipients)}${against} {${report.rule}}`;
}
