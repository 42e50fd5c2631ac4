import { Fragment } from "react";
import { useStateName } from "../api/queries.ts";
import { useDisputed } from "./disputed.tsx";

/** A state's name with its code; a dagger where its status is disputed. */
export function State({ code }: { code: string }) {
  const name = useStateName()(code);
  const disputed = useDisputed()(code);
  return (
    <span className="state">
      {name === code ? null : `${name} `}
      <span className="code">{code}</span>
      {disputed && (
        <sup className="disputed" title={disputed}>
          <span aria-hidden="true">†</span>
          <span className="unseen"> (disputed)</span>
        </sup>
      )}
    </span>
  );
}

/** Several states, `and` before the last. */
export function States({ codes }: { codes: readonly string[] }) {
  return codes.map((code, at) => (
    <Fragment key={code}>
      {at > 0 && (at === codes.length - 1 ? " and " : ", ")}
      <State code={code} />
    </Fragment>
  ));
}

interface Sides {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

/** Who did it to whom; side by side where all act. */
export function Parties({ actors, recipients }: Sides) {
  return (
    <span className="parties">
      {actors.length > 0 ? <States codes={actors} /> : "unnamed actors"}
      {recipients.length > 0 && (
        <>
          {" "}
          <span className="arrow" role="img" aria-label="to">
            →
          </span>{" "}
          <States codes={recipients} />
        </>
      )}
    </span>
  );
}
