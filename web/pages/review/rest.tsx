import type { QueueItem } from "../../../src/schema/index.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { deedOf } from "../../parts/reviewed.tsx";
import { kindWords } from "../../parts/words.ts";
import { judgedCoding, keyOf, type useCourse } from "./course.ts";

interface Props {
  readonly items: readonly QueueItem[];
  readonly course: ReturnType<typeof useCourse>;
  /** Whether what others said is kept from view. */
  readonly blind: boolean;
  readonly onChoose: (at: number) => void;
  readonly onMore: () => void;
}

/** The reports at hand as lines, with what was done to each; and the next ones when all are judged. */
export function Rest({ items, course, blind, onChoose, onMore }: Props) {
  const left = items.some((item) => !course.judged.has(keyOf(item)));
  return (
    <nav className="review-rest" aria-label="Reports at hand">
      <ol>
        {items.map((item, at) => (
          <li key={keyOf(item)}>
            <button
              type="button"
              className={at === course.at ? "chosen" : undefined}
              aria-current={at === course.at ? "true" : undefined}
              onClick={() => onChoose(at)}
            >
              <Glyph type={judgedCoding(item, blind).report.type} />
              <span className="rest-words serif">{item.evidence[0].words}</span>
              <span className="rest-kind muted">
                {deedAt(item, course) ?? kindWords(judgedCoding(item, blind).report)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {!left && (
        <button type="button" className="main" onClick={onMore}>
          Get the next reports
        </button>
      )}
    </nav>
  );
}

function deedAt(item: QueueItem, { done }: Props["course"]): string | undefined {
  const last = done.findLast(({ key }) => key === keyOf(item));
  return last && `✓ you ${deedOf(last.review)}`;
}
