import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Statement } from "../../../src/schema/index.ts";
import { EvidenceLink } from "../../parts/source.tsx";

const FIRST = 2;

/** A sentence of a brief beside the words it rests on, each with the number of its source. */
export function StatementLine({ statement, numbers }: { statement: Statement; numbers: ReadonlyMap<string, number> }) {
  const [all, setAll] = useState(false);
  const { sentence, evidence, measures, note, incidents = [] } = statement;
  const rest = evidence.length - FIRST;
  return (
    <li className="statement">
      <div>
        <p>{sentence}</p>
        {note && <p className="muted">{note}</p>}
        {incidents.length === 1 && (
          <Link to="/incidents/$id" params={{ id: incidents[0] }} className="small no-print">
            The incident
          </Link>
        )}
      </div>
      <ul className="grounds">
        {(all ? evidence : evidence.slice(0, FIRST)).map(({ source, span, words }) => (
          <li key={`${source.document} ${span.join("-")}`}>
            <span className="note-sign">{numbers.get(source.document) ?? "–"}</span>
            <EvidenceLink source={source} spans={[span]} className="words">
              {words}
            </EvidenceLink>
          </li>
        ))}
        {!all && rest > 0 && (
          <li className="no-print">
            <button type="button" className="plain" onClick={() => setAll(true)}>
              {rest} more
            </button>
          </li>
        )}
        {measures.length > 0 && (
          <li className="facts-cited">
            <dl>
              {[...Map.groupBy(measures, ({ name }) => name)].map(([name, values]) => (
                <div key={name}>
                  <dt>{name}</dt>{" "}
                  <dd className="number">{[...new Set(values.map(({ value }) => value))].join(", ")}</dd>
                </div>
              ))}
            </dl>
          </li>
        )}
      </ul>
    </li>
  );
}
