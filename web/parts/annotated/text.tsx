import { type CSSProperties, memo, useCallback, useEffect, useMemo, useRef } from "react";
import type { Reading, Span } from "../../../src/schema/index.ts";
import { atOf } from "../source.tsx";
import { isConflict } from "../words.ts";
import { type Segment, sameSegment, segmentsOf } from "./segments.ts";
import type { signsOf } from "./signs.ts";

export interface Layers {
  readonly reports: boolean;
  readonly quotations: boolean;
  readonly names: boolean;
}

interface TextProps {
  readonly text: string;
  readonly reading: Reading;
  readonly signs: ReturnType<typeof signsOf>;
  readonly layers: Layers;
  readonly asked: readonly Span[];
  readonly onSelect: (spans: readonly Span[]) => void;
}

/** The text as published, with everything that was coded marked in it. */
export function AnnotatedText({ text, reading, signs, layers, asked, onSelect }: TextProps) {
  const segments = useMemo(() => {
    const marks = {
      reports: layers.reports ? reading.reports : [],
      quotations: layers.quotations ? reading.quotations : [],
      mentions: layers.names ? reading.mentions : [],
    };
    return segmentsOf(text, marks, asked);
  }, [text, reading, layers, asked]);
  const box = useScrollToAsked(asked);
  const select = useRef(onSelect);
  select.current = onSelect;
  const onSign = useCallback((spans: readonly Span[]) => select.current(spans), []);
  return (
    <div className="document-text" ref={box}>
      {segments.map((segment) => (
        <SegmentText key={segment.start} segment={segment} signs={signs} onSelect={onSign} />
      ))}
    </div>
  );
}

/** Brings the first of the words asked for into view. */
function useScrollToAsked(asked: readonly Span[]) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked.length === 0) return;
    const frame = requestAnimationFrame(() =>
      box.current?.querySelector("mark")?.scrollIntoView({ block: "center", behavior: "instant" }),
    );
    return () => cancelAnimationFrame(frame);
  }, [asked]);
  return box;
}

type SegmentProps = { segment: Segment } & Pick<TextProps, "signs" | "onSelect">;

/** A long text has thousands; only those that look different are drawn again. */
const SegmentText = memo(
  SegmentWords,
  (one, other) => one.signs === other.signs && sameSegment(one.segment, other.segment),
);

function SegmentWords({ segment, signs, onSelect }: SegmentProps) {
  const Tag = segment.asked ? "mark" : "span";
  const { mention } = segment;
  return (
    <>
      <Tag
        className={classesOf(segment)}
        style={underlines(segment)}
        title={mention && [mention.name, mention.actor?.country, mention.actor?.role].filter(Boolean).join(", ")}
      >
        {segment.text}
      </Tag>
      {segment.closes.map((id) => (
        <Sign key={id} id={id} signs={signs} onSelect={onSelect} />
      ))}
    </>
  );
}

function Sign({ id, signs, onSelect }: { id: string } & Pick<TextProps, "signs" | "onSelect">) {
  const found = signs.get(id);
  if (found === undefined) return null;
  const what = /^\d/.test(found.sign) ? "Report" : "Quotation";
  return (
    <a
      href={`?at=${atOf(found.spans)}`}
      className="sign"
      data-sign={found.sign}
      onClick={(event) => {
        event.preventDefault();
        onSelect(found.spans);
      }}
    >
      <span role="img" aria-label={`${what} ${found.sign}`} />
    </a>
  );
}

const classesOf = ({ reports, quotations, mention }: Segment): string | undefined =>
  [reports.length > 0 && "reported", quotations.length > 0 && "quoted", mention && "named"].filter(Boolean).join(" ") ||
  undefined;

/** One line under the words for each report over them; a conflict's is broken, so that it shows without colour. */
function underlines({ reports }: Segment): CSSProperties | undefined {
  if (reports.length === 0) return undefined;
  const line = (type: Segment["reports"][number]["type"]) =>
    isConflict(type)
      ? "repeating-linear-gradient(90deg, var(--conflict) 0 6px, transparent 6px 9px)"
      : "linear-gradient(var(--cooperation), var(--cooperation))";
  return {
    backgroundImage: reports.map(({ type }) => line(type)).join(", "),
    backgroundPosition: reports.map(({ lane }) => `0 calc(100% - ${Math.min(lane, 3) * 4}px)`).join(", "),
    backgroundSize: reports.map(() => "100% 2px").join(", "),
    backgroundRepeat: "repeat-x",
  };
}
