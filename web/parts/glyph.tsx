import { type EventType, QUAD_OF } from "../../src/schema/index.ts";
import { QUAD_WORDS } from "./words.ts";

const SHAPES = {
  1: <circle cx="7" cy="7" r="4.75" className="outline" />,
  2: <circle cx="7" cy="7" r="5.5" className="fill" />,
  3: <path d="M7 1.4 12.6 7 7 12.6 1.4 7z" className="outline" />,
  4: <path d="M7 .6 13.4 7 7 13.4 .6 7z" className="fill" />,
} as const;

export type Quad = keyof typeof SHAPES;

/** The sign of a quad class: round for cooperation, angular for conflict; words outline, deeds fill. */
export function QuadGlyph({ quad, quiet = false }: { quad: Quad; quiet?: boolean }) {
  return (
    <span className={`glyph ${quad > 2 ? "conflict" : "cooperation"}`} title={quiet ? undefined : QUAD_WORDS[quad]}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        {SHAPES[quad]}
      </svg>
      {!quiet && <span className="unseen">{QUAD_WORDS[quad]}</span>}
    </span>
  );
}

export const Glyph = ({ type }: { type: EventType }) => <QuadGlyph quad={QUAD_OF[type]} />;

/** What the four signs mean, in one line. */
export function GlyphKey() {
  return (
    <ul className="glyph-key" aria-label="Signs">
      {([1, 2, 3, 4] as const).map((quad) => (
        <li key={quad}>
          <QuadGlyph quad={quad} quiet /> {QUAD_WORDS[quad]}
        </li>
      ))}
    </ul>
  );
}
