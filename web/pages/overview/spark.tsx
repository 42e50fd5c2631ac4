import type { DyadCount } from "../../../src/schema/index.ts";
import { signed } from "../../parts/words.ts";

const QUARTERS = 12;
const STEP = 6;
const HEIGHT = 22;

const numberOf = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;

const nameOf = (at: number): string => `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;

/** The newest twelve quarters before and with this one. */
export const quartersTo = (last: string): string[] => {
  const end = numberOf(last);
  return Array.from({ length: QUARTERS }, (_, at) => nameOf(end - QUARTERS + 1 + at));
};

interface SparkProps {
  readonly trend: DyadCount["trend"];
  readonly quarters: readonly string[];
}

/** Net score by quarter: cooperation full above the line, conflict below it in outline. */
export function Spark({ trend, quarters }: SparkProps) {
  const nets = new Map(trend.map(({ quarter, net }) => [quarter, net]));
  const most = Math.max(1, ...trend.map(({ net }) => Math.abs(net)));
  const middle = HEIGHT / 2;
  const told = trend.map(({ quarter, net }) => `${quarter} ${signed(net)}`).join(", ");
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${QUARTERS * STEP} ${HEIGHT}`}
      width={QUARTERS * STEP}
      height={HEIGHT}
      role="img"
      aria-label={told === "" ? "Nothing in the last twelve quarters" : `Net score by quarter: ${told}`}
    >
      <line x1="0" x2={QUARTERS * STEP} y1={middle} y2={middle} />
      {quarters.map((quarter, at) => {
        const net = nets.get(quarter) ?? 0;
        if (net === 0) return null;
        const size = Math.max(1.5, (Math.abs(net) / most) * (middle - 1));
        const conflict = net < 0;
        const inset = conflict ? 0.5 : 0;
        return (
          <rect
            key={quarter}
            className={conflict ? "conflict" : "cooperation"}
            x={at * STEP + 0.75 + inset}
            y={conflict ? middle + inset : middle - size}
            width={STEP - 1.5 - 2 * inset}
            height={Math.max(1, size - inset)}
          />
        );
      })}
    </svg>
  );
}
