import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { queries } from "../../api/queries.ts";

/** A field with its label. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </p>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly any?: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

/** A choice of one word. */
export function Choice({ label, value, any, options, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {any && <option value="">{any}</option>}
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A choice of a state by its name. */
export function StateField(props: { label: string; value: string; any?: string; onChange: (code: string) => void }) {
  const { data = [] } = useQuery(queries.states());
  const isUnnamed = props.value !== "" && !data.some(({ code }) => code === props.value);
  const options: ChoiceProps["options"] = [
    ...(isUnnamed ? [[props.value, props.value] as const] : []),
    ...data.map(({ code, name }) => [code, `${name} ${code}`] as const),
  ];
  return <Choice {...props} options={options} />;
}
