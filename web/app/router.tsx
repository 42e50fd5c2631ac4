import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { Failed } from "../parts/load.tsx";
import { NotFound } from "./not-found.tsx";
import {
  blocsSearch,
  briefSearch,
  documentSearch,
  incidentSearch,
  pairSearch,
  periodSearch,
  relationSearch,
  reviewSearch,
  searchAddress,
} from "./search.ts";
import { Shell } from "./shell.tsx";

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("../pages/overview/overview.tsx"), "OverviewPage"),
});

/** One address a dyad: the codes in capitals, in the order of the alphabet. */
const settled = (dyad: string): string => dyad.toUpperCase().split("-").sort().join("-");

const relation = createRoute({
  getParentRoute: () => root,
  path: "/relations/$dyad",
  validateSearch: relationSearch,
  beforeLoad: ({ params, search }) => {
    const dyad = settled(params.dyad);
    if (dyad !== params.dyad) throw redirect({ to: "/relations/$dyad", params: { dyad }, search, replace: true });
  },
  component: lazyRouteComponent(() => import("../pages/relation/relation.tsx"), "RelationPage"),
});

const brief = createRoute({
  getParentRoute: () => root,
  path: "/relations/$dyad/brief",
  validateSearch: briefSearch,
  component: lazyRouteComponent(() => import("../pages/relation-brief/brief.tsx"), "BriefPage"),
});

const incident = createRoute({
  getParentRoute: () => root,
  path: "/incidents/$id",
  validateSearch: incidentSearch,
  component: lazyRouteComponent(() => import("../pages/incident/incident.tsx"), "IncidentPage"),
});

const incidentReadouts = createRoute({
  getParentRoute: () => root,
  path: "/incidents/$id/readouts",
  component: lazyRouteComponent(() => import("../pages/readouts/readouts.tsx"), "IncidentReadoutsPage"),
});

const readouts = createRoute({
  getParentRoute: () => root,
  path: "/readouts",
  validateSearch: pairSearch,
  component: lazyRouteComponent(() => import("../pages/readouts/readouts.tsx"), "DocumentReadoutsPage"),
});

const blocs = createRoute({
  getParentRoute: () => root,
  path: "/blocs",
  validateSearch: blocsSearch,
  component: lazyRouteComponent(() => import("../pages/blocs/blocs.tsx"), "BlocsPage"),
});

const document = createRoute({
  getParentRoute: () => root,
  path: "/documents/$id",
  validateSearch: documentSearch,
  component: lazyRouteComponent(() => import("../pages/document/document.tsx"), "DocumentPage"),
});

const search = createRoute({
  getParentRoute: () => root,
  path: "/search",
  validateSearch: searchAddress,
  component: lazyRouteComponent(() => import("../pages/search/search.tsx"), "SearchPage"),
});

const actor = createRoute({
  getParentRoute: () => root,
  path: "/actors/$id",
  validateSearch: periodSearch,
  component: lazyRouteComponent(() => import("../pages/actor/actor.tsx"), "ActorPage"),
});

const read = createRoute({
  getParentRoute: () => root,
  path: "/read",
  component: lazyRouteComponent(() => import("../pages/read/read.tsx"), "ReadPage"),
});

const sources = createRoute({
  getParentRoute: () => root,
  path: "/sources",
  component: lazyRouteComponent(() => import("../pages/sources/sources.tsx"), "SourcesPage"),
});

const tryOut = createRoute({
  getParentRoute: () => root,
  path: "/try",
  component: lazyRouteComponent(() => import("../pages/try/try.tsx"), "TryPage"),
});

const alerts = createRoute({
  getParentRoute: () => root,
  path: "/alerts",
  component: lazyRouteComponent(() => import("../pages/alerts/alerts.tsx"), "AlertsPage"),
});

const review = createRoute({
  getParentRoute: () => root,
  path: "/review",
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import("../pages/review/review.tsx"), "ReviewPage"),
});

const help = createRoute({
  getParentRoute: () => root,
  path: "/help",
  component: lazyRouteComponent(() => import("../pages/help/help.tsx"), "HelpPage"),
});

const reference = createRoute({
  getParentRoute: () => root,
  path: "/reference",
  component: lazyRouteComponent(() => import("../pages/reference/reference.tsx"), "ReferencePage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    relation,
    brief,
    incident,
    incidentReadouts,
    readouts,
    blocs,
    document,
    search,
    actor,
    read,
    sources,
    tryOut,
    alerts,
    review,
    help,
    reference,
  ]),
  defaultErrorComponent: ({ error, reset }) => <Failed error={asError(error)} onRetry={reset} />,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
