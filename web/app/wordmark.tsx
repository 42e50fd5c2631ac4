import { Link } from "@tanstack/react-router";

/** Two circles and what they share. */
export function Wordmark() {
  return (
    <Link to="/" className="wordmark" aria-label="Entente, first page">
      <svg viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="1.75">
          <circle cx="8.5" cy="8" r="7" />
          <circle cx="17.5" cy="8" r="7" />
        </g>
        <path d="M13 2.64a7 7 0 0 1 0 10.72a7 7 0 0 1 0-10.72z" fill="currentColor" />
      </svg>{" "}
      Entente
    </Link>
  );
}
