import type { ReactNode } from "react";
import { type CodedAs, type Coding as CodingOf, codedAs } from "../../src/schema/index.ts";
import { intervalWords } from "./dates.ts";
import { Glyph } from "./glyph.tsx";
import { Parties, States } from "./state.tsx";
import { kindWords, STATUS_WORDS } from "./words.ts";

type Show = (coded: CodedAs) => ReactNode;

/** Each point of a coding, and the fields it rests on. */
const POINTS: readonly (readonly [name: string, fields: readonly (keyof CodedAs)[], show: Show])[] = [
  [
    "Kind",
    ["type", "mode"],
    (coded) => (
      <>
        <Glyph type={coded.type} /> {kindWords(coded)} <span className="code">{coded.type}</span>
      </>
    ),
  ],
  ["Parties", ["actors", "recipients"], (coded) => <Parties {...coded} />],
  [
    "Against",
    ["directedAgainst"],
    ({ directedAgainst }) => (directedAgainst.length > 0 ? <States codes={directedAgainst} /> : undefined),
  ],
  ["Status", ["status"], ({ status }) => STATUS_WORDS[status]],
  ["When", ["date"], ({ date }) => date && intervalWords(date)],
  ["Where", ["place"], ({ place }) => place],
  ["Domain", ["domain"], ({ domain }) => domain],
  ["Contexts", ["contexts"], ({ contexts }) => contexts.join(", ").replaceAll("_", " ") || undefined],
];

const NOT_SAID = <span className="muted">not said</span>;

/** A coding, point by point; where people changed what the coder made of it, both. */
export function Coding({ coding, machine }: { coding: CodingOf; machine?: CodingOf | undefined }) {
  const now = codedAs(coding);
  const before = machine && codedAs(machine);
  return (
    <dl className="coding">
      {POINTS.map(([name, fields, show]) => {
        const changed = before && fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]));
        return (
          <div key={name} className={changed ? "changed" : undefined}>
            <dt>{name}</dt>
            <dd>
              {show(now) ?? NOT_SAID}
              {changed && (
                <span className="coders">
                  <span className="unseen">the coder: </span>
                  <del>{show(before) ?? "not said"}</del>
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
