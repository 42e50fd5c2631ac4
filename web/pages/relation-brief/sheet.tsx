import { useState } from "react";
import type { Brief, BriefSection, EditsQuery, Evidence, Statement } from "../../../src/schema/index.ts";
import { numbersOf, statementsOf } from "./changes.ts";
import type { Draft } from "./editor.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";
import { Section } from "./section.tsx";
import { Notes, Sources } from "./sources.tsx";
import type { Acts } from "./statement.tsx";

/** A version that was kept, to read. */
export function Kept({ brief, query }: { brief: Brief; query: EditsQuery }) {
  const [chosen, setChosen] = useState<string>();
  return (
    <Sheet
      brief={brief}
      query={query}
      chosen={chosen}
      stale={new Set()}
      onChoose={(statement) => setChosen(statement?.id)}
    />
  );
}

interface SheetProps {
  readonly brief: Brief;
  readonly query: EditsQuery;
  readonly chosen: string | undefined;
  readonly stale: ReadonlySet<string>;
  readonly onChoose: (statement: Statement | undefined) => void;
  readonly acts?: Acts;
  readonly draft?: Draft;
  readonly onAdd?: (section: BriefSection) => void;
  readonly onRestore?: (statement: Statement) => void;
}

/** A brief on paper, with the evidence of the chosen sentence beside it. */
export function Sheet({ brief, query, chosen, stale, onChoose, acts, draft, onAdd, onRestore }: SheetProps) {
  const numbers = numbersOf(brief);
  const statement = statementsOf(brief).find(({ id }) => id === chosen);
  const cites = draft && draft.kind !== "note";
  return (
    <div className="brief-sheet">
      <div className="paper-column">
        {brief.sections.map((section, at) => (
          <Section
            key={section.id}
            section={section}
            opensPart={section.part !== undefined && section.part !== brief.sections[at - 1]?.part}
            numbers={numbers}
            chosen={chosen}
            stale={stale}
            onChoose={onChoose}
            acts={acts}
            onAdd={onAdd}
            draft={draft}
          />
        ))}
        <Sources brief={brief} query={query} />
        <Notes brief={brief} />
        <p className="muted small">
          Coder {brief.coder}. Written from the ledger by fixed sentences; what a person wrote is marked.
        </p>
      </div>
      <EvidencePanel
        statement={statement}
        numbers={numbers}
        onClose={() => onChoose(undefined)}
        onCite={cites ? (evidence: Evidence) => draft.onSources([...draft.sources, evidence]) : undefined}
        onRestore={onRestore}
      />
    </div>
  );
}
