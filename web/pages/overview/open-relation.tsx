import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { queries } from "../../api/queries.ts";

/** Opens the page of any two states. */
export function OpenRelation() {
  const { data = [] } = useQuery(queries.states());
  const [a, setA] = useState("");
  const [b, setB] = useState("");
  const navigate = useNavigate();
  const open = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: "/relations/$dyad", params: { dyad: [a, b].sort().join("-") } });
  };
  return (
    <form className="open-relation" onSubmit={open}>
      <StateChoice label="One state" value={a} onChange={setA} states={data} />
      <StateChoice label="and another" value={b} onChange={setB} states={data.filter(({ code }) => code !== a)} />
      <button type="submit" disabled={a === "" || b === "" || a === b}>
        Open
      </button>
    </form>
  );
}

interface Choice {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly states: readonly { code: string; name: string }[];
}

function StateChoice({ label, value, onChange, states }: Choice) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose …</option>
        {states.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </select>
    </label>
  );
}
