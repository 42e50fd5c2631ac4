import type { Explanation } from "../../../src/coding/index.ts";
import { counted } from "../../parts/words.ts";
import { Tree } from "./tree.tsx";

type Sentence = Explanation["sentences"][number];

/** How each sentence was read: its tree, its names, the rules that were tried and what became of them. */
export function Sentences({ sentences }: Pick<Explanation, "sentences">) {
  return (
    <section className="sentences">
      <h2>How it was read</h2>
      {sentences.map((sentence) => (
        <details key={sentence.span.join()} open={sentences.length === 1}>
          <summary>
            <span className="serif">{sentence.text}</span>{" "}
            <span className="muted small">
              {sentence.reports.length > 0 ? counted(sentence.reports.length, "report") : "no report"}
            </span>
          </summary>
          <Tree tokens={sentence.tokens} />
          <Names sentence={sentence} />
          <Candidates sentence={sentence} />
        </details>
      ))}
    </section>
  );
}

function Names({ sentence: { mentions } }: { sentence: Sentence }) {
  if (mentions.length === 0) return <p className="muted">No name was found.</p>;
  return (
    <ul className="names">
      {mentions.map(({ text, kind, is }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name may stand twice in a sentence that never reorders
        <li key={`${at} ${text}`}>
          <span className="serif">{text}</span>{" "}
          <span className="muted small">{[kind, is].filter(Boolean).join(": ")}</span>
        </li>
      ))}
    </ul>
  );
}

function Candidates({ sentence: { candidates, tried } }: { sentence: Sentence }) {
  const unmet = tried.filter(({ met }) => !met);
  return (
    <>
      {candidates.length > 0 && (
        <ul className="candidates">
          {candidates.map((candidate, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one rule may fire twice in a sentence that never reorders
            <li key={`${at} ${candidate.rule}`}>
              <code>{candidate.rule}</code> at “<span className="serif">{candidate.words}</span>”:{" "}
              {meaningOf(candidate)}
              {candidate.rejected && <span className="rejected">not reported: {candidate.rejected}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="muted small">
        {tried.length === 0
          ? "No rule has a word in this sentence."
          : `${counted(tried.length, "rule")} tried${unmet.length > 0 ? `; pattern not met: ${namesOf(unmet)}` : ""}.`}
      </p>
    </>
  );
}

const namesOf = (trials: Sentence["tried"]): string => [...new Set(trials.map(({ rule }) => rule))].join(", ");

function meaningOf({
  type,
  mode,
  status,
  actors,
  recipients,
  operators,
  correction,
}: Sentence["candidates"][number]): string {
  const who = [actors.join(" and ") || "nobody named", recipients.join(" and ")].filter(Boolean).join(" → ");
  const how = [...operators, correction].filter(Boolean);
  return [`${type}${mode ? `/${mode}` : ""}`, who, status, ...how].join(", ");
}
