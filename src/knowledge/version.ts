import type { KnowledgeFiles } from "./table.ts";

/** FNV-1a, 32 bits, from a given start. */
function hashFrom(start: number, text: string): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** A name for exactly these tables: sixteen hex digits that change when a table does. */
export function versionOf(files: KnowledgeFiles): string {
  const whole = Object.keys(files)
    .sort()
    .map((file) => `${file}\u0000${files[file]}`)
    .join("\u0001");
  const half = (start: number): string => hashFrom(start, whole).toString(16).padStart(8, "0");
  return half(0x811c9dc5) + half(0x9e3779b9);
}
