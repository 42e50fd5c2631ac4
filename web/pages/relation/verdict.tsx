import { Link } from "@tanstack/react-router";
import type { DyadMeasures, IncidentSummary, VerdictView } from "../../../src/schema/index.ts";
import { intervalWords } from "../../parts/dates.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { reasonWords } from "../../parts/reasons.ts";
import { Words } from "../../parts/source.tsx";
import { Term } from "../../parts/term.tsx";
import { kindWords, signed } from "../../parts/words.ts";

const WORDS = {
  strengthened: "It strengthened",
  steady: "It held steady",
  weakened: "It weakened",
  "not enough evidence": "Not enough evidence to say",
} as const;

const FIRST = 6;

/** Strengthened, steady, weakened or not enough evidence: with its probability, its span and its reasons. */
export function Verdict({ measures: { verdict, told }, halves }: { measures: DyadMeasures; halves: boolean }) {
  const known = new Map(told.map((incident) => [incident.id, incident]));
  const reasons = verdict.reasons.filter(({ id }) => known.has(id)).slice(0, FIRST);
  return (
    <div className="verdict">
      <p className="verdict-words">
        <Term name="verdict">{WORDS[verdict.verdict]}</Term>
      </p>
      <p>{basisOf(verdict)}</p>
      <p className="muted">{comparedOf(verdict, halves)}</p>
      {reasons.length > 0 && (
        <>
          <h3>What moved it most</h3>
          <ol className="reasons">
            {reasons.map(({ id, effect, in: part }) => (
              <li key={id}>
                <Reason incident={known.get(id)} effect={effect} part={part} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** What is held against what; without a period, why those two. */
function comparedOf({ window, baseline }: VerdictView, halves: boolean): string {
  if (halves)
    return `No period is chosen, so the later half of what was read (${intervalWords(window)}) is held against the earlier half (${intervalWords(baseline)}).`;
  return `${intervalWords(window)}, held against ${intervalWords(baseline)}.`;
}

function basisOf({ reason, probability, word, effect, interval }: VerdictView): string {
  if (probability === undefined) return reasonWords(reason);
  const size = effect === undefined ? "" : ` The difference is ${signed(effect)}`;
  const span = interval ? ` (90 % between ${signed(interval[0])} and ${signed(interval[1])})` : "";
  const unit = size && " net score per 100 source families.";
  return `That the level rose is ${word ?? "judged"} (${Math.round(probability * 100)} %).${size}${span}${unit}`;
}

type ReasonProps = { incident?: IncidentSummary; effect: number; part: "window" | "baseline" };

function Reason({ incident, effect, part }: ReasonProps) {
  if (incident === undefined) return null;
  return (
    <>
      <span className="number effect">{signed(effect)}</span> <Glyph type={incident.type} />{" "}
      <Link to="/incidents/$id" params={{ id: incident.id }}>
        {kindWords(incident)}
      </Link>{" "}
      <span className="muted">
        {incident.date && intervalWords(incident.date)}
        {part === "baseline" && ", before"}
      </span>{" "}
      <Words evidence={incident.evidence} />
    </>
  );
}
