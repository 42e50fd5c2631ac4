import { type Entry, openLedger } from "../../src/ledger/index.ts";
import { entryOf } from "./plain-entries.ts";

const STATES = ["Arnor", "Gondor", "Rohan", "Mordor"];

/** Ten batches of twenty documents, the same each time; many tell of the same events. */
export function batches(): Entry[][] {
  return Array.from({ length: 10 }, (_, batch) =>
    Array.from({ length: 20 }, (_unused, index) => {
      const number = batch * 20 + index;
      const [one, other] = [STATES[number % 4], STATES[(number + 1 + (number % 3)) % 4]];
      const day = `2020-03-${String(1 + (number % 9)).padStart(2, "0")}`;
      return entryOf({
        text: `Report ${number}: ${one} and ${other} held drill ${number % 7} on the river.`,
        published: day,
        events: [{ actors: [one, other], on: day }],
      });
    }),
  );
}

const folder = process.argv[2];
if (process.argv[1] === import.meta.filename && folder !== undefined) {
  const ledger = await openLedger(folder);
  for (const batch of batches()) {
    await ledger.append(batch);
    console.log("batch");
  }
  await ledger.close();
}
