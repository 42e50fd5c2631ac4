import { useState } from "react";
import type { Statement } from "../../../src/schema/index.ts";
import { EvidenceLink } from "../../parts/source.tsx";

const FIRST = 2;

/** A sentence of a brief beside the words it rests on, each with the number of its source. */
export function StatementLine({ statement, numbers }: { statement: Statement; numbers: ReadonlyMap<string, number> }) {
  const [all, setAll] = useState(false);
  const { sentence, evidence, measures } = statement;
  const rest = evidence.length - FIRST;
  return (
    <li className="statement">
      <p>{sentence}</p>
      <ul className="grounds">
        {(all ? evidence : evidence.slice(0, FIRST)).map(({ source, span, words }) => (
          <li key={`${source.document} ${span.join("-")}`}>
            <span className="note-sign">{numbers.get(source.document) ?? "–"}</span>
            <EvidenceLink source={source} spans={[span]} className="words">
              {words}
            </EvidenceLink>
          </li>
        ))}
        {measures.map(({ name, value }) => (
          <li key={name} className="muted">
            {name}: <span className="number">{value}</span>
          </li>
        ))}
        {!all && rest > 0 && (
          <li className="no-print">
            <button type="button" className="plain" onClick={() => setAll(true)}>
              {rest} more
            </button>
          </li>
        )}
      </ul>
    </li>
  );
}
