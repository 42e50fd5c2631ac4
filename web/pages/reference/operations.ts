/** What the pages read of an OpenAPI document. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, PathItem>>>>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
}

interface PathItem {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

/** One request of the API, ready to be shown. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly place: string; readonly required: boolean }[];
  readonly body?: unknown;
  readonly answer?: unknown;
}

const schemaOf = (part: Content | undefined): unknown => Object.values(part?.content ?? {})[0]?.schema;

/** All requests of the document, in its order. */
export const operationsOf = ({ paths }: OpenApi): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, item]) => ({
      method: method.toUpperCase(),
      path,
      summary: item.summary ?? "",
      parameters: (item.parameters ?? []).map((one) => ({
        name: one.name,
        place: one.in === "query" ? "question" : one.in,
        required: one.required === true,
      })),
      body: schemaOf(item.requestBody),
      answer: schemaOf(item.responses?.["200"]),
    })),
  );
