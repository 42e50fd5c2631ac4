import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useState } from "react";
import type { DateInterval } from "../../../src/schema/index.ts";
import { type Step, stepsOf } from "./steps.ts";

const route = getRouteApi("/blocs");
const PAUSE = 1_600;

interface SliderProps {
  /** All that was read. */
  readonly whole: DateInterval;
  /** Whether the period asked for is shown. */
  readonly ready: boolean;
}

/** Moves a year or a quarter through all that was read: by hand, by the arrow keys, or by itself. */
export function Slider({ whole, ready }: SliderProps) {
  const { from, to, by, rule } = route.useSearch();
  const navigate = useNavigate({ from: "/blocs" });
  const steps = stepsOf(whole, by ?? "year");
  const at = steps.findIndex((step) => step.from === from && step.to === to);
  const go = (step: Step) =>
    void navigate({ search: { from: step.from, to: step.to, by, rule }, resetScroll: false, replace: at >= 0 });
  const [playing, setPlaying] = usePlaying(ready, () => go(steps[(at + 1) % steps.length]));
  const id = useId();
  return (
    <div className="slider">
      <ul className="chips" aria-label="Period">
        <Chip label="All" search={{ rule }} chosen={from === undefined && to === undefined} />
        <Chip
          label="by year"
          search={{ ...stepped(steps, whole, "year"), rule }}
          chosen={at >= 0 && by === undefined}
        />
        <Chip
          label="by quarter"
          search={{ ...stepped(steps, whole, "quarter"), by: "quarter", rule }}
          chosen={by === "quarter"}
        />
      </ul>
      <label htmlFor={id}>Period</label>
      <input
        id={id}
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={at < 0 ? steps.length - 1 : at}
        aria-valuetext={at < 0 ? "all that was read" : steps[at].label}
        onChange={(event) => {
          setPlaying(false);
          go(steps[Number(event.target.value)]);
        }}
      />
      <output htmlFor={id}>{at < 0 ? "All that was read" : steps[at].label}</output>
      {!prefersStill() && (
        <button type="button" aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          {playing ? "Pause" : "Play"}
        </button>
      )}
    </div>
  );
}

/** The newest step of another length. */
function stepped(steps: readonly Step[], whole: DateInterval, by: "year" | "quarter"): { from: string; to: string } {
  const { from, to } = stepsOf(whole, by).at(-1) ?? steps[steps.length - 1];
  return { from, to };
}

/** Who asks for less motion gets no play button: the arrow keys step as well. */
const prefersStill = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Goes on after a pause, once what was asked for is there. */
function usePlaying(ready: boolean, next: () => void): [boolean, (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing || !ready) return;
    const timer = setTimeout(next, PAUSE);
    return () => clearTimeout(timer);
  });
  return [playing, setPlaying];
}

interface ChipProps {
  readonly label: string;
  readonly search: { from?: string; to?: string; by?: "quarter"; rule?: string };
  readonly chosen: boolean;
}

const Chip = ({ label, search, chosen }: ChipProps) => (
  <li>
    <Link
      to="/blocs"
      search={search}
      resetScroll={false}
      className={chosen ? "chip chosen" : "chip"}
      aria-current={chosen ? "true" : undefined}
    >
      {label}
    </Link>
  </li>
);
