/** How a form's case goes over to its lemma. */
export type CaseMode = "lower" | "keep" | "title";

/** A form becomes its lemma: case changed, `cut` units off the end, `add` put there. */
export interface Edit {
  readonly mode: CaseMode;
  readonly cut: number;
  readonly add: string;
}

const title = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1).toLowerCase();

function recase(form: string, mode: CaseMode): string {
  if (mode === "keep") return form;
  return mode === "lower" ? form.toLowerCase() : title(form);
}

/** Curly apostrophes as plain ones: lemmas have no other. */
export const plainForm = (form: string): string => form.replace(/[’‘]/g, "'");

export function applyEdit(form: string, { mode, cut, add }: Edit): string {
  const cased = recase(plainForm(form), mode);
  return cut < cased.length || add ? cased.slice(0, Math.max(0, cased.length - cut)) + add : cased;
}

/** The shortest edit from a form to its lemma, preferring lower case. */
export function editBetween(form: string, lemma: string): Edit {
  const plain = plainForm(form);
  const edits = (["lower", "keep", "title"] as const).map((mode) => {
    const cased = recase(plain, mode);
    let shared = 0;
    while (shared < cased.length && shared < lemma.length && cased[shared] === lemma[shared]) shared++;
    return { mode, cut: cased.length - shared, add: lemma.slice(shared) };
  });
  const cost = ({ cut, add }: Edit) => cut + add.length;
  return edits.reduce((best, edit) => (cost(edit) < cost(best) ? edit : best));
}

export const editText = ({ mode, cut, add }: Edit): string => `${mode[0]}${cut}${add}`;

/** The edit that `editText` wrote. */
export function parseEdit(text: string): Edit {
  const [, letter, cut, add] = /^([lkt])(\d+)(.*)$/.exec(text) ?? ["", "l", "0", ""];
  const mode = letter === "k" ? "keep" : letter === "t" ? "title" : "lower";
  return { mode, cut: Number(cut), add };
}
