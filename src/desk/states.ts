import { EntenteError } from "../schema/index.ts";
import type { StateName } from "./types.ts";

/** The state with this code or English name, whatever its case. Errors: state.unknown. */
export function stateNamed(states: readonly StateName[], codeOrName: string): StateName {
  const wanted = codeOrName.trim().toLowerCase();
  const state = states.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted);
  if (!state) throw new EntenteError("state.unknown", { name: codeOrName });
  return state;
}
