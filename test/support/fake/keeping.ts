import type { KeepingDesk } from "../../../src/desk/keeping/types.ts";
import { EntenteError } from "../../../src/schema/index.ts";

const nothing = { same: 0, added: 0, gone: 0, changed: 0 };

/** The keeping of a ledger that has nothing to keep. */
export const FAKE_KEEPING: KeepingDesk = {
  verify: async () => ({ documents: 0, originals: 0, spans: 0, damage: [] }),
  backup: async (folder) => ({ path: folder }),
  export: async ({ path }) => ({ path }),
  importEvents: async (path) => {
    throw new EntenteError("events.unknown", { path, line: '""' });
  },
  freeze: async () => {
    throw new EntenteError("freeze.empty", { from: "the beginning", to: "the end" });
  },
  freezes: async () => [],
  verifyFreeze: async (name) => {
    throw new EntenteError("freeze.unknown", { name, path: "nowhere" });
  },
  deleteFreeze: async (name) => {
    throw new EntenteError("freeze.unknown", { name, path: "nowhere" });
  },
  recode: async () => ({
    coder: { version: "1", model: "fake", knowledge: "fake" },
    ...{ before: [], documents: 0, failed: [], reports: nothing, incidents: nothing, rows: [], moreRows: 0 },
    taken: false,
  }),
};
