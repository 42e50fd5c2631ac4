import type { ReadoutsView, SourceCard, StatementView } from "../../../src/schema/index.ts";
import { EvidenceLink } from "../../parts/source.tsx";

/** A point that both make; the words that only one uses for it stand below. */
export function SharedPoint({ point, view }: { point: ReadoutsView["shared"][number]; view: ReadoutsView }) {
  return (
    <div className={point.differentWords ? "point joined differently" : "point joined"}>
      <Said statement={point.first} source={view.first.source} own={point.onlyFirst} />
      <span className="join" role="img" aria-label={point.differentWords ? "in other words" : "in much the same words"}>
        {point.differentWords ? "≈" : "="}
      </span>
      <Said statement={point.second} source={view.second.source} own={point.onlySecond} />
    </div>
  );
}

/** What only one of the two says. */
export function Silence(props: { statement: StatementView; source: SourceCard; side: "first" | "second" }) {
  const { statement, source, side } = props;
  return (
    <div className={`point alone ${side}`}>
      <Said statement={statement} source={source} own={[]} />
      <p className="silent muted small">
        {side === "first" ? "The second does not say it." : "The first does not say it."}
      </p>
    </div>
  );
}

interface SaidProps {
  readonly statement: StatementView;
  readonly source: SourceCard;
  /** Content words that only this account uses. */
  readonly own: readonly string[];
}

function Said({ statement, source, own }: SaidProps) {
  return (
    <div className="said">
      <EvidenceLink source={source} spans={[statement.span]} className="words" step>
        {statement.text}
      </EvidenceLink>
      {own.length > 0 && <p className="muted small">Its own words: {own.join(", ")}</p>}
    </div>
  );
}
