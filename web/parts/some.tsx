import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed: then it holds everything. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

/** The first of a long list, `step` more on demand, and the button that shows them; on paper stand all. */
export function useSome<T>(all: readonly T[], step: number): [shown: readonly T[], more: ReactNode] {
  const [count, setCount] = useState(step);
  const printing = usePrinting();
  const rest = all.length - count;
  if (printing || rest <= 0) return [all, null];
  const more = (
    <button type="button" className="more" onClick={() => setCount(count + step)}>
      Show {Math.min(step, rest).toLocaleString("en")} more of {rest.toLocaleString("en")}
    </button>
  );
  return [all.slice(0, count), more];
}

/**
 * One part of a long list, and the way to the parts before and behind it: the part that holds `at` until another is
 * turned to. On paper stand all.
 */
export function usePart<T>(all: readonly T[], size: number, at = 0): [shown: readonly T[], turn: ReactNode] {
  const [turned, setTurned] = useState<{ at: number; page: number }>();
  const printing = usePrinting();
  if (printing || all.length <= size) return [all, null];
  const page = turned?.at === at ? turned.page : Math.floor(at / size);
  const [from, to] = [page * size, Math.min((page + 1) * size, all.length)];
  const turn = (
    <div className="pages">
      <button type="button" disabled={page === 0} onClick={() => setTurned({ at, page: page - 1 })}>
        Before
      </button>
      <span className="muted number">
        {(from + 1).toLocaleString("en")} to {to.toLocaleString("en")} of {all.length.toLocaleString("en")}
      </span>
      <button type="button" disabled={to === all.length} onClick={() => setTurned({ at, page: page + 1 })}>
        Next
      </button>
    </div>
  );
  return [all.slice(from, to), turn];
}
