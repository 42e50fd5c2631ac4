import type { CatalogueEntry } from "./entry.ts";

/** What can be wrong with a command, the installation and the service. */
export const SERVICE = {
  usage: {
    fact: "The command can't be understood: {detail}.",
    cause: "A word or option is misspelt or missing.",
    remedy: "Run `entente --help`, or `entente <command> --help`.",
    exit: 2,
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
  "coder.memory": {
    fact: "The document needs more memory than a thread of the coder may take.",
    cause: "It is very long, or built in a way that the coder does not expect.",
    remedy: "Split it into shorter documents and add these.",
    exit: 6,
  },
  "coder.thread": {
    fact: "A thread of the coder could not start ({detail}).",
    cause: "The machine has too little memory free.",
    remedy: "Close other programs, or take fewer threads with --workers, and resume the job.",
    exit: 6,
  },
  "knowledge.row": {
    fact: "{file}:{line}: {detail}.",
    cause: "The row was edited by hand and doesn't fit its table.",
    remedy: "{remedy}",
    exit: 6,
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
  "request.remote": {
    fact: "A folder can be named only on the machine that Entente runs on.",
    cause: "This page is open on another machine, or a proxy stands before the service.",
    remedy: "Run `entente feeds add` with the folder on the machine of the service.",
    exit: 2,
  },
  "folder.outside": {
    fact: "{path} can't be watched from a page.",
    cause: "A page may name folders within {home} only, none that is hidden or holds Entente's own data.",
    remedy: "Choose another one, or run `entente feeds add` with it.",
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
} as const satisfies Record<string, CatalogueEntry>;
