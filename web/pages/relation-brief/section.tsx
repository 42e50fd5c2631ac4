import type { BriefFigure, BriefSection, Statement } from "../../../src/schema/index.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { StatementLine } from "./statement.tsx";

interface Props {
  readonly section: BriefSection;
  /** Whether it opens a part, whose name then stands over it. */
  readonly opensPart: boolean;
  /** The number of each source, by its document. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A section of a brief: its figures, then its sentences. */
export function Section({ section: { part, heading, statements, figures = [] }, opensPart, numbers }: Props) {
  const Heading = part === undefined ? "h2" : "h3";
  return (
    <section>
      {opensPart && <h2>{part}</h2>}
      <Heading>{heading}</Heading>
      {figures.map((figure) => (
        <Picture key={figure.id} figure={figure} />
      ))}
      <ul>
        {statements.map((statement) => (
          <StatementLine key={keyOf(statement)} statement={statement} numbers={numbers} />
        ))}
      </ul>
    </section>
  );
}

/** Two events of one kind on one day may be told in the same words. */
const keyOf = ({ id, sentence, evidence: [first] }: Statement): string =>
  `${id} ${sentence} ${first?.source.document} ${first?.span.join("-")}`;

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
