import { writeBrief } from "../../src/brief/index.ts";
import type { Brief } from "../../src/schema/index.ts";
import { EXERCISE, factsOf, measuresOf, STATEMENT } from "./world.ts";

/** A brief with something in each of its parts. */
export const exampleBrief = (): Brief =>
  writeBrief(factsOf({ told: [EXERCISE], sayings: [STATEMENT], changes: { measures: measuresOf() } }));

/** Texts that would break out of their place, were they taken for markup, code or mail headers. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  '#panic("out") #read("/etc/passwd") $x$ *b* _i_ @label <lbl> = h \\',
  "Subject\r\nBcc: everyone@example.org",
  "]]></style><svg onload=alert(1)>",
];

/** The same brief with a hostile text wherever a text can come from outside. */
export function hostileBrief(text: string): Brief {
  const brief = exampleBrief();
  const source = {
    document: "d-hostile",
    publisher: text,
    title: text,
    url: `javascript:alert(1)//${text}`,
    published: "2020-12-29",
  };
  const statement = {
    id: "hostile",
    sentence: text,
    evidence: [{ source, span: [0, 9] as [number, number], words: text }],
    measures: [],
    by: "analyst" as const,
    note: text,
  };
  return {
    ...brief,
    title: text,
    sections: [...brief.sections, { id: "hostile", part: text, heading: text, statements: [statement] }],
    sources: [...brief.sources, source],
    imprint: { byline: text, organisation: text, marking: text },
  };
}
