import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { queries } from "../api/queries.ts";
import { useServiceLost } from "../api/service.ts";
import { Jobs } from "./jobs.tsx";
import { useKeys } from "./keys.ts";
import { Palette } from "./palette.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { Wordmark } from "./wordmark.tsx";

/** What every page stands in: the way around, and a word when the service is gone. */
export function Shell() {
  useQuery(queries.health());
  const [seeking, setSeeking] = useState(false);
  const navigate = useNavigate();
  const onPalette = useCallback(() => setSeeking(true), []);
  const onHelp = useCallback(() => void navigate({ to: "/help" }), [navigate]);
  useKeys({ onPalette, onHelp });
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Bar onPalette={onPalette} />
      <LostNotice />
      <Main />
      <Foot />
      <Jobs />
      <Palette open={seeking} onClose={() => setSeeking(false)} />
    </>
  );
}

function Bar({ onPalette }: { onPalette: () => void }) {
  return (
    <header className="bar">
      <Wordmark />
      <nav aria-label="Pages">
        <Link to="/" activeOptions={{ exact: true }}>
          Overview
        </Link>
        <Link to="/search">Search</Link>
        <Link to="/blocs">Blocs</Link>
        <Link to="/sources">Sources</Link>
        <Link to="/review">Review</Link>
        <Link to="/read">Read a text</Link>
        <Link to="/try">Try it</Link>
        <Link to="/alerts">Alerts</Link>
        <Link to="/help">Help</Link>
      </nav>
      <button type="button" className="go-to" onClick={onPalette}>
        Go to … <kbd>Ctrl K</kbd>
      </button>
      <ThemeSwitch />
    </header>
  );
}

/** The page itself; it takes the focus when another page comes, so that it is read from its start. */
function Main() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current !== pathname) main.current?.focus({ preventScroll: true });
    last.current = pathname;
  }, [pathname]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <Outlet />
    </main>
  );
}

function LostNotice() {
  const lost = useServiceLost();
  return (
    <div role="status">
      {lost && (
        <p className="lost">
          <strong>The service does not answer.</strong> It was stopped, or is starting: <code>entente serve</code>. What
          you see may be old; the page goes on by itself as soon as it is back.
        </p>
      )}
    </div>
  );
}

function Foot() {
  const { data } = useQuery(queries.overview());
  return (
    <footer className="foot">
      <span>Evidence or nothing: every number here opens the words it rests on.</span>
      {data && <span className="number">Coder {data.coder}</span>}
      <Link to="/reference">API</Link>
    </footer>
  );
}
