import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ApiError } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import { intervalWords } from "../../parts/dates.ts";

const SIGNS = { strengthened: "▲", steady: "▬", weakened: "▼", "not enough evidence": "" } as const;

/** About a screen further than is seen. */
const NEAR = "1000px";

const isUndated = (error: Error): boolean => error instanceof ApiError && error.code === "measure.undated";

/** The verdict on a pair in a word, asked for when its row comes near. */
export function DyadVerdict({ dyad: [a, b] }: { dyad: readonly [string, string] }) {
  const [seen, setSeen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (seen || !place.current) return;
    const observer = new IntersectionObserver(([entry]) => entry.isIntersecting && setSeen(true), { rootMargin: NEAR });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [seen]);
  const { data, error } = useQuery({ ...queries.verdict({ a, b }), enabled: seen });
  if (error) return isUndated(error) ? <span className="dyad-verdict muted">undated sources</span> : null;
  if (!data)
    return (
      <span ref={place} className="dyad-verdict muted">
        …
      </span>
    );
  const { verdict, window, baseline, probability } = data.verdict;
  const sure = probability === undefined ? "" : `; that the level rose: ${Math.round(probability * 100)} %`;
  return (
    <span
      className={`dyad-verdict ${verdict === "not enough evidence" ? "muted" : ""}`}
      title={`${intervalWords(window)}, held against ${intervalWords(baseline)}${sure}`}
    >
      {SIGNS[verdict] !== "" && <span aria-hidden="true">{SIGNS[verdict]} </span>}
      {verdict}
    </span>
  );
}
