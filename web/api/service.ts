import { useSyncExternalStore } from "react";

/** Whether the service answered last time it was asked. */
let lost = false;
const listeners = new Set<() => void>();

export function setServiceLost(value: boolean): void {
  if (lost === value) return;
  lost = value;
  for (const listener of listeners) listener();
}

/** Calls back whenever the service is lost or found. */
export function onServiceChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isServiceLost = (): boolean => lost;

export const useServiceLost = (): boolean => useSyncExternalStore(onServiceChange, isServiceLost);
