/**
 * A list of sorted strings as text: per line how many units it shares with the line before (a character from "0" on),
 * then the rest. Nothing is lost where the list is not sorted; it only takes more room.
 */
const ZERO = 48;
const MOST = 70;

export function frontCode(strings: readonly string[]): string {
  let before = "";
  const lines = strings.map((string) => {
    let shared = 0;
    while (shared < MOST && shared < before.length && before[shared] === string[shared]) shared++;
    before = string;
    return String.fromCharCode(ZERO + shared) + string.slice(shared);
  });
  return lines.join("\n");
}

/** The list that `frontCode` wrote. */
export function frontDecode(text: string): string[] {
  if (!text) return [];
  let before = "";
  return text.split("\n").map((line) => {
    before = before.slice(0, line.charCodeAt(0) - ZERO) + line.slice(1);
    return before;
  });
}
