import { useQuery } from "@tanstack/react-query";
import { queries } from "../api/queries.ts";

/** What is disputed about a state's status, by its code; undefined where nothing is. */
export function useDisputed(): (code: string) => string | undefined {
  const { data = [] } = useQuery(queries.states());
  return (code) => data.find((state) => state.code === code)?.disputed;
}

/** The footnotes of the disputed ones among some states. */
export function DisputedNotes({ codes }: { codes: readonly string[] }) {
  const disputed = useDisputed();
  const { data = [] } = useQuery(queries.states());
  const notes = [...new Set(codes)].flatMap((code) => {
    const words = disputed(code);
    return words ? [{ code, name: data.find((state) => state.code === code)?.name ?? code, words }] : [];
  });
  return notes.map(({ code, name, words }) => (
    <p key={code} className="muted small disputed-note">
      † {name}: {words}.
    </p>
  ));
}
