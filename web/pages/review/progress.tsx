import type { ReviewProgress } from "../../../src/schema/index.ts";
import { counted } from "../../parts/words.ts";

/** How far the work is, and how the order comes about. */
export function Progress({ progress, formula }: { progress: ReviewProgress; formula: string }) {
  const { machine, reviewed, confirmed, disputed, rejected } = progress;
  const done = reviewed + confirmed + disputed;
  const all = machine + done;
  const share = all === 0 ? 0 : done / all;
  return (
    <section className="review-progress">
      <h2>Progress</h2>
      <progress value={done} max={Math.max(all, 1)} aria-label="Reports reviewed" />
      <p>
        <strong className="number">
          {done.toLocaleString("en")} of {counted(all, "report")}
        </strong>{" "}
        reviewed ({(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %): {confirmed} confirmed by a second
        person, {disputed} disputed, {rejected} rejected.
      </p>
      <p className="muted small">Order: {formula}.</p>
    </section>
  );
}
