import { EntenteError } from "../../src/schema/index.ts";

/** The catalogue's code with which a promise is rejected. */
export const errorCode = async (promise: Promise<unknown>): Promise<string> => {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  return thrown instanceof EntenteError ? thrown.code : `no EntenteError: ${thrown}`;
};
