/** Where an overlong sentence is best cut: behind one of these. */
const PAUSES: readonly RegExp[] = [/^[;:!?.…—–]+$/, /^[,)\]"”’']$/];

/**
 * Cuts sentences longer than `longest` tokens: in the second half of what fits, behind a strong pause, else behind a
 * weak one, else at the limit. `cutAt` lists the first tokens of the added pieces.
 */
export function limitSentences(
  forms: readonly string[],
  sentenceStart: readonly number[],
  longest: number,
): { starts: number[]; cutAt: number[] } {
  const starts: number[] = [];
  const cutAt: number[] = [];
  for (const [s, first] of sentenceStart.entries()) {
    const end = sentenceStart[s + 1] ?? forms.length;
    starts.push(first);
    let from = first;
    while (end - from > longest) {
      from = pauseBefore(forms, from, from + longest);
      starts.push(from);
      cutAt.push(from);
    }
  }
  return { starts, cutAt };
}

/** The first token behind the last pause in the second half of [from, to). */
function pauseBefore(forms: readonly string[], from: number, to: number): number {
  const middle = from + Math.ceil((to - from) / 2);
  for (const pause of PAUSES) {
    for (let token = to - 1; token >= middle; token--) if (pause.test(forms[token])) return token + 1;
  }
  return to;
}
