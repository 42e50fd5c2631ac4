import { signed } from "./words.ts";

/** A score with its sign; the colour only repeats it. */
export function Score({ value }: { value: number }) {
  const side = value > 0 ? "cooperation" : value < 0 ? "conflict" : "neutral";
  return <span className={`score number ${side}`}>{signed(value)}</span>;
}

/** A confidence from 0 to 1 as a percentage. */
export const Confidence = ({ value }: { value: number }) => (
  <span className="number">{Math.round(value * 100)}&#8239;%</span>
);
