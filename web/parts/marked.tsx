import type { Span } from "../../src/schema/index.ts";

/** Words with some of them marked; `marks` are spans of the words, in order and apart. */
export function Marked({ words, marks }: { words: string; marks: readonly Span[] }) {
  const ends = [0, ...marks.map(([, stop]) => stop)];
  return (
    <>
      {marks.map(([start, stop], at) => (
        <span key={start}>
          {words.slice(ends[at], start)}
          <mark>{words.slice(start, stop)}</mark>
        </span>
      ))}
      {words.slice(ends[ends.length - 1])}
    </>
  );
}
