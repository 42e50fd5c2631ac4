import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { BlocsView } from "../../../src/schema/index.ts";
import { Waiting } from "../../parts/load.tsx";

const BlocsFigure = lazy(() => import("./figure.tsx").then(({ BlocsFigure: component }) => ({ default: component })));

/** The network of a period. A state in it opens its strongest tie. */
export function BlocsPicture({ view, homes }: { view: BlocsView; homes?: BlocsView["members"] }) {
  const navigate = useNavigate();
  const open = (state: string) => {
    const [tie] = view.ties
      .filter(({ a, b }) => a === state || b === state)
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    if (tie) void navigate({ to: "/relations/$dyad", params: { dyad: [tie.a, tie.b].sort().join("-") } });
  };
  return (
    <Suspense fallback={<Waiting what="Drawing" />}>
      <BlocsFigure view={view} homes={homes} onState={open} />
    </Suspense>
  );
}
