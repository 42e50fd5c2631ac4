/**
 * MinHash over word shingles (Broder 1997, "On the resemblance and containment of documents"): texts that share
 * enough shingles fall into one bucket of at least one band with high probability, so near copies are found without
 * comparing all pairs.
 */

const SHINGLE_WORDS = 4;
/** Fewer words than this are too few to tell a copy from a phrase. */
const LEAST_WORDS = 25;
const BANDS = 24;
const ROWS = 3;

/** Shares of shingles from which two texts are near copies, of both together and of the shorter one. */
const RESEMBLANCE = 0.4;
const CONTAINMENT = 0.7;

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** One of a family of hash functions: the finaliser of MurmurHash3 over the hash and a seed. */
function mixed(hash: number, seed: number): number {
  let value = hash ^ Math.imul(seed + 1, 0x9e3779b9);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Hashes of a text's runs of four words, each once; none for a text too short to compare. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<number>();
  if (words.length < LEAST_WORDS) return shingles;
  for (let from = 0; from + SHINGLE_WORDS <= words.length; from += 1)
    shingles.add(hashOf(words.slice(from, from + SHINGLE_WORDS).join(" ")));
  return shingles;
}

const leastOf = (shingles: ReadonlySet<number>, seed: number): number => {
  let least = 0xffffffff;
  for (const shingle of shingles) least = Math.min(least, mixed(shingle, seed));
  return least;
};

/** One 32-bit key a band: near copies share at least one of them. Signed, as the table's column is. */
export function bandsOf(shingles: ReadonlySet<number>): number[] {
  if (shingles.size === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    let key = mixed(band, 0x5eed);
    for (let row = 0; row < ROWS; row += 1) key = mixed(key ^ leastOf(shingles, band * ROWS + row), row);
    return key | 0;
  });
}

/** Whether one text is a near copy of the other: most shingles in common, or the shorter one cut from the longer. */
export function isNearCopy(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  if (shorter.size === 0) return false;
  let common = 0;
  for (const shingle of shorter) if (longer.has(shingle)) common += 1;
  return common / (one.size + other.size - common) >= RESEMBLANCE || common / shorter.size >= CONTAINMENT;
}
