import { Link } from "@tanstack/react-router";

/** An address that no page answers to. */
export function NotFound() {
  return (
    <section className="failed">
      <title>No such page · Entente</title>
      <h1>There is no such page</h1>
      <p>The address is misspelt, or belongs to another version of Entente.</p>
      <p className="actions">
        <Link to="/" className="button">
          To the overview
        </Link>
      </p>
    </section>
  );
}
