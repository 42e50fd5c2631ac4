/**
 * The catalogue of errors: what is the case, the likely cause, and what to do about it.
 * `{name}` stands for a value that the thrower gives.
 */
export const CATALOGUE = {
  usage: {
    fact: "The command can't be understood: {detail}.",
    cause: "A word or option is misspelt or missing.",
    remedy: "Run `entente --help`, or `entente <command> --help`.",
    exit: 2,
  },
  "input.missing": {
    fact: "There is no file or folder at {path}.",
    cause: "The path is misspelt or was moved.",
    remedy: "Check the path; a relative one starts at the folder you are in.",
    exit: 3,
  },
  "input.unreadable": {
    fact: "{path} can't be read ({detail}).",
    cause: "You may lack the permission.",
    remedy: "Check the permissions of the file and its folder.",
    exit: 3,
  },
  "input.nothing": {
    fact: "{path} holds nothing that Entente reads.",
    cause: "No file in it ends in a known way.",
    remedy: "Give a folder with .txt, .md, .html or .ndjson files.",
    exit: 3,
  },
  "input.empty": {
    fact: "{path} holds no text.",
    cause: "The file is empty, or a page without an article.",
    remedy: "Open it to see whether it holds what you expect.",
    exit: 3,
  },
  "input.binary": {
    fact: "{path} is not text.",
    cause:
      "It is an image, an archive or a program, or text in an encoding that is not UTF-8, UTF-16 or what it declares.",
    remedy: "Convert it to text or HTML in UTF-8 first.",
    exit: 3,
  },
  "input.encoding": {
    fact: "{path} is not valid {encoding}.",
    cause: "It was saved in another encoding, or was damaged.",
    remedy: "Save it as UTF-8 and add it again.",
    exit: 3,
  },
  "input.toolarge": {
    fact: "{path} has {size}, above the limit of {limit}.",
    cause: "It is likely no single document.",
    remedy: "Split it into documents, or give it as NDJSON with one document a line.",
    exit: 3,
  },
  "input.locked": {
    fact: "{path} is locked with a password.",
    cause: "Whoever made the file encrypted it.",
    remedy: "Save it without a password and add it again.",
    exit: 3,
  },
  "input.pictures": {
    fact: "{path} holds pictures of text, not text.",
    cause: "It was scanned.",
    remedy: "Run it through text recognition (OCR) first.",
    exit: 3,
  },
  "table.notext": {
    fact: "{path} has no column of texts (it has {columns}).",
    cause: "The column has another name.",
    remedy: "Name the column one of {known}.",
    exit: 3,
  },
  "table.row": {
    fact: "Line {line} has {found} cells, not {wanted} as the header.",
    cause: "A quotation mark or a separator in it is not escaped.",
    remedy: "Put cells with commas, quotation marks or line breaks in quotation marks.",
    exit: 3,
  },
  "table.columns": {
    fact: "{path} has no column {missing} (it has {columns}).",
    cause: "It is another table, or its columns have other names.",
    remedy: "Name the columns as the command's --help does.",
    exit: 3,
  },
  "table.value": {
    fact: 'Line {line} of {path}: "{value}" is no {what}.',
    cause: "The table is of another kind, or was altered.",
    remedy: "Write {allowed}.",
    exit: 3,
  },
  "table.malformed": {
    fact: "{path} can't be read as a table ({detail}).",
    cause: "A quotation mark is not closed, or the file was cut.",
    remedy: "Save it anew as CSV in UTF-8.",
    exit: 3,
  },
  "feed.malformed": {
    fact: "{url} is no feed ({detail}).",
    cause: "The address leads to a page, or the feed is broken.",
    remedy: "Look for the address of the RSS or Atom feed on the site.",
    exit: 4,
  },
  "input.frontmatter": {
    fact: "The front matter of {path} can't be used ({detail}).",
    cause: "It is not YAML, or a field of it is of the wrong kind.",
    remedy: "Write title, publisher, published, language, url and author as `name: value`, between two lines of ---.",
    exit: 3,
  },
  "input.date": {
    fact: '"{value}" is no date of publication ({path}).',
    cause: "It is misspelt, or its year can't be right.",
    remedy: "Write it as 2020-12-28 or 2020-12-28T10:00:00Z.",
    exit: 3,
  },
  "input.shape": {
    fact: "{path} has not the shape that is needed: {detail}.",
    cause: "It is no JSON, or a field of it is missing or of the wrong kind.",
    remedy: "Compare it with the shape in docs/schema/.",
    exit: 3,
  },
  "line.json": {
    fact: "Line {line} is not JSON ({detail}).",
    cause: "The line was cut or holds a raw line break.",
    remedy: "Write one JSON object a line, line breaks in it as \\n.",
    exit: 3,
  },
  "line.shape": {
    fact: "Line {line} can't be used: {detail}.",
    cause: "A field is missing or of the wrong kind.",
    remedy: 'Give {"id","text"} or {"id","html"}; the shape is in docs/schema/read-line.json.',
    exit: 3,
  },
  "line.conllu": {
    fact: "Line {line} of {path} is no CoNLL-U: {detail}.",
    cause: "The file is plain text, or was altered.",
    remedy: "Leave --gold-tokens out for plain text; the format is at https://universaldependencies.org/format.html.",
    exit: 3,
  },
  "url.invalid": {
    fact: "{url} is no web address.",
    cause: "It lacks https:// or is misspelt.",
    remedy: "Copy the whole address from the browser.",
    exit: 3,
  },
  "url.status": {
    fact: "{url} answered {status}.",
    cause: "The page was moved, removed or is closed to programs.",
    remedy: "Open it in a browser; save the page and add the file.",
    exit: 4,
  },
  "url.timeout": {
    fact: "{url} did not answer within {seconds} s.",
    cause: "The site is slow or the network is down.",
    remedy: "Try again later, or save the page and add the file.",
    exit: 4,
  },
  "url.unreachable": {
    fact: "{url} can't be reached ({detail}).",
    cause: "The machine is offline, or the name is misspelt.",
    remedy: "Check the address and the network, or save the page and add the file.",
    exit: 4,
  },
  "url.nottext": {
    fact: "{url} is {type}, not a text.",
    cause: "The address leads to an image, a film or a download.",
    remedy: "Give the address of the article itself.",
    exit: 4,
  },
  "data.unwritable": {
    fact: "The data folder {path} can't be written ({detail}).",
    cause: "You lack the permission, or the disk is full or read-only.",
    remedy: "Choose another folder with --data, or free it.",
    exit: 5,
  },
  "data.newer": {
    fact: "The data folder {path} was made by a newer Entente (format {found}, this one knows {known}).",
    cause: "Entente was updated elsewhere.",
    remedy: "Update this Entente, or choose another folder with --data.",
    exit: 5,
  },
  "data.occupied": {
    fact: "The folder {path} is not empty.",
    cause: "A backup, an export or a restored ledger needs a folder of its own.",
    remedy: "Give a new or empty folder.",
    exit: 5,
  },
  "data.damaged": {
    fact: "The ledger in {path} can't be opened ({detail}).",
    cause: "The file was damaged, or is no Entente ledger.",
    remedy: "Restore it from a copy; the originals in the folder are whole.",
    exit: 5,
  },
  "data.busy": {
    fact: "Another process holds the data folder {path}.",
    cause: "A service or command is at work on it.",
    remedy: "Wait for it to end, or talk to the running service.",
    exit: 5,
  },
  "model.missing": {
    fact: "There is no model at {path}.",
    cause: "The installation is incomplete.",
    remedy: "Run `npm ci` again.",
    exit: 6,
  },
  "model.foreign": {
    fact: "{path} is no Entente model ({detail}).",
    cause: "Another file lies in its place, or it was cut short.",
    remedy: "Run `npm ci` again, or `npm run train`.",
    exit: 6,
  },
  "knowledge.row": {
    fact: "{file}:{line}: {detail}.",
    cause: "The row was edited by hand and doesn't fit its table.",
    remedy: "{remedy}",
    exit: 6,
  },
  "state.unknown": {
    fact: '"{name}" is no state that Entente knows.',
    cause: "The code or name is misspelt.",
    remedy: "Give a three-letter ISO code such as CHN, or the state's English name.",
    exit: 2,
  },
  "state.absent": {
    fact: "The file has no positions of {name}.",
    cause: "It has another code for the state, or the state took no position.",
    remedy: "Give the state's code as the file has it, or its English name.",
    exit: 3,
  },
  "dyad.same": {
    fact: "A relation needs two different states; both are {name}.",
    cause: "One code was given twice.",
    remedy: "Give two codes, as in `entente brief CHN RUS`.",
    exit: 2,
  },
  "period.invalid": {
    fact: "The period {from} to {to} can't be used.",
    cause: "A date is malformed, or the end lies before the start.",
    remedy: "Give --from and --to as 2020-01-01, the earlier first.",
    exit: 2,
  },
  "document.unknown": {
    fact: "There is no document {id} in the ledger.",
    cause: "The address is misspelt, or the document was never added here.",
    remedy: "Search for its title.",
    exit: 3,
  },
  "readouts.oneside": {
    fact: "The documents that report incident {id} are all of one side.",
    cause: "Only one side's account was added, or the publishers' countries are not known.",
    remedy: "Give two documents: `entente readouts <document> <document>`.",
    exit: 3,
  },
  "readouts.same": {
    fact: "Both accounts are document {id}.",
    cause: "One document was given twice.",
    remedy: "Give two different documents.",
    exit: 2,
  },
  "incident.unknown": {
    fact: "There is no incident {id} in the ledger.",
    cause: "The address is misspelt, or the incident was merged into another.",
    remedy: "Open the relation's page and look it up there.",
    exit: 3,
  },
  "brief.nodata": {
    fact: "The ledger holds nothing on {names} in this period.",
    cause: "No document that names both was added, or the period is too narrow.",
    remedy: "Add documents with `entente add`, or widen --from and --to.",
    exit: 3,
  },
  "brief.logo": {
    fact: "The logo can't be used: {detail}.",
    cause: "Another file was chosen, or it was damaged.",
    remedy: "Give a PNG, a JPEG, or an SVG without script.",
    exit: 3,
  },
  "brief.unsupported": {
    fact: 'The sentence "{sentence}" says "{claim}", which none of its sources does.',
    cause: "A template put words into the sentence that it doesn't cite.",
    remedy: "Report it with the two states and the period; nothing that was stored is lost.",
    exit: 70,
  },
  "evidence.unresolved": {
    fact: 'The evidence of "{sentence}" does not resolve in document {document}.',
    cause: "The stored original was changed after it was read.",
    remedy: "Add the document again and build the brief anew.",
    exit: 5,
  },
  "mail.address": {
    fact: '"{address}" is no mail address.',
    cause: "It is misspelt, or holds a line break or a second address.",
    remedy: "Write it as name@example.org, or as Name <name@example.org>.",
    exit: 2,
  },
  "mail.failed": {
    fact: "The mail was not sent: {server} said {detail}.",
    cause: "The server is down, or it refuses the sender, the password or the recipient.",
    remedy: "Check the mail settings and try again; whoever has had the mail won't get it twice.",
    exit: 4,
  },
  "webhook.failed": {
    fact: "The webhook {url} did not take the alert: {detail}.",
    cause: "The receiver is down, or refuses it.",
    remedy: "Check the receiver; the alert is sent again at the next look.",
    exit: 4,
  },
  "port.taken": {
    fact: "Port {port} is taken.",
    cause: "Another program, or another Entente, listens there.",
    remedy: "Give another one with --port, or --port 0 for any free one.",
    exit: 7,
  },
  "service.unreachable": {
    fact: "The service at {url} does not answer ({detail}).",
    cause: "It was stopped or is starting.",
    remedy: "Start it with `entente serve`.",
    exit: 7,
  },
  "request.invalid": {
    fact: "The request can't be used: {detail}.",
    cause: "A field is missing, misspelt or of the wrong kind.",
    remedy: "Compare it with the shapes at /api/openapi.json.",
    exit: 2,
  },
  "request.foreign": {
    fact: "The request came from {origin}, which this service does not serve.",
    cause: "Another web page tried to use it, or it was opened under a name that it doesn't know.",
    remedy: "Open the address that `entente serve` prints.",
    exit: 7,
  },
  "request.type": {
    fact: "The request's body is {type}.",
    cause: "Only application/json is taken, so that no foreign web page can write here.",
    remedy: "Send the header `content-type: application/json`.",
    exit: 2,
  },
  "request.path": {
    fact: "The service reads no path of this machine for a browser.",
    cause: "A path was sent without the token that the `entente` command finds in the data folder.",
    remedy: "Send the text itself, or run `entente add` on this machine.",
    exit: 2,
  },
  "request.limit": {
    fact: "More than {max} requests came in a minute.",
    cause: "A page or program asks in a loop.",
    remedy: "Wait {seconds} s.",
    exit: 7,
  },
  "request.unknown": {
    fact: "The service has nothing at {path}.",
    cause: "The address is misspelt, or belongs to another version.",
    remedy: "Look it up at /api/openapi.json.",
    exit: 7,
  },
  internal: {
    fact: "Entente met a fault of its own: {detail}.",
    cause: "A defect in the program.",
    remedy: "Report it with the command that led to it; nothing that was stored is lost.",
    exit: 70,
  },
} as const satisfies Record<string, { fact: string; cause: string; remedy: string; exit: number }>;

