import { useEffect, useRef, useState } from "react";
import type { Span } from "../../../src/schema/index.ts";
import { Confidence } from "../score.tsx";
import { usePart } from "../some.tsx";
import { Term } from "../term.tsx";
import { counted } from "../words.ts";
import { Tree, type TreeToken } from "./tree.tsx";

/** How one sentence was coded, as the coder in the page or the service tells it. */
export interface Explained {
  readonly span: Readonly<Span>;
  readonly tokens: readonly TreeToken[];
  readonly mentions: readonly { readonly text: string; readonly kind: string; readonly is: string }[];
  readonly candidates: readonly Candidate[];
  readonly reports: readonly string[];
  /** The rules that have a word in the sentence; not everybody tells. */
  readonly tried?: readonly { readonly rule: string; readonly met: boolean }[];
}

interface Candidate {
  readonly rule: string;
  readonly words: string;
  readonly type: string;
  readonly mode?: string;
  readonly status: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly operators: readonly string[];
  readonly correction?: string;
  readonly rejected?: string;
  readonly confidence?: { readonly value: number };
}

/** Sentences that are listed at once. */
const AT_ONCE = 60;

interface SentencesProps {
  readonly text: string;
  readonly sentences: readonly Explained[];
  /** The report whose sentence is opened and brought into view. */
  readonly why?: string;
}

/** How each sentence was read: its tree, its names, the rules that found their pattern and what became of them. */
export function Sentences({ text, sentences, why }: SentencesProps) {
  const asked = sentences.findIndex(({ reports }) => why !== undefined && reports.includes(why));
  const [shown, turn] = usePart(sentences, AT_ONCE, Math.max(0, asked));
  return (
    <div className="sentences">
      {turn}
      {shown.map((sentence) => (
        <Sentence
          key={sentence.span.join()}
          words={text.slice(...sentence.span)}
          sentence={sentence}
          open={sentences.length === 1 || (why !== undefined && sentence.reports.includes(why))}
        />
      ))}
    </div>
  );
}

function Sentence({ words, sentence, open }: { words: string; sentence: Explained; open: boolean }) {
  const box = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(open);
  useEffect(() => {
    if (!open || box.current === null) return;
    box.current.open = true;
    box.current.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <details ref={box} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        <span className="serif">{words}</span>{" "}
        <span className="muted small">
          {sentence.reports.length > 0 ? counted(sentence.reports.length, "report") : "no report"}
        </span>
      </summary>
      {opened && (
        <>
          <Tree tokens={sentence.tokens} />
          <Names mentions={sentence.mentions} />
          <Candidates candidates={sentence.candidates} />
          {sentence.tried && <Tried tried={sentence.tried} />}
        </>
      )}
    </details>
  );
}

function Names({ mentions }: Pick<Explained, "mentions">) {
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

function Candidates({ candidates }: Pick<Explained, "candidates">) {
  if (candidates.length === 0) return <p className="muted">No rule found its pattern here.</p>;
  return (
    <ul className="candidates">
      {candidates.map((candidate, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rule may fire twice in a sentence that never reorders
        <li key={`${at} ${candidate.rule}`}>
          <code>{candidate.rule}</code> at “<span className="serif">{candidate.words}</span>”: {meaningOf(candidate)}
          {candidate.rejected && <span className="rejected">not reported: {candidate.rejected}</span>}
          {candidate.confidence && (
            <>
              , <Term name="confidence" /> <Confidence value={candidate.confidence.value} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Tried({ tried }: Required<Pick<Explained, "tried">>) {
  const unmet = [...new Set(tried.filter(({ met }) => !met).map(({ rule }) => rule))];
  return (
    <p className="muted small">
      {tried.length === 0
        ? "No rule has a word in this sentence."
        : `${counted(tried.length, "rule")} tried${unmet.length > 0 ? `; pattern not met: ${unmet.join(", ")}` : ""}.`}
    </p>
  );
}

function meaningOf({ type, mode, status, actors, recipients, operators, correction }: Candidate): string {
  const who = [actors.join(" and ") || "nobody named", recipients.join(" and ")].filter(Boolean).join(" → ");
  const how = [...operators, correction].filter(Boolean);
  return [`${type}${mode ? `/${mode}` : ""}`, who, status, ...how].join(", ");
}
