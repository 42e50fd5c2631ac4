import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import type { BriefDifference, BriefVersionHead, EditedBrief, EditsQuery } from "../../../src/schema/index.ts";
import { briefQueries, briefs } from "../../api/briefs.ts";
import { dayWords } from "../../parts/dates.ts";
import { Load } from "../../parts/load.tsx";
import { useSome } from "../../parts/some.tsx";

const STEP = 20;

const route = getRouteApi("/relations/$dyad/brief");

/** Versions that were kept: each can be opened and held against the brief of now. */
export function Versions({ opened, query }: { opened: EditedBrief; query: EditsQuery }) {
  const [compared, setCompared] = useState<number>();
  const [shown, more] = useSome(opened.versions.toReversed(), STEP);
  return (
    <details className="versions no-print">
      <summary>
        Versions <span className="number muted">{opened.versions.length}</span>
      </summary>
      <KeepForm query={query} />
      {opened.versions.length === 0 && (
        <p className="muted small">None is kept yet. A version stays as it is, whatever is read or changed later.</p>
      )}
      <ul>
        {shown.map((version) => (
          <VersionLine
            key={version.number}
            version={version}
            isCompared={compared === version.number}
            onCompare={() => setCompared(compared === version.number ? undefined : version.number)}
          />
        ))}
      </ul>
      {more}
      {compared !== undefined && <Differences query={query} before={compared} revision={opened.revision} />}
    </details>
  );
}

function VersionLine(props: { version: BriefVersionHead; isCompared: boolean; onCompare: () => void }) {
  const { number, at, words, statements } = props.version;
  const { dyad } = route.useParams();
  const search = route.useSearch();
  return (
    <li>
      <Link to="/relations/$dyad/brief" params={{ dyad }} search={{ ...search, version: number }}>
        Version {number}
      </Link>
      <time dateTime={at}>
        {dayWords(at)}, {at.slice(11, 16)} UTC
      </time>
      <span className="muted">{statements} sentences</span>
      {words && <span>{words}</span>}
      <button type="button" aria-expanded={props.isCompared} onClick={props.onCompare}>
        Differs from now<span className="unseen">: version {number}</span>
      </button>
    </li>
  );
}

function KeepForm({ query }: { query: EditsQuery }) {
  const client = useQueryClient();
  const [words, setWords] = useState("");
  const [fault, setFault] = useState("");
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await briefs.keep(query, words.trim() || undefined);
      setWords("");
      setFault("");
      await client.invalidateQueries({ queryKey: briefQueries.open(query).queryKey });
    } catch (thrown) {
      setFault(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  return (
    <form className="keep" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>What it is</label>
      <input
        id={id}
        value={words}
        maxLength={200}
        placeholder="as sent to the editor"
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit">Keep a version</button>
      {fault && (
        <p role="alert" className="small">
          {fault}
        </p>
      )}
    </form>
  );
}

const SIGNS: Readonly<Record<BriefDifference["kind"], string>> = {
  added: "Added",
  dropped: "Removed",
  changed: "Changed",
  moved: "Moved",
  "sources changed": "Other sources",
};

/** What the brief of now says otherwise than a version. */
function Differences({ query, before, revision }: { query: EditsQuery; before: number; revision: number }) {
  const asked = briefQueries.differences(query, before);
  const found = useQuery({ ...asked, queryKey: [...asked.queryKey, revision] });
  return (
    <section className="differences" aria-label={`What differs from version ${before}`}>
      <Load query={found}>
        {(differences) =>
          differences.length === 0 ? (
            <p>Nothing differs from version {before}.</p>
          ) : (
            <ul>
              {differences.map((difference) => (
                <DifferenceLine key={`${difference.kind} ${difference.statement}`} difference={difference} />
              ))}
            </ul>
          )
        }
      </Load>
    </section>
  );
}

function DifferenceLine({ difference: { kind, section, before, after } }: { difference: BriefDifference }) {
  return (
    <li className={kind.replace(" ", "-")}>
      <span className="tag">{SIGNS[kind]}</span> <span className="muted small">{section}</span>
      {before && <del>{before}</del>}
      {after && (kind === "moved" || kind === "sources changed" ? <p>{after}</p> : <ins>{after}</ins>)}
    </li>
  );
}
