import type { CatalogueEntry } from "./entry.ts";

/** What can be wrong with a data folder and its jobs. */
export const KEEPING = {
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
  "data.missing": {
    fact: "There is no data folder at {path}.",
    cause: "The path is misspelt, or nothing was added yet.",
    remedy: "Check --data and the folder you are in; `entente add` makes a new one.",
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
  "data.frozen": {
    fact: "{path} is a freeze, and nothing is written into one.",
    cause: "The command names the folder of a freeze.",
    remedy: "Give the data folder that it was made from.",
    exit: 5,
  },
  "freeze.unknown": {
    fact: "There is no freeze {name} in {path}.",
    cause: "The name is misspelt, or it was deleted.",
    remedy: "List them with `entente freeze --list`.",
    exit: 3,
  },
  "freeze.taken": {
    fact: "There is a freeze {name} already.",
    cause: "A freeze is never made over.",
    remedy: "Give another name, or delete it with `entente freeze --delete {name}`.",
    exit: 3,
  },
  "freeze.empty": {
    fact: "No document in the ledger was published from {from} to {to}.",
    cause: "The period is misspelt, or its documents have no date.",
    remedy: "Widen --from and --to, or leave them out.",
    exit: 3,
  },
  "data.busy": {
    fact: "Another process holds the data folder {path}.",
    cause: "A service or command is at work on it.",
    remedy: "Wait for it to end, or talk to the running service.",
    exit: 5,
  },
  "job.unknown": {
    fact: "There is no job {id}.",
    cause: "The number is misspelt, or belongs to another data folder.",
    remedy: "List the jobs: `entente jobs list`.",
    exit: 3,
  },
  "job.state": {
    fact: "The job {id} is {state}; it can't be {wanted}.",
    cause: "It ended, or somebody else was faster.",
    remedy: "Look at it: `entente jobs show {id}`.",
    exit: 3,
  },
  "job.interrupted": {
    fact: "The job {id} was interrupted.",
    cause: "The service that ran it is stopping.",
    remedy: "Go on with it later: `entente jobs resume {id}`; what was stored stays.",
    exit: 7,
  },
  "job.gone": {
    fact: "What the job {id} went through is no longer known.",
    cause: "It belongs to a feed or folder that was removed.",
    remedy: "Add the source again.",
    exit: 3,
  },
  "subscription.unknown": {
    fact: "There is no feed or folder {id}.",
    cause: "It is misspelt, or was removed.",
    remedy: "List them: `entente feeds list`.",
    exit: 3,
  },
} as const satisfies Record<string, CatalogueEntry>;
