import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ActorView } from "../../../src/schema/index.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { State } from "../../parts/state.tsx";
import { TYPE_WORDS } from "../../parts/words.ts";

const SHOWN = 12;

interface Line {
  readonly key: string;
  readonly name: ReactNode;
  readonly counts: readonly number[];
}

function Counts({ title, columns, lines }: { title: string; columns: readonly string[]; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Scroll label={title}>
        <table className="counts">
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th scope="col" key={column} className="figures">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, SHOWN).map(({ key, name, counts }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {counts.map((count, at) => (
                  <td key={columns[at]} className="figures">
                    {count.toLocaleString("en")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

const most = (one: { said: number; did: number }, other: { said: number; did: number }): number =>
  other.said + other.did - (one.said + one.did);

/** On what it speaks and acts: types of events and domains. */
export function Topics({ view: { types, domains } }: { view: ActorView }) {
  const columns = ["said", "did"];
  return (
    <>
      <Counts
        title="By domain"
        columns={columns}
        lines={domains
          .toSorted(most)
          .map(({ domain, said, did }) => ({ key: domain, name: domain, counts: [said, did] }))}
      />
      <Counts
        title="By type of event"
        columns={columns}
        lines={types.toSorted(most).map(({ type, said, did }) => ({
          key: type,
          name: (
            <>
              <Glyph type={type} /> {TYPE_WORDS[type]}
            </>
          ),
          counts: [said, did],
        }))}
      />
    </>
  );
}

/** The states it has to do with, each with the way to the relation where it is a state's. */
export function Counterparts({ view: { actor, counterparts } }: { view: ActorView }) {
  const own = actor.country;
  const lines = counterparts.map(({ country, incidents }) => ({
    key: country,
    name:
      own === undefined ? (
        <State code={country} />
      ) : (
        <Link to="/relations/$dyad" params={{ dyad: [own, country].sort().join("-") }}>
          <State code={country} />
        </Link>
      ),
    counts: [incidents],
  }));
  return <Counts title="With whom" columns={["incidents"]} lines={lines} />;
}

export function Outlets({ view: { outlets } }: { view: ActorView }) {
  const lines = outlets.map(({ outlet, side, stateMedia, quotations }) => ({
    key: outlet,
    name: (
      <>
        {outlet} {side && <span className="code">{side}</span>} {stateMedia && <span className="tag">state media</span>}
      </>
    ),
    counts: [quotations],
  }));
  return <Counts title="Quoted by" columns={["quotations"]} lines={lines} />;
}
