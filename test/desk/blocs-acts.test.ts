import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actsOf } from "../../src/desk/blocs-acts.ts";
import { happenedRows } from "../../src/desk/measure-rows.ts";
import { buildKnowledge, type Knowledge } from "../../src/knowledge/index.ts";
import type { Entry, Ledger } from "../../src/ledger/index.ts";
import {
  applyRule,
  COUNTING_RULES,
  type CountingRule,
  type IncidentRow,
  networkOf,
  tiesOf,
} from "../../src/measures/index.ts";
import { entryOf, ledgerWith } from "../ledger/entries.ts";
import { say } from "../ledger/review-of.ts";
import { WORLD } from "../support/world.ts";

const row = (code: string): string =>
  [code, `Land${code}`, "", "", "", "", "", "0", "0", "", "", "", "invented"].join("\t");

/** Mordor is no state here. */
const KNOWLEDGE = buildKnowledge({
  ...WORLD,
  "kinds.tsv": readFileSync(join(import.meta.dirname, "../../knowledge/kinds.tsv"), "utf8"),
  "states.tsv": `${WORLD["states.tsv"]}${["ARN", "GON", "ROH"].map(row).join("\n")}\n`,
});
const STATE_MEDIA = "Borpress";
const SPAN = { from: "2020-03-01", to: "2021-09-30" };
const NAMES = ["Arnor", "Gondor", "Rohan", "Mordor"] as const;
const DEEDS = ["held a joint patrol", "bought three patrol boats", "trained\n together", "met", "held talks"];

function telling(number: number): Entry {
  const at = (more: number): string => NAMES[(number + more) % 4];
  const names = number % 3 === 0 ? [at(0), at(1), at(2)] : [at(0), at(1 + (number % 2))];
  const told = `${names.join(", ")} ${DEEDS[number % 5]} in round ${number % 11}.`;
  const mutual = number % 4 !== 0;
  const on = new Date(Date.UTC(2020, 0, 1 + ((number * 37) % 700))).toISOString().slice(0, 10);
  return entryOf({
    text: `${told} Report ${number}.`,
    ...{ published: on, publisher: number % 2 ? STATE_MEDIA : "Herald" },
    events: [
      {
        type: mutual ? "COOPERATE" : "ACCUSE",
        actors: mutual ? names : names.slice(0, 1),
        recipients: mutual ? [] : names.slice(1),
        ...{ on, score: mutual ? 4 : -3, confidence: 0.5 + (number % 5) / 10, evidence: [0, told.length] },
      },
    ],
  });
}

/** What counts of the incidents between states, each read as a whole. */
async function rowsOf(ledger: Ledger, knowledge: Knowledge, rule: CountingRule): Promise<IncidentRow[]> {
  const incidents = await ledger.ground.happened({ ...SPAN, sources: true });
  const within = happenedRows(incidents, knowledge).filter(({ day = "" }) => day >= SPAN.from && day <= SPAN.to);
  const isState = (code: string): boolean => knowledge.stateOf(code)?.code === code;
  return applyRule(within, rule).rows.flatMap((whole) => {
    const [actors, recipients] = [whole.actors.filter(isState), whole.recipients.filter(isState)];
    const isLost = recipients.length === 0 && whole.recipients.length > 0;
    return isLost || new Set([...actors, ...recipients]).size < 2 ? [] : [{ ...whole, actors, recipients }];
  });
}

test("the network out of columns is the one out of single incidents, under every rule", async () => {
  expect(KNOWLEDGE.outletOf(STATE_MEDIA)?.ownership).toBe("state");
  const ledger = await ledgerWith(Array.from({ length: 120 }, (_, number) => telling(number)));
  for (const { id } of (await ledger.incidents({})).slice(0, 20)) {
    const [{ report, evidence }] = (await ledger.incident(id)).reports;
    await say(ledger, evidence[0].source.document, report.id, { by: "Ana" });
  }
  const rules = [...COUNTING_RULES, { ...COUNTING_RULES[1], multilateral: "out", minimumConfidence: 0.6 } as const];
  const counts = new Set<number>();
  for (const rule of rules) {
    const rows = await rowsOf(ledger, KNOWLEDGE, rule);
    const acts = await actsOf(ledger, KNOWLEDGE, SPAN, rule);
    expect(acts.party).toHaveLength(rows.length);
    expect(rows.length).toBeGreaterThan(0);
    expect(tiesOf(acts)).toEqual(networkOf(rows));
    counts.add(rows.length);
  }
  expect(counts.size).toBe(rules.length);
});
