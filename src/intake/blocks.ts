const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER " +
    "FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL"
  ).split(" "),
);
const SILENT = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT SELECT BUTTON TEXTAREA HEAD TITLE MATH".split(" "),
);
const CELLS = new Set(["TD", "TH"]);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const HTML_SPACES = /[ \t\n\r\f]+/g;

/** Collects text in reading order: one string a paragraph, a line break within it as "\n". */
class Paragraphs {
  readonly done: string[] = [];
  #open = "";

  words(text: string): void {
    this.#open += text.replace(HTML_SPACES, " ");
  }

  lineBreak(): void {
    this.#open += "\n";
  }

  close(): void {
    const tidy = this.#open
      .replace(/ *\n */g, "\n")
      .replace(/ {2,}/g, " ")
      .trim();
    if (tidy !== "") this.done.push(tidy);
    this.#open = "";
  }
}

interface Step {
  readonly node: Node;
  readonly leaving: boolean;
}

function enterElement(node: Node, paragraphs: Paragraphs, stack: Step[]): void {
  const name = node.nodeName.toUpperCase();
  if (SILENT.has(name)) return;
  if (name === "BR") paragraphs.lineBreak();
  if (BLOCKS.has(name)) paragraphs.close();
  if (CELLS.has(name)) paragraphs.words(" ");
  stack.push({ node, leaving: true });
  for (const child of [...node.childNodes].reverse()) stack.push({ node: child, leaving: false });
}

function enter(node: Node, paragraphs: Paragraphs, stack: Step[]): void {
  if (node.nodeType === TEXT_NODE) paragraphs.words(node.nodeValue ?? "");
  else if (node.nodeType === ELEMENT_NODE) enterElement(node, paragraphs, stack);
}

/**
 * The text of an element as a reader sees it: blocks parted by an empty line, `<br>` a line break, runs of HTML
 * white space one space (no-break spaces stay), scripts and controls left out. Walks without recursion.
 */
export function textOfElement(root: Node): string {
  const paragraphs = new Paragraphs();
  const stack: Step[] = [{ node: root, leaving: false }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (!step.leaving) enter(step.node, paragraphs, stack);
    else if (BLOCKS.has(step.node.nodeName.toUpperCase())) paragraphs.close();
  }
  paragraphs.close();
  return paragraphs.done.join("\n\n");
}
