import { useEffect, useState } from "react";

/** `45 s`, `12 min`, `3 h 20 min`, `2 days`. */
export function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(0, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 36) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.round(hours / 24)} days`;
}

/** `3 min ago`, `in 12 min`, `just now`, as seen from `now` (milliseconds). */
export function fromNow(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  if (Math.abs(seconds) < 10) return seconds <= 0 ? "just now" : "in a moment";
  return seconds < 0 ? `${durationWords(-seconds)} ago` : `in ${durationWords(seconds)}`;
}

/** The same of what has been: where our `now` is a little old, it is just now. */
export const agoWords = (instant: string, now: number): string => fromNow(instant, Math.max(now, Date.parse(instant)));

/** The time, told anew so often (milliseconds). */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
