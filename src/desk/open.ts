import { LocalDesk } from "./local.ts";
import { RemoteDesk } from "./remote.ts";
import { findService } from "./service-file.ts";
import type { Desk } from "./types.ts";

/** The desk over a data folder: the running service where one holds it, else the folder itself. */
export async function openDesk(folder: string): Promise<Desk> {
  const service = await findService(folder);
  return service ? new RemoteDesk(service) : LocalDesk.open(folder);
}
