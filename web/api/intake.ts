import { infiniteQueryOptions, type QueryClient, queryOptions, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type {
  IntakeEvent,
  Job,
  JobState,
  JobView,
  Outlet,
  Source,
  Subscription,
  SubscriptionRequest,
} from "../../src/schema/index.ts";
import { get, send } from "./client.ts";

const path = (id: string): string => encodeURIComponent(id);

/** The service's functions for jobs, feeds and folders; every one rejects with `ApiError` or `ServiceLost`. */
export const intake = {
  start: (source: Source) => send<Job>("/jobs", "POST", source),
  samples: () => send<Job>("/jobs/samples", "POST"),
  act: (id: string, action: "pause" | "resume" | "cancel") => send<Job>(`/jobs/${path(id)}/${action}`, "POST"),
  subscribe: (request: SubscriptionRequest) => send<Subscription>("/subscriptions", "POST", request),
  refresh: (id: string) =>
    send<{ subscription: Subscription; job?: Job }>(`/subscriptions/${path(id)}/refresh`, "POST"),
  remove: (id: string) => send<{ removed: string }>(`/subscriptions/${path(id)}`, "DELETE"),
};

export const isAtWork = ({ state }: { readonly state: JobState }): boolean =>
  state === "waiting" || state === "running" || state === "paused";

/** How often the list of jobs is asked for while one is at work and nobody follows the events. */
const WHILE_AT_WORK = 4_000;

export const intakeQueries = {
  jobs: () =>
    queryOptions({
      queryKey: ["intake", "jobs"],
      queryFn: ({ signal }) => get<Job[]>("/jobs", signal),
      refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? WHILE_AT_WORK : false),
    }),
  job: (id: string) =>
    queryOptions({
      queryKey: ["intake", "job", id],
      queryFn: ({ signal }) => get<JobView>(`/jobs/${path(id)}`, signal),
      staleTime: 0,
    }),
  /** What a job refused, a page after the other. */
  refusals: (id: string) =>
    infiniteQueryOptions({
      queryKey: ["intake", "job", id, "refusals"],
      queryFn: ({ pageParam, signal }) => get<JobView>(`/jobs/${path(id)}?offset=${pageParam}`, signal),
      initialPageParam: 0,
      getNextPageParam: ({ moreRefusals, refusals }, _pages, offset) =>
        moreRefusals > 0 ? offset + refusals.length : undefined,
      staleTime: 0,
    }),
  subscriptions: () =>
    queryOptions({
      queryKey: ["intake", "subscriptions"],
      queryFn: ({ signal }) => get<Subscription[]>("/subscriptions", signal),
    }),
  outlets: () => queryOptions({ queryKey: ["outlets"], queryFn: ({ signal }) => get<Outlet[]>("/outlets", signal) }),
};

const JOBS = intakeQueries.jobs().queryKey;
const SUBSCRIPTIONS = intakeQueries.subscriptions().queryKey;

/** The list with one entry new: in its place, or where new ones go. */
function withOne<T extends { readonly id: string }>(list: readonly T[], one: T, where: "first" | "last"): T[] {
  if (list.some(({ id }) => id === one.id)) return list.map((each) => (each.id === one.id ? one : each));
  return where === "first" ? [one, ...list] : [...list, one];
}

/** Puts a job into what is known; where it ended, everything else may have changed. */
export function keepJob(client: QueryClient, job: Job): void {
  const before = client.getQueryData(JOBS)?.find(({ id }) => id === job.id);
  client.setQueryData(JOBS, (jobs = []) => withOne(jobs, job, "first"));
  if (!isAtWork(job) && before?.state !== job.state) changed(client);
}

/** What was asked for before is asked for again, but for what the events bring and what was only read. */
function changed(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [first, second] }) => first !== "last-read" && (first !== "intake" || second === "job"),
  });
}

function keep(client: QueryClient, event: IntakeEvent): void {
  if ("jobs" in event) {
    client.setQueryData(JOBS, event.jobs);
    client.setQueryData(SUBSCRIPTIONS, event.subscriptions);
  } else if ("job" in event) keepJob(client, event.job);
  else if ("subscription" in event)
    client.setQueryData(SUBSCRIPTIONS, (all = []) => withOne(all, event.subscription, "last"));
  else client.setQueryData(SUBSCRIPTIONS, (all = []) => all.filter(({ id }) => id !== event.removed));
}

/**
 * Follows what changes in the intake while it is asked for and the page is seen: a browser keeps few connections to
 * one service. A connection that breaks is made anew by itself, and begins with all that is.
 */
export function useIntakeEvents(wanted: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!wanted) return;
    let events: EventSource | undefined;
    const close = () => {
      events?.close();
      events = undefined;
    };
    const follow = () => {
      if (document.hidden) return close();
      if (events) return;
      events = new EventSource("/api/jobs/events");
      events.onmessage = ({ data }) => keep(client, JSON.parse(data));
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [client, wanted]);
}
