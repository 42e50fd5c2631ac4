import type { DateInterval } from "../../../src/schema/index.ts";

/** One stop of the slider. */
export interface Step extends DateInterval {
  readonly label: string;
}

const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The whole years or quarters that a period touches, the oldest first. */
export function stepsOf({ from, to }: DateInterval, by: "year" | "quarter"): Step[] {
  const months = by === "year" ? 12 : 3;
  const at = (day: string): number => Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months);
  return Array.from({ length: at(to) - at(from) + 1 }, (_, step) => {
    const first = (at(from) + step) * months;
    const [year, month] = [Math.floor(first / 12), first % 12];
    return {
      from: `${year}-${String(month + 1).padStart(2, "0")}-01`,
      to: lastDay(year, month + months),
      label: by === "year" ? `${year}` : `${year}, quarter ${month / 3 + 1}`,
    };
  });
}
