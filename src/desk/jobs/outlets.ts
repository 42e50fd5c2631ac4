import type { Knowledge } from "../../knowledge/index.ts";
import type { Ledger, OutletCount } from "../../ledger/index.ts";
import type { Outlet } from "../../schema/index.ts";
import { governmentOf } from "../brief-sides.ts";

function outletOf(counted: OutletCount, knowledge: Knowledge, codes: readonly string[]): Outlet {
  const { publisher } = counted;
  if (publisher === undefined) return counted;
  const outlet = knowledge.outletOf(publisher);
  if (outlet) return { ...counted, side: outlet.country, ownership: outlet.ownership };
  const side = governmentOf(publisher, codes, knowledge);
  return side === undefined ? counted : { ...counted, side, ownership: "government" };
}

/**
 * Who published the documents of the ledger, with the country and ownership of each where they are known; the organs
 * of a state are of its side.
 */
export async function outletsOf(ledger: Ledger, knowledge: Knowledge): Promise<readonly Outlet[]> {
  const codes = knowledge.states.map(({ code }) => code);
  return (await ledger.outlets()).map((counted) => outletOf(counted, knowledge, codes));
}
