import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";

/** The parts of the page, in their order: what stands in the address after `#`, and how the reader calls it. */
const SECTIONS = {
  verdict: "Verdict",
  index: "Over time",
  depth: "Depth",
  timeline: "Timeline",
  map: "Map",
  third: "Towards others",
  incidents: "Incidents",
  accounts: "Accounts",
  quotations: "Quotations",
  reporting: "Who reports",
} as const;

export type SectionName = keyof typeof SECTIONS;

/** A part of the page that the navigation leads to; its heading takes the focus. */
export function Section({ name, title, children }: { name: SectionName; title: string; children: ReactNode }) {
  return (
    <section className={`part part-${name}`} aria-labelledby={name}>
      <h2 id={name} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Leads to the parts of the page; it stays in view, and tells where the reader is. */
export function SectionNav() {
  const navigate = useNavigate({ from: "/relations/$dyad" });
  const here = useSectionInView();
  return (
    <nav className="section-nav" aria-label="On this page">
      <ul>
        {Object.entries(SECTIONS).map(([name, title]) => (
          <li key={name}>
            <a
              href={`#${name}`}
              aria-current={here === name ? "location" : undefined}
              onClick={(event) => {
                event.preventDefault();
                void navigate({ search: true, hash: name, replace: true, resetScroll: false });
                document.getElementById(name)?.focus({ preventScroll: true });
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The last part whose heading has passed the upper third of the window. */
function useSectionInView(): string {
  const [here, setHere] = useState("verdict");
  useEffect(() => {
    const look = () => {
      const passed = Object.keys(SECTIONS).filter((name) => {
        const heading = document.getElementById(name);
        return heading !== null && heading.getBoundingClientRect().top < window.innerHeight / 3;
      });
      setHere(passed.at(-1) ?? "verdict");
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, []);
  return here;
}
