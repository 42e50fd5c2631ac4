import { queryOptions } from "@tanstack/react-query";
import type {
  BriefDifference,
  BriefEdits,
  BriefVersion,
  BriefVersionHead,
  Delivery,
  EditedBrief,
  EditsHead,
  EditsQuery,
  Evidence,
} from "../../src/schema/index.ts";
import { asked, get, send } from "./client.ts";

/** The name under which the page keeps edits where the address says no other. */
export const MAIN = "main";

const pathOf = ({ a, b, from, to, name }: EditsQuery, part = "", more: Readonly<Record<string, string>> = {}): string =>
  `/relations/${a}-${b}/edits/${name}${part}${asked({ from, to, ...more })}`;

/** Where a brief is fetched in a format: that of now with its edits, or a version. */
export const exportOf = (
  { a, b, from, to, name }: EditsQuery,
  ending: string,
  version?: number,
  paper?: string,
): string =>
  `/api/relations/${a}-${b}/brief.${ending}${asked({ from, to, edits: name, version: version?.toString(), paper })}`;

/** The service's functions for briefs that are edited; every one rejects with `ApiError` or `ServiceLost`. */
export const briefs = {
  save: (query: EditsQuery, edits: BriefEdits, revision: number) =>
    send<EditedBrief>(pathOf(query), "PUT", { edits, revision }),
  keep: (query: EditsQuery, words?: string) => send<BriefVersionHead>(pathOf(query, "/versions"), "POST", { words }),
  send: (query: EditsQuery, to: readonly string[], paper: string) =>
    send<Delivery>(pathOf(query, "/mail"), "POST", { to, paper }),
  cite: (document: string, words: string) => send<Evidence>("/citations", "POST", { document, words }),
  citations: ({ a, b, from, to, name }: EditsQuery) =>
    get<{ document: string; text: string }[]>(
      `/relations/${a}-${b}/brief.citations.json${asked({ from, to, edits: name })}`,
    ),
};

const keyOf = ({ a, b, from, to, name }: EditsQuery) => [a, b, from ?? "", to ?? "", name];

export const briefQueries = {
  list: () =>
    queryOptions({
      queryKey: ["brief", "list"],
      queryFn: ({ signal }) => get<EditsHead[]>("/edits", signal),
      staleTime: 0,
    }),
  open: (query: EditsQuery) =>
    queryOptions({
      queryKey: ["brief", "open", ...keyOf(query)],
      queryFn: ({ signal }) => get<EditedBrief>(pathOf(query), signal),
    }),
  version: (query: EditsQuery, number: number) =>
    queryOptions({
      queryKey: ["brief", "version", ...keyOf(query), number],
      queryFn: ({ signal }) => get<BriefVersion>(pathOf(query, `/versions/${number}`), signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  /** Never kept: the brief of now changes with every edit. */
  differences: (query: EditsQuery, before: number, after?: number) =>
    queryOptions({
      queryKey: ["brief", "differences", ...keyOf(query), before, after ?? "now"],
      queryFn: ({ signal }) => {
        const versions = { before: String(before), ...(after !== undefined && { after: String(after) }) };
        return get<BriefDifference[]>(pathOf(query, "/differences", versions), signal);
      },
      staleTime: 0,
    }),
};
