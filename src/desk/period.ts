import { type DateInterval, EntenteError, type RelationQuery, type RelationView } from "../schema/index.ts";

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
};

/** Refuses a period with a malformed day or with its end before its start. Errors: period.invalid. */
export function checkPeriod({ from, to }: Pick<RelationQuery, "from" | "to">): void {
  const days = [from, to].filter((day) => day !== undefined);
  if (days.some((day) => !isDay(day)) || (from !== undefined && to !== undefined && from > to)) {
    throw new EntenteError("period.invalid", { from: from ?? "the beginning", to: to ?? "the end" });
  }
}

type Dated = Pick<RelationView, "incidents" | "exposure">;

function daysOf({ incidents, exposure }: Dated): string[] {
  const dates = incidents.flatMap(({ date }) => (date ? [date.from, date.to] : []));
  return [...dates, ...exposure.filter(({ documents }) => documents > 0).map(({ month }) => `${month}-01`)].sort();
}

/** The period asked for, its open ends closed by the evidence; undefined where there is nothing to close them with. */
export function periodOf(query: Pick<RelationQuery, "from" | "to">, found: Dated): DateInterval | undefined {
  const days = daysOf(found);
  const from = query.from ?? days.at(0);
  const to = query.to ?? days.at(-1);
  if (from === undefined || to === undefined) return undefined;
  return from <= to ? { from, to } : { from: to, to: from };
}
