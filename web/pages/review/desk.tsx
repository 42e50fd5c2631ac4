import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { QueueItem, QueuePart, ReviewAct } from "../../../src/schema/index.ts";
import { ApiError } from "../../api/client.ts";
import { useReview, useUndo } from "../../api/reviews.ts";
import { deedOf } from "../../parts/reviewed.tsx";
import { useReviewer } from "../../parts/reviewer.tsx";
import { atOf } from "../../parts/source.tsx";
import { keyOf, useCourse } from "./course.ts";
import { Item } from "./item.tsx";
import { REVIEW_KEYS, useReviewKeys } from "./keys.ts";
import { Rest } from "./rest.tsx";
import type { Said } from "./said.ts";

interface Props {
  readonly items: readonly QueueItem[];
  readonly part: QueuePart;
  readonly onName: () => void;
  readonly onMore: () => void;
}

type Mode = "look" | "correct" | "comment";

/** Of an act on an item: which judgement was seen, or that the others' were not looked at. */
function manner({ review }: QueueItem, part: QueuePart, second: boolean) {
  if (part === "second") return { second: true, blind: true };
  const seen = review?.history.findLast(({ kind, undone }) => kind !== "comment" && !undone)?.id;
  return { ...(seen !== undefined && { seen }), ...(second && { second }) };
}

/** Reports one by one, with all that is done to them. */
export function Desk({ items, part, onName, onMore }: Props) {
  const course = useCourse(items);
  const { item } = course;
  const [mode, setMode] = useState<Mode>("look");
  const [help, setHelp] = useState(false);
  const [told, setTold] = useState<string>();
  const [taken, setTaken] = useState<Said>();
  const reviewer = useReviewer();
  const review = useReview();
  const undo = useUndo();
  const navigate = useNavigate();

  const leave = () => {
    setMode("look");
    setTaken(undefined);
    review.reset();
  };
  const busy = review.isPending || undo.isPending;
  /** Nothing but the answer moves a reviewer on while something is being said. */
  const whenFree = (move: () => void) => () => {
    if (busy) return;
    leave();
    setTold(undefined);
    move();
  };
  const act = (said: Said, second = false) => {
    if (!item || busy) return;
    if (reviewer === "") {
      setTold("Say who reviews first: type your name, then Enter.");
      onName();
      return;
    }
    const on = { document: item.source.document, report: item.report.id, reviewer };
    const whole = { ...said, ...on, ...(said.kind === "comment" ? {} : manner(item, part, second)) } as ReviewAct;
    review.mutate(whole, {
      onSuccess: (result) => {
        leave();
        setTold(`You ${deedOf(result.review)}.`);
        course.note(item, result.review);
      },
      onError: (error) => setTaken(error instanceof ApiError && error.code === "review.taken" ? said : undefined),
    });
  };
  const takeBack = () => {
    if (busy) return;
    const last = course.done.at(-1);
    if (!last) {
      setTold("There is nothing of yours to take back here.");
      return;
    }
    undo.mutate(
      { id: last.review.id, reviewer },
      {
        onSuccess: () => {
          leave();
          setTold(`Taken back: you ${deedOf(last.review)}.`);
          course.takeBack(last);
        },
      },
    );
  };
  const open = () => {
    if (!item) return;
    void navigate({
      to: "/documents/$id",
      params: { id: item.source.document },
      search: { at: atOf(item.report.evidence) },
    });
  };
  useReviewKeys({
    j: whenFree(() => course.step(1)),
    k: whenFree(() => course.step(-1)),
    a: () => act({ kind: "accept" }),
    r: () => act({ kind: "reject" }),
    e: whenFree(() => setMode("correct")),
    c: whenFree(() => setMode("comment")),
    u: takeBack,
    s: () => taken && act(taken, true),
    o: open,
    "?": () => setHelp(!help),
  });
  if (!item) return null;
  const left = items.filter((one) => !course.judged.has(keyOf(one))).length;
  return (
    <div className="review-desk">
      <Keys open={help} onToggle={() => setHelp(!help)} />
      <Item
        key={keyOf(item)}
        item={item}
        blind={part === "second"}
        done={course.done.filter(({ key }) => key === keyOf(item)).map((one) => one.review)}
        mode={mode}
        busy={busy}
        error={review.error ?? undo.error}
        taken={taken !== undefined}
        place={{ at: course.at + 1, of: items.length, left }}
        onMode={setMode}
        onAct={act}
        onSecond={() => taken && act(taken, true)}
        onStep={(by) => whenFree(() => course.step(by))()}
        onUndo={takeBack}
        {...(reviewer !== "" && {
          onTakeBack: (id: string) => undo.mutate({ id, reviewer }, { onSuccess: onMore }),
        })}
      />
      <p className="review-told" role="status">
        {told}
      </p>
      <Rest
        items={items}
        course={course}
        blind={part === "second"}
        onChoose={(at) => whenFree(() => course.setAt(at))()}
        onMore={onMore}
      />
    </div>
  );
}

function Keys({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  return (
    <section className="review-keys">
      <button type="button" className="plain" aria-expanded={open} onClick={onToggle}>
        Keys <kbd>?</kbd>
      </button>
      {open && (
        <dl className="key-list">
          {REVIEW_KEYS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
