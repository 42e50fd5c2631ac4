import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { INDEX_KINDS, SOURCE_SETS } from "../../../src/schema/index.ts";
import { LENGTHS, type PeriodLength, type RelationSearch } from "../../app/search.ts";
import { RuleSwitch } from "../../parts/rule-switch.tsx";
import { Switch } from "../../parts/switch.tsx";
import { counted } from "../../parts/words.ts";

const route = getRouteApi("/relations/$dyad");

interface Props {
  readonly length: PeriodLength;
  readonly leftOut: Readonly<Record<string, number>>;
}

const KIND_WORDS: Readonly<Record<(typeof INDEX_KINDS)[number], string>> = {
  net: "net score",
  sum: "sum of scores",
  mean: "mean score",
  "cooperation share": "share of cooperation",
  "log-odds": "log-odds of cooperation",
};

const SOURCE_WORDS: Readonly<Record<(typeof SOURCE_SETS)[number], string>> = {
  all: "all outlets",
  fixed: "outlets read throughout",
};

/** What counts, of whom, as what, and by which periods; it lives in the address and changes the whole page at once. */
export function MeasureSwitches({ length, leftOut }: Props) {
  const { rule, kind = "net", sources = "all" } = route.useSearch();
  const navigate = useNavigate({ from: "/relations/$dyad" });
  const choose = (part: Partial<RelationSearch>) =>
    void navigate({ search: (search) => ({ ...search, page: undefined, ...part }), resetScroll: false, replace: true });
  const reasons = Object.entries(leftOut).filter(([, count]) => count > 0);
  return (
    <p className="switches">
      <RuleSwitch rule={rule} onChange={(name) => choose({ rule: name })} />
      <Switch
        label="of"
        value={sources}
        options={SOURCE_SETS.map((set) => [set, SOURCE_WORDS[set]])}
        onChange={(set) => choose({ sources: SOURCE_SETS.find((one) => one === set) })}
      />
      <Switch
        label="as"
        value={kind}
        options={INDEX_KINDS.map((one) => [one, KIND_WORDS[one]])}
        onChange={(name) => choose({ kind: INDEX_KINDS.find((one) => one === name) })}
      />
      <Switch
        label="by"
        value={length}
        options={LENGTHS.map((one) => [one, one])}
        onChange={(name) => choose({ length: LENGTHS.find((one) => one === name) })}
      />
      {reasons.length > 0 && (
        <span className="muted">
          Left out: {reasons.map(([reason, count]) => `${counted(count, "incident")} (${reason})`).join(", ")}.
        </span>
      )}
    </p>
  );
}
