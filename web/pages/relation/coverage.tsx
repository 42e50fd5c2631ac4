import type { DyadMeasures } from "../../../src/schema/index.ts";

/** What was read and what was not: beside every count. */
export function Coverage({ measures: { coverage, cooperation, counted } }: { measures: DyadMeasures }) {
  const [first, ...rest] = coverage;
  return (
    <div className="coverage muted">
      {counted.incidents > 0 && <p>{shareWords(cooperation)}</p>}
      {first && <p>{first}</p>}
      {rest.length > 0 && (
        <details>
          <summary>What else is to be known of what was read</summary>
          <ul>
            {rest.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function shareWords({ cooperative, conflictual, share, interval }: DyadMeasures["cooperation"]): string {
  const percent = (value: number) => Math.round(value * 100);
  const span = interval ? ` (90 % between ${percent(interval[0])} and ${percent(interval[1])} %)` : "";
  const part = share === undefined ? "" : `: ${percent(share)} % above${span}`;
  return `Of those that are dated and counted, ${cooperative} have a score above zero and ${conflictual} one below, any others zero${part}.`;
}
