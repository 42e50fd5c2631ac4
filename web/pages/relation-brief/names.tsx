import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import type { EditsHead, EditsQuery } from "../../../src/schema/index.ts";
import { briefQueries, MAIN } from "../../api/briefs.ts";

const route = getRouteApi("/relations/$dyad/brief");

const isOf = ({ a, b }: EditsQuery, { dyad }: EditsHead): boolean => [a, b].sort().join() === [...dyad].sort().join();

const isSame = (query: EditsQuery, { from, to, name }: EditsHead): boolean =>
  query.from === from && query.to === to && query.name === name;

/** Edits of this pair of states that are kept under other names or for other periods, and a way to begin some. */
export function Names({ query }: { query: EditsQuery }) {
  const { data = [] } = useQuery(briefQueries.list());
  const { dyad } = route.useParams();
  const others = data.filter((head) => isOf(query, head) && !isSame(query, head));
  return (
    <details className="names no-print">
      <summary>
        Edits under other names <span className="number muted">{others.length}</span>
      </summary>
      <ul>
        {others.map(({ name, from, to, versions }) => (
          <li key={`${name} ${from} ${to}`}>
            <Link
              to="/relations/$dyad/brief"
              params={{ dyad }}
              search={{ ...(from && { from }), ...(to && { to }), ...(name !== MAIN && { name }) }}
            >
              {name}
            </Link>{" "}
            <span className="muted">
              {from ?? "from the beginning"} to {to ?? "now"}, {versions} {versions === 1 ? "version" : "versions"}
            </span>
          </li>
        ))}
      </ul>
      <NameForm />
    </details>
  );
}

function NameForm() {
  const navigate = useNavigate({ from: "/relations/$dyad/brief" });
  const [name, setName] = useState("");
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ search: ({ version: _version, ...search }) => ({ ...search, name: name.trim() }) });
  };
  return (
    <form className="keep" onSubmit={submit}>
      <label htmlFor={id}>Edit this brief under the name</label>
      <input
        id={id}
        value={name}
        required
        pattern="[A-Za-z0-9_\-]{1,60}"
        title="letters, digits, - and _"
        placeholder="for-the-minister"
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit">Open</button>
    </form>
  );
}
