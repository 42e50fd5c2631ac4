import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { BlocsView } from "../../../src/schema/index.ts";
import { ApiError } from "../../api/client.ts";
import { queries, useStateName } from "../../api/queries.ts";
import { intervalWords } from "../../parts/dates.ts";
import { DisputedNotes } from "../../parts/disputed.tsx";
import { Empty, Load } from "../../parts/load.tsx";
import { reasonWords } from "../../parts/reasons.ts";
import { RuleSwitch } from "../../parts/rule-switch.tsx";
import { Score } from "../../parts/score.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useSome } from "../../parts/some.tsx";
import { State } from "../../parts/state.tsx";
import { Term } from "../../parts/term.tsx";
import { counted, listed } from "../../parts/words.ts";
import { BlocsPicture } from "./picture.tsx";
import { Slider } from "./slider.tsx";

const route = getRouteApi("/blocs");

/** `/blocs?from&to`: who is with whom in a period, and who moved. */
export function BlocsPage() {
  const { from, to, rule } = route.useSearch();
  const navigate = useNavigate({ from: "/blocs" });
  const query = useQuery({ ...queries.blocs({ from, to, rule }), placeholderData: (before) => before });
  const whole = useQuery(queries.blocs({ rule }));
  return (
    <div className="blocs" aria-busy={query.isPlaceholderData}>
      <title>Blocs · Entente</title>
      <header className="head">
        <h1>Who is with whom</h1>
        <p className="lead">
          States that cooperate more with each other than with others, found in the incidents of a period and not in any
          treaty.
        </p>
        <p className="switches">
          <RuleSwitch
            rule={rule}
            onChange={(name) =>
              void navigate({ search: (search) => ({ ...search, rule: name }), resetScroll: false, replace: true })
            }
          />
        </p>
        {whole.data && <Slider whole={whole.data.period} ready={query.isSuccess && !query.isPlaceholderData} />}
      </header>
      {isUnread(query.error) ? (
        <Empty title="Nothing was read yet">
          Blocs are found once documents that name several states were read. <Link to="/">How to begin</Link>
        </Empty>
      ) : (
        <Load query={query}>{(view) => <Blocs view={view} whole={whole.data} />}</Load>
      )}
    </div>
  );
}

const isUnread = (error: Error | null): boolean => error instanceof ApiError && error.code === "brief.nodata";

function Blocs({ view, whole }: { view: BlocsView; whole?: BlocsView }) {
  if (view.members.length === 0) return <Empty title="No blocs">{reasonWords(view.reason)}</Empty>;
  return (
    <>
      <BlocsPicture view={view} homes={whole?.members} />
      <p className="muted">
        {intervalWords(view.period)}: {counted(view.incidents, "incident")} from {view.families.toLocaleString("en")}{" "}
        independent sources. {view.rule.words}
      </p>
      <DisputedNotes codes={view.members.map(({ state }) => state)} />
      <Moves view={view} />
      <Ties view={view} />
    </>
  );
}

function Moves({ view }: { view: BlocsView }) {
  const nameOf = useStateName();
  const names = (codes: readonly string[]) => listed(codes.map(nameOf)) || "nobody";
  const [shown, more] = useSome(view.moves, STEP);
  return (
    <section>
      <h2>Who moved</h2>
      {view.moves.length === 0 ? (
        <p className="muted">
          {view.movesReason
            ? "That can’t be told: in one of the two periods too few pairs of states have incidents to find blocs in."
            : "Nobody, against the period before."}
        </p>
      ) : (
        <ul>
          {shown.map(({ state, left, joined }) => (
            <li key={state}>
              <State code={state} /> is now with {names(joined)}, no longer with {names(left)}.
            </li>
          ))}
        </ul>
      )}
      {more}
      <p className="muted small">Held against {intervalWords(view.baseline)}.</p>
    </section>
  );
}

const STEP = 40;

const MOST_TIES = 30;

function Ties({ view }: { view: BlocsView }) {
  const ties = view.ties.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_TIES);
  return (
    <section>
      <h2>The strongest ties</h2>
      <Scroll label="Ties">
        <table className="thirds">
          <thead>
            <tr>
              <th scope="col">Pair</th>
              <th scope="col" className="figures">
                <Term name="blocs">Weight</Term>
              </th>
              <th scope="col" className="figures">
                Incidents
              </th>
            </tr>
          </thead>
          <tbody>
            {ties.map(({ a, b, weight, incidents }) => (
              <tr key={`${a}-${b}`}>
                <th scope="row">
                  <Link to="/relations/$dyad" params={{ dyad: [a, b].sort().join("-") }} data-step>
                    <State code={a} /> and <State code={b} />
                  </Link>
                </th>
                <td className="figures">
                  <Score value={weight} />
                </td>
                <td className="figures">{incidents}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
