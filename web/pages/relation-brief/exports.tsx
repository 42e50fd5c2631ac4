import { useState } from "react";
import type { EditsQuery } from "../../../src/schema/index.ts";
import { exportOf } from "../../api/briefs.ts";
import { MailDialog } from "./mail.tsx";

const DOCUMENTS = [
  ["html", "HTML"],
  ["md", "Markdown"],
  ["eml", "Mail file"],
] as const;

const SOURCES = [
  ["bib", "BibTeX"],
  ["ris", "RIS"],
  ["csl", "CSL-JSON"],
  ["evidence.json", "Evidence list"],
  ["json", "Data"],
] as const;

/** Saves, prints and sends the brief as it is shown. */
export function Exports({ query, version, dyad }: { query: EditsQuery; version?: number; dyad: string }) {
  const [paper, setPaper] = useState("a4");
  const [mailing, setMailing] = useState(false);
  const link = (ending: string, words: string, className: string) => (
    <a
      key={ending}
      className={className}
      href={exportOf(query, ending, version, ending === "pdf" || ending === "eml" ? paper : undefined)}
      download={`entente-${dyad}.${ending}`}
    >
      {words}
    </a>
  );
  return (
    <div className="exports no-print">
      <p className="actions">
        {link("pdf", "Save as PDF", "button main")}
        <label className="paper">
          <span className="unseen">Paper</span>
          <select value={paper} onChange={(event) => setPaper(event.target.value)}>
            <option value="a4">A4</option>
            <option value="letter">Letter</option>
          </select>
        </label>
        {DOCUMENTS.map(([ending, words]) => link(ending, words, "button"))}
        <button type="button" onClick={() => print(exportOf(query, "html", version))}>
          Print
        </button>
        {version === undefined && (
          <button type="button" onClick={() => setMailing(true)}>
            Send by mail …
          </button>
        )}
      </p>
      <p className="downloads">
        <span>Sources as</span>
        {SOURCES.map(([ending, words]) => link(ending, words, ""))}
      </p>
      {mailing && <MailDialog query={query} paper={paper} onClose={() => setMailing(false)} />}
    </div>
  );
}

/** Prints the brief as its own page is printed: with the marking and the page's number on every sheet. */
function print(address: string): void {
  const frame = document.createElement("iframe");
  frame.className = "unseen";
  frame.title = "The brief as it is printed";
  frame.ariaHidden = "true";
  frame.src = address;
  frame.onload = () => {
    const { contentWindow } = frame;
    if (!contentWindow) return;
    contentWindow.onafterprint = () => frame.remove();
    contentWindow.print();
  };
  document.body.append(frame);
}
