import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { COUNTING_RULES } from "../../../src/measures/index.ts";
import { LENGTHS, type PeriodLength } from "../../app/search.ts";
import { counted } from "../../parts/words.ts";

const route = getRouteApi("/relations/$dyad");

interface Props {
  readonly length: PeriodLength;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What counts, and by which periods; the choice lives in the address and changes all measures at once. */
export function MeasureSwitches({ length, leftOut }: Props) {
  const { rule = "default" } = route.useSearch();
  const navigate = useNavigate({ from: "/relations/$dyad" });
  const ids = { rule: useId(), length: useId() };
  const choose = (part: { rule?: string; length?: PeriodLength }) =>
    void navigate({ search: (search) => ({ ...search, ...part }), resetScroll: false, replace: true });
  const reasons = Object.entries(leftOut).filter(([, count]) => count > 0);
  return (
    <p className="switches">
      <label htmlFor={ids.rule}>Counted are</label>
      <select id={ids.rule} value={rule} onChange={(event) => choose({ rule: event.target.value })}>
        {COUNTING_RULES.map(({ name }) => (
          <option key={name} value={name}>
            {name === "default" ? "all incidents" : name}
          </option>
        ))}
      </select>
      <label htmlFor={ids.length}>by</label>
      <select
        id={ids.length}
        value={length}
        onChange={(event) => choose({ length: LENGTHS.find((one) => one === event.target.value) })}
      >
        {LENGTHS.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      {reasons.length > 0 && (
        <span className="muted">
          Left out: {reasons.map(([reason, count]) => `${counted(count, "incident")} (${reason})`).join(", ")}.
        </span>
      )}
    </p>
  );
}
