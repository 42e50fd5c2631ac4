import type { EquipmentCount, IncidentReport, Participant } from "../../../src/schema/index.ts";
import { useStateName } from "../../api/queries.ts";
import { intervalWords } from "../../parts/dates.ts";
import { Scroll } from "../../parts/scroll.tsx";
import { useSome } from "../../parts/some.tsx";
import { casualtyWords, kindWords, listed, STATUS_WORDS } from "../../parts/words.ts";

/** Documents up to which each has a column of its own. */
const MOST_COLUMNS = 12;
const STEP = 40;

interface Row {
  readonly name: string;
  /** What each document says, by its id. */
  readonly values: readonly (readonly [key: string, value: string])[];
}

/** What the documents say of each point, where they do not say the same. */
export function Differences({ reports }: { reports: readonly IncidentReport[] }) {
  const nameOf = useStateName();
  const documents = [...Map.groupBy(reports, documentOf).values()];
  const rows = rowsOf(documents, nameOf).filter(({ values }) => values.some(([, value]) => isSaid(value)));
  const differing = rows.filter(({ values }) => new Set(values.map(([, value]) => value).filter(isSaid)).size > 1);
  const shared = rows.filter(({ values }) => values.filter(([, value]) => isSaid(value)).length > 1);
  const agreed = shared.filter((row) => !differing.includes(row)).map(({ name }) => name.toLowerCase());
  return (
    <section className="differences">
      <h2>Where they differ</h2>
      <p className="muted">{summary(differing.length, agreed)}</p>
      {differing.length > 0 && documents.length > MOST_COLUMNS && <ByValue rows={differing} documents={documents} />}
      {differing.length > 0 && documents.length <= MOST_COLUMNS && (
        <Scroll label="Differences">
          <table>
            <thead>
              <tr>
                <th scope="col">Point</th>
                {documents.map(([{ evidence }]) => (
                  <th scope="col" key={evidence[0].source.document}>
                    {outletOf(evidence[0])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differing.map(({ name, values }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {values.map(([key, value]) => (
                    <td key={key}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

const outletOf = ({ source }: IncidentReport["evidence"][number]): string =>
  source.publisher || source.title || "Unnamed source";

/** Of so many documents no column each: what is said, by how many, and by whom; what most say first. */
function ByValue({ rows, documents }: { rows: readonly Row[]; documents: readonly IncidentReport[][] }) {
  const outlets = new Map(documents.map((reports) => [documentOf(reports[0]), outletOf(reports[0].evidence[0])]));
  const said = rows.flatMap(({ name, values }) =>
    [...Map.groupBy(values, ([, value]) => value)]
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([value, of]) => ({ name, value, of: of.map(([key]) => outlets.get(key) ?? key) })),
  );
  const [shown, more] = useSome(said, STEP);
  return (
    <>
      <Scroll label="Differences">
        <table>
          <thead>
            <tr>
              <th scope="col">Point</th>
              <th scope="col">What is said</th>
              <th scope="col" className="figures">
                Documents
              </th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, value, of }) => (
              <tr key={`${name} ${value}`}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td className="figures">{of.length}</td>
                <td className="muted small">{listed(fewOf([...new Set(of)]))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {more}
    </>
  );
}

const FEW = 5;

const fewOf = (names: readonly string[]): string[] =>
  names.length <= FEW + 1 ? [...names] : [...names.slice(0, FEW), `${names.length - FEW} others`];

function summary(differing: number, agreed: readonly string[]): string {
  if (differing === 0)
    return "In nothing that was coded: the reports agree in kind, parties, date, place, status and numbers.";
  return agreed.length > 0 ? `They agree in ${listed(agreed)}.` : "In no point do all of them agree.";
}

const documentOf = ({ evidence }: IncidentReport): string => evidence[0].source.document;

const SILENT = "not said";

/** Who is silent on a point does not contradict who speaks of it. */
const isSaid = (value: string): boolean => value !== SILENT;

const equipmentWords = ({ count, name }: EquipmentCount): string => (count === undefined ? name : `${count} ${name}`);

/** What a document says in its several reports, each thing once. */
function saidBy(reports: readonly IncidentReport[], tellOf: (report: IncidentReport["report"]) => string): string {
  const said = new Set(reports.map(({ report }) => tellOf(report)));
  if (said.size > 1) said.delete(SILENT);
  return [...said].sort().join("; ");
}

function rowsOf(documents: readonly IncidentReport[][], nameOf: (code: string) => string): Row[] {
  const row = (name: string, tellOf: (report: IncidentReport["report"]) => string): Row => ({
    name,
    values: documents.map((reports) => [documentOf(reports[0]), saidBy(reports, tellOf)]),
  });
  const names = (participants: readonly Participant[]): string =>
    listed([...new Set(participants.map(({ country }) => (country ? nameOf(country) : "unnamed")))].sort()) || SILENT;
  return [
    row("Kind", kindWords),
    row("Actors", ({ actors }) => names(actors)),
    row("Recipients", ({ recipients }) => names(recipients)),
    row("Date", ({ date }) => (date ? intervalWords(date) : SILENT)),
    row("Place", ({ place }) => place?.name ?? SILENT),
    row("Status", ({ status }) => STATUS_WORDS[status]),
    row("Target", ({ directedAgainst }) => names(directedAgainst)),
    row("Dead and wounded", ({ casualties }) => (casualties ? casualtyWords(casualties) : SILENT)),
    row("Equipment", ({ equipment = [] }) => listed(equipment.map(equipmentWords)) || SILENT),
  ];
}
