import { allHanging, attach, caseOf, hanging, type Mend, type Work } from "./work.ts";

const isPassive = (work: Work, verb: number): boolean =>
  allHanging(work, verb).some((child) => work.relation[child] === "aux:pass");

/** "was hit with a cannon by the navy", where the agent was hung on the tool. */
export const mendToolAgent: Mend = (work, agent) => {
  const { analysis, relation, head } = work;
  const by = relation[agent] === "nmod" ? caseOf(work, agent) : -1;
  const tool = head[agent];
  if (by < 0 || analysis.lemma[by] !== "by" || !relation[tool].startsWith("obl") || head[tool] < 0) return;
  const preposition = caseOf(work, tool);
  if (preposition < 0 || analysis.lemma[preposition] !== "with") return;
  if (isPassive(work, head[tool])) attach(work, agent, head[tool], "obl");
};

const DAYS = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));
/** With a day before them they say when. */
const TIMES = new Set("morning afternoon evening night noon midday midnight dawn dusk".split(" "));

/** "gave on Monday tents to Ost", where day and gift were read as one noun and the giver as whoever is given. */
export const mendDayBefore: Mend = (work, gift) => {
  const { analysis, relation, head } = work;
  const on = relation[gift] === "obl" ? caseOf(work, gift) : -1;
  const [verb, day] = [head[gift], on + 1];
  if (on < 0 || verb !== on - 1 || analysis.lemma[on] !== "on" || !DAYS.has(analysis.lemma[day].toLowerCase())) return;
  if (day === gift || head[day] !== gift || TIMES.has(analysis.lemma[gift].toLowerCase()) || isPassive(work, verb))
    return;
  attach(work, gift, verb, "obj");
  attach(work, day, verb, "obl");
  attach(work, on, day, "case");
  for (const child of hanging(work, verb, work.from, verb))
    if (relation[child] === "nsubj:pass") relation[child] = "nsubj";
};
