import type { JobState } from "../../../src/schema/index.ts";

/** The states of a job in plain words. */
export const STATE_WORDS: Readonly<Record<JobState, string>> = {
  waiting: "waiting",
  running: "at work",
  paused: "paused",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
  interrupted: "interrupted",
};

/** What one may say of an outlet's owner. */
export const OWNERSHIP_WORDS: Readonly<Record<string, string>> = {
  state: "state media",
  public: "public",
  private: "private",
  government: "government",
};
