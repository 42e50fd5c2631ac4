import { useQuery } from "@tanstack/react-query";
import { queries } from "../../api/queries.ts";
import { Load } from "../../parts/load.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { type Operation, operationsOf } from "./operations.ts";

/** `/reference`: the service's API, from its own OpenAPI document. */
export function ReferencePage() {
  const query = useQuery(queries.openapi());
  return (
    <div className="reference">
      <title>API · Entente</title>
      <header className="head">
        <h1>The API of this service</h1>
        <p className="lead">
          What these pages do, a program can do too. Every error is <code>{"{code, message, remedy}"}</code>.
        </p>
        <p>
          <a href="/api/openapi.json">The OpenAPI document</a>, for tools.
        </p>
      </header>
      <Load query={query}>
        {(document) =>
          operationsOf(document).map((operation) => (
            <OperationPart key={`${operation.method} ${operation.path}`} operation={operation} />
          ))
        }
      </Load>
    </div>
  );
}

function OperationPart({ operation: { method, path, summary, parameters, body, answer } }: { operation: Operation }) {
  return (
    <section>
      <h2>
        <code>
          {method} {path}
        </code>
      </h2>
      <p>{summary}</p>
      {parameters.length > 0 && (
        <dl className="parameters">
          {parameters.map(({ name, place, required }) => (
            <div key={`${place} ${name}`}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd className="muted">
                in the {place}
                {required ? "" : ", optional"}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Shape title="What it takes" schema={body} />
      <Shape title="What it answers" schema={answer} />
    </section>
  );
}

function Shape({ title, schema }: { title: string; schema: unknown }) {
  if (schema === undefined) return null;
  return (
    <details>
      <summary>{title}</summary>
      <Scroll label={title}>
        <pre>{JSON.stringify(schema, null, 1)}</pre>
      </Scroll>
    </details>
  );
}
