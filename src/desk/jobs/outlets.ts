import type { Knowledge } from "../../knowledge/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { Outlet } from "../../schema/index.ts";

/** Who published the documents of the ledger, with the country and ownership of each outlet where they are known. */
export async function outletsOf(ledger: Ledger, knowledge: Knowledge): Promise<readonly Outlet[]> {
  return (await ledger.outlets()).map((counted) => {
    const outlet = counted.publisher === undefined ? undefined : knowledge.outletOf(counted.publisher);
    return outlet ? { ...counted, side: outlet.country, ownership: outlet.ownership } : counted;
  });
}
