import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useStateName } from "../../api/queries.ts";
import { searchAddress } from "../../app/search.ts";
import { conditionsIn } from "./address.ts";

const route = getRouteApi("/search");

/** The conditions that hold, each with a way to drop it. */
export function Chosen() {
  const address = route.useSearch();
  const chosen = conditionsIn(address, useStateName());
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label="Conditions">
      {chosen.map(({ name, words }) => (
        <li key={name}>
          <Link
            to="/search"
            search={{ ...address, [name]: undefined, page: undefined }}
            resetScroll={false}
            className="chip chosen"
          >
            {words} <span aria-hidden="true">✕</span>
            <span className="unseen"> – drop</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const FIELDS = [
  ["actor", "Who", "text", "Lavrov, RUS.mfa, China"],
  ["dyad", "Between", "text", "CHN-RUS"],
  ["place", "Place", "text", "Sea of Japan"],
  ["outlet", "Outlet", "text", "Xinhua"],
  ["from", "From", "date", ""],
  ["to", "Until", "date", ""],
] as const;

/** Conditions that no facet offers. */
export function MoreConditions() {
  const address = route.useSearch();
  const navigate = useNavigate({ from: "/search" });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = Object.fromEntries(FIELDS.map(([name]) => [name, String(form.get(name)).trim() || undefined]));
    void navigate({ search: (before) => searchAddress({ ...before, ...given, page: undefined }), resetScroll: false });
  };
  return (
    <details className="more-conditions">
      <summary>More conditions</summary>
      <form onSubmit={onSubmit} key={JSON.stringify(address)}>
        {FIELDS.map(([name, label, type, example]) => (
          <label key={name}>
            <span>{label}</span>
            <input name={name} type={type} placeholder={example} defaultValue={address[name]} />
          </label>
        ))}
        <button type="submit">Apply</button>
      </form>
    </details>
  );
}