export type ErrorCode = keyof typeof CATALOGUE;

/** An error as it travels: over the API, in NDJSON, in a job's log. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
}

const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));

/** An entry of the catalogue with its values filled in. `message` is the fact and the cause. */
export class EntenteError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly exit: number;

  constructor(code: ErrorCode, values: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    const entry = CATALOGUE[code];
    super(`${fill(entry.fact, values)} ${fill(entry.cause, values)}`, options);
    this.name = "EntenteError";
    this.code = code;
    this.remedy = fill(entry.remedy, values);
    this.exit = entry.exit;
  }

  /** An error as another process put it into words; a code this version doesn't know becomes `internal`. */
  static fromRecord({ code, message, remedy }: Readonly<Record<keyof ErrorRecord, string>>): EntenteError {
    if (!Object.hasOwn(CATALOGUE, code)) return new EntenteError("internal", { detail: `${code}: ${message}` });
    const error = new EntenteError(code as ErrorCode);
    error.message = message;
    return Object.assign(error, { remedy });
  }

  toRecord(): ErrorRecord {
    return { code: this.code, message: this.message, remedy: this.remedy };
  }
}

/** Any thrown thing as an entry of the catalogue; what is not from it becomes `internal`. */
export function asEntenteError(thrown: unknown): EntenteError {
  if (thrown instanceof EntenteError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new EntenteError("internal", { detail }, { cause: thrown });
}
