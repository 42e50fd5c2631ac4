import { type ReactNode, useId } from "react";

/** A label with whatever it names. */
export function Field({
  label,
  wide,
  children,
}: {
  label: string;
  wide?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <p className={wide ? "wide" : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </p>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint: string;
  readonly required?: boolean;
  readonly wide?: boolean;
}

/** A labelled line of text. */
export function TextField({ label, value, onChange, hint, required, wide }: TextProps) {
  return (
    <Field label={label} {...(wide && { wide })}>
      {(id) => (
        <input
          id={id}
          value={value}
          title={hint}
          required={required}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
