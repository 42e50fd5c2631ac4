import { useMemo, useState } from "react";
import type { Document, Reading, Span } from "../../../src/schema/index.ts";
import { Notes } from "./notes.tsx";
import { spansOf } from "./segments.ts";
import { inOrder, signsOf } from "./signs.ts";
import { AnnotatedText, type Layers } from "./text.tsx";

interface Props {
  readonly document: Document;
  readonly reading: Reading | undefined;
  readonly incidentOf: Readonly<Record<string, string>>;
  /** The evidence asked for, as in the address. */
  readonly at: string | undefined;
  readonly onSelect: (spans: readonly Span[]) => void;
  /** Asks how a report came about; without it nobody can. */
  readonly onWhy?: (report: string) => void;
}

const none = (id: string): Reading => ({
  schema: "entente.reading/1",
  id,
  coder: { version: "", model: "", knowledge: "" },
  mentions: [],
  reports: [],
  quotations: [],
  notes: [],
});

/** A text beside all that was coded from it. */
export function AnnotatedDocument({ document, reading, incidentOf, at, onSelect, onWhy }: Props) {
  const ordered = useMemo(() => inOrder(reading ?? none(document.id)), [reading, document.id]);
  const signs = useMemo(() => signsOf(ordered), [ordered]);
  const asked = useMemo(() => spansOf(at, document.text.length), [at, document.text]);
  const [layers, setLayers] = useState<Layers>({ reports: true, quotations: true, names: true });
  const shared = { text: document.text, reading: ordered, signs, asked, onSelect };
  return (
    <div className="annotated">
      <div className="text-side">
        {reading && <LayerSwitches layers={layers} onChange={setLayers} />}
        <AnnotatedText {...shared} layers={layers} />
      </div>
      <aside aria-label="What was coded">
        {reading ? (
          <>
            <Notes {...shared} incidentOf={incidentOf} onWhy={onWhy} />
            <CoderNotes reading={reading} />
          </>
        ) : (
          <p className="not-coded">
            This document is kept but not coded: it is in {languageName(document.language)}, and only English is coded.
          </p>
        )}
      </aside>
    </div>
  );
}

function languageName(tag: string): string {
  if (tag === "und") return "an unknown language";
  return new Intl.DisplayNames("en", { type: "language", fallback: "code" }).of(tag) ?? tag;
}

const NAMES: Readonly<Record<keyof Layers, string>> = { reports: "Reports", quotations: "Quotations", names: "Names" };

function LayerSwitches({ layers, onChange }: { layers: Layers; onChange: (layers: Layers) => void }) {
  return (
    <fieldset className="layers">
      <legend className="unseen">Marks</legend>
      {(Object.keys(NAMES) as (keyof Layers)[]).map((layer) => (
        <label key={layer} className={layer}>
          <input
            type="checkbox"
            checked={layers[layer]}
            onChange={(event) => onChange({ ...layers, [layer]: event.target.checked })}
          />
          <span>{NAMES[layer]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function CoderNotes({ reading }: { reading: Reading }) {
  return (
    <div className="coder small muted">
      {reading.notes.map((note) => (
        <p key={`${note.code} ${note.span?.join("-")}`}>{note.message}</p>
      ))}
      <p>
        Coder {reading.coder.version}, model {reading.coder.model}, tables {reading.coder.knowledge}
      </p>
    </div>
  );
}
