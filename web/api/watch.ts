import { queryOptions } from "@tanstack/react-query";
import type {
  RaisedAlert,
  SentEntry,
  SmtpSettings,
  WatchGiven,
  WatchPreview,
  WatchView,
} from "../../src/schema/index.ts";
import { get, send } from "./client.ts";

/** The service's functions for alerts and the digest; every one rejects with `ApiError` or `ServiceLost`. */
export const watch = {
  save: (given: WatchGiven) => send<WatchView>("/watch", "PUT", given),
  saveMail: (mail: SmtpSettings) => send<WatchView>("/watch/mail", "PUT", mail),
  forgetMail: () => send<WatchView>("/watch/mail", "DELETE"),
  test: (rule: string) => send<SentEntry[]>(`/watch/alerts/${encodeURIComponent(rule)}/test`, "POST"),
  look: () => send<RaisedAlert[]>("/watch/look", "POST"),
  sendDigest: () => send<{ sent: boolean }>("/watch/digest", "POST"),
};

export const watchQueries = {
  settings: () => queryOptions({ queryKey: ["watch"], queryFn: ({ signal }) => get<WatchView>("/watch", signal) }),
  preview: () =>
    queryOptions({
      queryKey: ["watch", "preview"],
      queryFn: ({ signal }) => get<WatchPreview>("/watch/preview", signal),
      staleTime: 0,
    }),
  sent: () =>
    queryOptions({ queryKey: ["watch", "sent"], queryFn: ({ signal }) => get<SentEntry[]>("/watch/sent", signal) }),
};
