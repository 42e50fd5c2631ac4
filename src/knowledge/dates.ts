import { type Row, refuse } from "./table.ts";

/** A period of days; an empty end is open. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const OPEN_FROM = "0000-01-01";
const OPEN_TO = "9999-12-31";
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const pad = (value: number): string => String(value).padStart(2, "0");

/** The first and last day of `2004`, `2004-05` or `2004-05-07`; undefined where it is no date. */
export function daysOf(partial: string): Period | undefined {
  const match = PARTIAL.exec(partial);
  if (!match) return undefined;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return undefined;
  if (day !== undefined && month !== undefined && (day < 1 || day > lastDay(year, month))) return undefined;
  const lastMonth = month ?? 12;
  return {
    from: `${match[1]}-${pad(month ?? 1)}-${pad(day ?? 1)}`,
    to: `${match[1]}-${pad(lastMonth)}-${pad(day ?? lastDay(year, lastMonth))}`,
  };
}

function boundOf<Column extends string>(row: Row<Column>, column: Column): Period | undefined {
  const cell = row.cells[column];
  if (cell === "") return undefined;
  return daysOf(cell) ?? refuse(row, `"${cell}" is no date`, "Write a date as 2004, 2004-05 or 2004-05-07.");
}

/** The row's period: from the first day of `from` to the last day of `to`, open where a cell is empty. */
export function periodOf<Column extends string>(row: Row<Column>, from: Column, to: Column): Period {
  const period = { from: boundOf(row, from)?.from ?? OPEN_FROM, to: boundOf(row, to)?.to ?? OPEN_TO };
  if (period.from > period.to)
    refuse(
      row,
      `the period ends (${row.cells[to]}) before it starts (${row.cells[from]})`,
      "Put the earlier date first.",
    );
  return period;
}

/** Whether the day lies in the period. */
export const holdsOn = (period: Period, day: string): boolean => period.from <= day && day <= period.to;
