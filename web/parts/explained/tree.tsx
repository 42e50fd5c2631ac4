import { Scroll } from "../scroll.tsx";

/** A word with its head, counted from 1 within the sentence, 0 for the root. */
export interface TreeToken {
  readonly form: string;
  readonly upos: string;
  readonly head: number;
  readonly relation: string;
}

const LETTER = 7.4;
const GAP = 14;
const LEVEL = 17;
const FOOT = 38;

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly level: number;
}

/** Each arc one level above the highest it spans, shortest first. */
function arcsOf(tokens: readonly TreeToken[]): Arc[] {
  const spans = tokens
    .map(({ head, relation }, at) => ({ from: head - 1, to: at, label: relation }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  const heights = new Array<number>(tokens.length).fill(0);
  return spans.map((span) => {
    const [low, high] = [Math.min(span.from, span.to), Math.max(span.from, span.to)];
    const level = Math.max(...heights.slice(low, high)) + 1;
    heights.fill(level, low, high);
    return { ...span, level };
  });
}

/** Where the middle of each word stands, and the width of all. */
function layout(tokens: readonly TreeToken[]): { middles: number[]; width: number } {
  let x = GAP;
  const middles = tokens.map(({ form, upos, relation }) => {
    const wide = Math.max(form.length, upos.length, relation.length * 0.8) * LETTER + GAP;
    x += wide;
    return x - wide / 2;
  });
  return { middles, width: x + GAP };
}

/** The sentence's Universal Dependencies: an arc leads from each head to what depends on it. */
export function Tree({ tokens }: { tokens: readonly TreeToken[] }) {
  const arcs = arcsOf(tokens);
  const { middles, width } = layout(tokens);
  const base = (Math.max(0, ...arcs.map(({ level }) => level)) + 1) * LEVEL;
  return (
    <Scroll label="Tree of the sentence">
      <svg className="tree" width={width} height={base + FOOT} role="img" aria-label={inWords(tokens)}>
        {arcs.map((arc) => (
          <ArcPath key={arc.to} arc={arc} middles={middles} base={base} />
        ))}
        {tokens.map((token, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the sentence
          <g key={at} transform={`translate(${middles[at]},${base})`}>
            <text y="16" className="form">
              {token.form}
            </text>
            <text y="31" className="tag">
              {token.upos}
            </text>
          </g>
        ))}
      </svg>
    </Scroll>
  );
}

function ArcPath({ arc, middles, base }: { arc: Arc; middles: readonly number[]; base: number }) {
  const aside = arc.from < arc.to ? 4 : -4;
  const [from, to] = [middles[arc.from] + aside, middles[arc.to] - aside / 2];
  const top = base - arc.level * LEVEL;
  const corner = Math.sign(to - from) * Math.min(8, Math.abs(to - from) / 2);
  return (
    <g>
      <path d={`M${from},${base}V${top + 8}q0,-8 ${corner},-8H${to - corner}q${corner},0 ${corner},8V${base - 4}`} />
      <path className="head" d={`M${to - 3},${base - 6}l3,5l3,-5z`} />
      <text x={(from + to) / 2} y={top - 2} className="relation">
        {arc.label}
      </text>
    </g>
  );
}

const inWords = (tokens: readonly TreeToken[]): string =>
  tokens
    .map(({ form, head, relation }) => `${form}: ${head === 0 ? "root" : `${relation} of ${tokens[head - 1].form}`}`)
    .join("; ");
