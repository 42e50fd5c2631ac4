import { INTAKE } from "./catalogue/intake.ts";
import { KEEPING } from "./catalogue/keeping.ts";
import { SERVICE } from "./catalogue/service.ts";
import { TELLING } from "./catalogue/telling.ts";

/** The catalogue of errors: every error that Entente throws has its entry here. */
export const CATALOGUE = { ...INTAKE, ...KEEPING, ...TELLING, ...SERVICE } as const;
