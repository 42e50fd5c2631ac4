import { useQuery } from "@tanstack/react-query";
import { EVENT_TYPES, QUAD_OF } from "../../../src/schema/index.ts";
import { queries } from "../../api/queries.ts";
import { KEYS } from "../../app/keys.ts";
import { GlyphKey, QuadGlyph } from "../../parts/glyph.tsx";
import { TERMS, type TermName, termOf } from "../../parts/terms.ts";
import { QUAD_WORDS, TYPE_WORDS } from "../../parts/words.ts";
import { REVIEW_KEYS } from "../review/keys.ts";

/** `/help`: what every word, sign and number means. */
export function HelpPage() {
  return (
    <div className="help-page">
      <title>Help · Entente</title>
      <header className="head">
        <h1>How to read these pages</h1>
        <p className="lead">
          Words in this serif type are a document's own; everything else is ours. Each of them opens the place where it
          stands.
        </p>
      </header>
      <section>
        <h2>Signs</h2>
        <p>Round is cooperation, angular is conflict. An outline is words, a filled sign is deeds.</p>
        <GlyphKey />
        <p>
          In a document, a full line under words is a report of cooperation, a broken one of conflict; a tinted ground
          is a quotation, dots are names. The words you came for have a yellow ground.
        </p>
      </section>
      <section>
        <h2>Keys</h2>
        <KeyList keys={KEYS} />
        <h3>In the review queue</h3>
        <KeyList keys={REVIEW_KEYS} />
        <p>Files dropped anywhere on these pages are added to the ledger while you go on.</p>
      </section>
      <section className="words-section">
        <h2>Words</h2>
        <dl className="glossary">
          {(Object.keys(TERMS) as TermName[]).map((id) => (
            <Entry key={id} id={id} />
          ))}
        </dl>
      </section>
      <DisputedStates />
      <TypeTable />
      <section>
        <h2>How incidents are counted</h2>
        <p>
          Each incident counts once, in the month of the middle of its date, however many documents report it. Only what
          happened counts; what is planned, hypothetical, denied or history is listed and marked. An incident with more
          than two parties counts for each pair of them.
        </p>
      </section>
    </div>
  );
}

function Entry({ id }: { id: TermName }) {
  const { name, text, formula } = termOf(id);
  return (
    <div id={id}>
      <dt>{name}</dt>
      <dd>{text}</dd>
      {formula && <dd className="formula">{formula}</dd>}
    </div>
  );
}

/** Keys with what they do; several that do one thing stand each by itself. */
function KeyList({ keys }: { keys: readonly (readonly [string, string])[] }) {
  return (
    <dl className="key-list">
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            {key.split(", ").map((one) => (
              <kbd key={one}>{one}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

function DisputedStates() {
  const { data = [] } = useQuery(queries.states());
  const disputed = data.filter((state) => state.disputed);
  if (disputed.length === 0) return null;
  return (
    <section>
      <h2>Disputed status †</h2>
      <p>
        States and territories are named as ISO 3166 and the United Nations do. A dagger marks those of which more is to
        be said.
      </p>
      <dl className="glossary">
        {disputed.map(({ code, name, disputed: words }) => (
          <div key={code}>
            <dt>
              {name} <span className="code">{code}</span>
            </dt>
            <dd>{words}.</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function TypeTable() {
  return (
    <section>
      <h2>Kinds of events</h2>
      <p>PLOVER's sixteen types and their four classes.</p>
      <table className="types">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Code</th>
            <th scope="col">Class</th>
          </tr>
        </thead>
        <tbody>
          {EVENT_TYPES.map((type) => (
            <tr key={type}>
              <th scope="row">{TYPE_WORDS[type]}</th>
              <td>
                <code>{type}</code>
              </td>
              <td>
                <QuadGlyph quad={QUAD_OF[type]} quiet /> {QUAD_WORDS[QUAD_OF[type]]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
