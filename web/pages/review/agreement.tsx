import { useQuery } from "@tanstack/react-query";
import type { FieldAgreement, ReviewAgreement } from "../../../src/schema/index.ts";
import { reviewQueries } from "../../api/reviews.ts";
import { Load } from "../../parts/load.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { Term } from "../../parts/term.tsx";
import { counted } from "../../parts/words.ts";

/** How far each two reviewers agree. */
export function Agreement() {
  const query = useQuery(reviewQueries.agreement());
  return (
    <section className="review-agreement">
      <h2>
        <Term name="kappa">Agreement between reviewers</Term>
      </h2>
      <Load query={query}>{(agreement) => <Pairs {...agreement} />}</Load>
    </section>
  );
}

function Pairs({ pairs, reason }: ReviewAgreement) {
  if (pairs.length === 0) return <p className="muted">Nothing to tell: {reason}.</p>;
  return pairs.map(({ reviewers, n, blind, fields }) => (
    <Scroll key={reviewers.join(" ")} label={`Agreement of ${reviewers.join(" and ")}`}>
      <table>
        <caption>
          <strong>{reviewers.join(" and ")}</strong>: {counted(n, "report")} that both judged, {blind} of them without
          seeing the other's judgement
        </caption>
        <thead>
          <tr>
            <th scope="col">On</th>
            <th scope="col">n</th>
            <th scope="col">Agree</th>
            <th scope="col">Kappa</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <Row key={field.field} {...field} />
          ))}
        </tbody>
      </table>
    </Scroll>
  ));
}

const FIELD_WORDS = { judgement: "whether it is an event" } as const;

function Row({ field, n, share, kappa, reason }: FieldAgreement) {
  return (
    <tr>
      <th scope="row">{field === "judgement" ? FIELD_WORDS.judgement : field}</th>
      <td className="number">{n}</td>
      <td className="number">{share === undefined ? "–" : `${Math.round(100 * share)} %`}</td>
      <td className="number">
        {kappa === undefined ? <span className="muted">none: {reason}</span> : kappa.toFixed(2)}
      </td>
    </tr>
  );
}
