import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { SearchHit } from "../../src/schema/index.ts";
import { queries } from "../api/queries.ts";
import { atOf } from "../parts/source.tsx";
import type { Destination } from "./destinations.ts";

const PAUSE = 250;
const SHOWN = 3;
const LEAST = 3;

/** What was typed, once the typing has paused. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

function destinationOf(hit: SearchHit): Destination[] {
  if (hit.kind === "speaker") {
    const { id, name, kind } = hit.actor;
    return [{ key: `actor ${id}`, label: name, hint: kind, href: `/actors/${encodeURIComponent(id)}` }];
  }
  if (hit.kind !== "document") return [];
  const { document, title = "Untitled document", publisher } = hit.source;
  const at = hit.at.length > 0 ? `?at=${atOf(hit.at)}` : "";
  return [
    { key: `document ${document}`, label: title, hint: publisher ?? "document", href: `/documents/${document}${at}` },
  ];
}

/** The search for what is typed, and the best of what it finds: who speaks and acts, then documents. */
export function useFound(typed: string): readonly Destination[] {
  const words = usePaused(typed.trim());
  const enabled = words.length >= LEAST;
  const speakers = useQuery({ ...queries.search({ words, kind: "speakers", limit: SHOWN }), enabled, retry: false });
  const documents = useQuery({ ...queries.search({ words, limit: SHOWN }), enabled, retry: false });
  return useMemo(() => {
    const asked = typed.trim();
    if (asked === "") return [];
    const search = {
      key: "search",
      label: `Search for “${asked}”`,
      hint: "in all texts",
      href: `/search?${new URLSearchParams({ q: asked })}`,
    };
    const hits = enabled && words === asked ? [...(speakers.data?.hits ?? []), ...(documents.data?.hits ?? [])] : [];
    return [search, ...hits.flatMap(destinationOf)];
  }, [typed, words, enabled, speakers.data, documents.data]);
}
