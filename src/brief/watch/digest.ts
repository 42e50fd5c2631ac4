import { asEntenteError, type WatchSnapshot } from "../../schema/index.ts";
import { type Digest, digestOf } from "./alerts.ts";
import { sendToAll, smtpOf } from "./deliver.ts";
import { keyOf, look } from "./look.ts";
import { digestMail } from "./notice.ts";
import { readState, statePath, writeState } from "./state.ts";
import type { Watch } from "./watch.ts";

/** The digest that would go out now; undefined where nothing is new. */
export async function previewDigest(watch: Watch): Promise<Digest | undefined> {
  return (await digestNow(watch)).digest;
}

async function digestNow(watch: Watch) {
  const state = await readState(statePath(watch.folder));
  const looks: { before?: WatchSnapshot; after: WatchSnapshot }[] = [];
  for (const dyad of watch.settings.digest?.dyads ?? []) {
    looks.push({ before: state.digest[keyOf(dyad)], after: await look(watch, dyad) });
  }
  return { looks, digest: digestOf(looks) };
}

/**
 * Sends the digest of what is new since the last one, if anything is; what was sent counts as known from then on.
 * Errors: mail.settings, mail.failed, mail.address.
 */
export async function sendDigest(watch: Watch): Promise<Digest | undefined> {
  const { looks, digest } = await digestNow(watch);
  const to = watch.settings.digest?.to;
  if (!digest || !to) return undefined;
  const entry = { at: watch.now().toISOString(), kind: "digest", title: digest.title, target: to.join(", ") } as const;
  try {
    const smtp = smtpOf(watch);
    await sendToAll(await digestMail(digest, smtp.from, to, watch.now()), smtp, watch);
  } catch (thrown) {
    const error = asEntenteError(thrown);
    await watch.record?.({ ...entry, outcome: "failed", detail: error.message });
    throw error;
  }
  await watch.record?.({ ...entry, outcome: "sent" });
  const state = await readState(statePath(watch.folder));
  const known = Object.fromEntries(looks.map(({ after }) => [keyOf(after.dyad), after]));
  await writeState(statePath(watch.folder), { ...state, digest: { ...state.digest, ...known } });
  return digest;
}
