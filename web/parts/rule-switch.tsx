import { COUNTING_RULES } from "../../src/measures/index.ts";
import { Switch } from "./switch.tsx";

const RULES = COUNTING_RULES.map(({ name }) => [name, name === "default" ? "all incidents" : name] as const);

/** What counts: the rule that a page's numbers stand under. `onChange` gets nothing for the usual one, which an address leaves out. */
export function RuleSwitch({
  rule = "default",
  onChange,
}: {
  rule: string | undefined;
  onChange: (rule: string | undefined) => void;
}) {
  return (
    <Switch
      label="Counted are"
      value={rule}
      options={RULES}
      onChange={(name) => onChange(name === "default" ? undefined : name)}
    />
  );
}
