import { diffWordsWithSpace } from "diff";
import { type ReactNode, useMemo } from "react";
import type { Document } from "../../../src/schema/index.ts";
import { dayWords } from "../../parts/dates.ts";
import { counted } from "../../parts/words.ts";

interface Props {
  readonly before: Document;
  readonly after: Document;
}

/** Pieces of both texts in their order, each with a place of its own. */
function partsOf(before: string, after: string) {
  let at = 0;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    at += value.length;
    return { at: `${at} ${added ? "in" : removed ? "out" : ""}`, value, added, removed };
  });
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Two texts side by side: what fell away is struck through on the left, what came in is underlined on the right. */
export function Differences({ before, after }: Props) {
  const parts = useMemo(() => partsOf(before.text, after.text), [before.text, after.text]);
  const count = (of: "added" | "removed") => parts.reduce((sum, part) => sum + (part[of] ? wordsIn(part.value) : 0), 0);
  const [gone, come] = [count("removed"), count("added")];
  return (
    <div className="text-differences">
      <p role="status">
        {gone + come === 0
          ? "No word differs."
          : `${counted(gone, "word")} fell away, ${counted(come, "word")} came in.`}
      </p>
      <div className="columns-of-two">
        <Side title={headOf(before)}>
          {parts.map(({ at, value, added, removed }) =>
            added ? null : removed ? <del key={at}>{value}</del> : <span key={at}>{value}</span>,
          )}
        </Side>
        <Side title={headOf(after)}>
          {parts.map(({ at, value, added, removed }) =>
            removed ? null : added ? <ins key={at}>{value}</ins> : <span key={at}>{value}</span>,
          )}
        </Side>
      </div>
    </div>
  );
}

const headOf = ({ published, title }: Document): string =>
  [published && dayWords(published), title].filter(Boolean).join(", ") || "Undated";

const Side = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h3>{title}</h3>
    <p className="serif compared-text">{children}</p>
  </section>
);
