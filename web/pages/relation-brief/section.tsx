import type { BriefFigure, BriefSection, Statement } from "../../../src/schema/index.ts";
import { DataTable } from "../../parts/data-table.tsx";
import type { Draft } from "./editor.tsx";
import { Editor } from "./editor.tsx";
import { SectionHead } from "./section-head.tsx";
import { type Acts, StatementLine } from "./statement.tsx";

interface Props {
  readonly section: BriefSection;
  /** Whether it opens a part, whose name then stands over it. */
  readonly opensPart: boolean;
  /** The number of each piece of evidence. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly chosen: string | undefined;
  readonly stale: ReadonlySet<string>;
  readonly onChoose: (statement: Statement) => void;
  readonly acts?: Acts;
  readonly onAdd?: (section: BriefSection) => void;
  readonly draft?: Draft;
}

/** A section of a brief: its sentences, then its figures. */
export function Section(props: Props) {
  const { section, opensPart, numbers, chosen, stale, onChoose, acts, onAdd, draft } = props;
  const { part, heading, statements, figures = [] } = section;
  const onMove = acts && ((moved: BriefSection, by: -1 | 1, whole = false) => acts.onMoveSection(moved, by, whole));
  return (
    <section>
      {opensPart && <SectionHead section={section} level="h2" whole onMove={onMove} />}
      <SectionHead section={section} level={part === undefined ? "h2" : "h3"} onMove={onMove} />
      <ul>
        {statements.map((statement) => (
          <StatementLine
            key={statement.id}
            statement={statement}
            numbers={numbers}
            isChosen={statement.id === chosen}
            isStale={stale.has(statement.id)}
            onChoose={onChoose}
            acts={acts}
            draft={draft?.of === statement.id ? draft : undefined}
          />
        ))}
      </ul>
      {draft?.kind === "add" && draft.of === section.id ? (
        <Editor draft={draft} label={`A sentence of yours in “${heading}”`} />
      ) : (
        onAdd && (
          <button type="button" className="plain add no-print" onClick={() => onAdd(section)}>
            Add a sentence<span className="unseen"> to {heading}</span>
          </button>
        )
      )}
      {figures.map((figure) => (
        <Picture key={figure.id} figure={figure} />
      ))}
    </section>
  );
}

/** A figure as the brief holds it: a picture with its words, on white, and its numbers below. */
function Picture({ figure: { caption, words, svg, table } }: { figure: BriefFigure }) {
  return (
    <figure className="picture">
      <figcaption>{caption}</figcaption>
      <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={words} />
      <DataTable table={{ caption, ...table }} />
    </figure>
  );
}
