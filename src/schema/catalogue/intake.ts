import type { CatalogueEntry } from "./entry.ts";

/** What can be wrong with what is read. */
export const INTAKE = {
  "input.missing": {
    fact: "There is no file or folder at {path}.",
    cause: "The path is misspelt or was moved.",
    remedy: "Check the path; a relative one starts at the folder you are in.",
    exit: 3,
  },
  "input.unreadable": {
    fact: "{path} can't be read ({detail}).",
    cause: "You may lack the permission.",
    remedy: "Check the permissions of the file and its folder.",
    exit: 3,
  },
  "input.damaged": {
    fact: "{path} can't be read ({detail}).",
    cause: "The file is damaged, was cut short, or is of another kind than its name says.",
    remedy: "Open it in another program; if it fails there too, fetch it again.",
    exit: 3,
  },
  "input.nothing": {
    fact: "{path} holds nothing that Entente reads.",
    cause: "No file in it ends in a known way.",
    remedy:
      "Give a folder with texts, pages, PDF, mail, tables or NDJSON (.txt, .md, .html, .pdf, .eml, .csv, .ndjson).",
    exit: 3,
  },
  "input.empty": {
    fact: "{path} holds no text.",
    cause: "The file is empty, or a page without an article.",
    remedy: "Open it to see whether it holds what you expect.",
    exit: 3,
  },
  "input.binary": {
    fact: "{path} is not text.",
    cause:
      "It is an image, an archive or a program, or text in an encoding that is not UTF-8, UTF-16 or what it declares.",
    remedy: "Convert it to text or HTML in UTF-8 first.",
    exit: 3,
  },
  "input.encoding": {
    fact: "{path} is not valid {encoding}.",
    cause: "It was saved in another encoding, or was damaged.",
    remedy: "Save it as UTF-8 and add it again.",
    exit: 3,
  },
  "input.toolarge": {
    fact: "{path} has {size}, above the limit of {limit}.",
    cause: "It is likely no single document.",
    remedy: "Split it into documents, or give it as NDJSON with one document a line.",
    exit: 3,
  },
  "input.locked": {
    fact: "{path} is locked with a password.",
    cause: "Whoever made the file encrypted it.",
    remedy: "Save it without a password and add it again.",
    exit: 3,
  },
  "input.pictures": {
    fact: "{path} holds pictures of text, not text.",
    cause: "It was scanned.",
    remedy: "Run it through text recognition (OCR) first.",
    exit: 3,
  },
  "table.notext": {
    fact: "{path} has no column of texts (it has {columns}).",
    cause: "The column has another name.",
    remedy: "Name the column one of {known}.",
    exit: 3,
  },
  "table.row": {
    fact: "Line {line} has {found} cells, not {wanted} as the header.",
    cause: "A quotation mark or a separator in it is not escaped.",
    remedy: "Put cells with commas, quotation marks or line breaks in quotation marks.",
    exit: 3,
  },
  "table.columns": {
    fact: "{path} has no column {missing} (it has {columns}).",
    cause: "It is another table, or its columns have other names.",
    remedy: "Name the columns as the command's --help does.",
    exit: 3,
  },
  "table.value": {
    fact: 'Line {line} of {path}: "{value}" is no {what}.',
    cause: "The table is of another kind, or was altered.",
    remedy: "Write {allowed}.",
    exit: 3,
  },
  "table.malformed": {
    fact: "{path} can't be read as a table ({detail}).",
    cause: "A quotation mark is not closed, or the file was cut.",
    remedy: "Save it anew as CSV in UTF-8.",
    exit: 3,
  },
  "events.unknown": {
    fact: "{path} is no event data that Entente knows (it begins with {line}).",
    cause: "It is of another kind, packed into an archive, or its columns were renamed.",
    remedy:
      "Give a file as it was published, unpacked: GDELT 2.0 events or mentions, ICEWS, POLECAT, ACLED, ATOP, or UN votes and roll calls.",
    exit: 3,
  },
  "feed.malformed": {
    fact: "{url} is no feed ({detail}).",
    cause: "The address leads to a page, or the feed is broken.",
    remedy: "Look for the address of the RSS or Atom feed on the site.",
    exit: 4,
  },
  "input.frontmatter": {
    fact: "The front matter of {path} can't be used ({detail}).",
    cause: "It is not YAML, or a field of it is of the wrong kind.",
    remedy: "Write title, publisher, published, language, url and author as `name: value`, between two lines of ---.",
    exit: 3,
  },
  "input.date": {
    fact: '"{value}" is no date of publication ({path}).',
    cause: "It is misspelt, or its year can't be right.",
    remedy: "Write it as 2020-12-28 or 2020-12-28T10:00:00Z.",
    exit: 3,
  },
  "input.shape": {
    fact: "{path} has not the shape that is needed: {detail}.",
    cause: "It is no JSON, or a field of it is missing or of the wrong kind.",
    remedy: "Compare it with the shape in docs/schema/.",
    exit: 3,
  },
  "line.json": {
    fact: "Line {line} is not JSON ({detail}).",
    cause: "The line was cut or holds a raw line break.",
    remedy: "Write one JSON object a line, line breaks in it as \\n.",
    exit: 3,
  },
  "line.shape": {
    fact: "Line {line} can't be used: {detail}.",
    cause: "A field is missing or of the wrong kind.",
    remedy: 'Give {"id","text"} or {"id","html"}; the shape is in docs/schema/read-line.json.',
    exit: 3,
  },
  "line.conllu": {
    fact: "Line {line} of {path} is no CoNLL-U: {detail}.",
    cause: "The file is plain text, or was altered.",
    remedy: "Leave --gold-tokens out for plain text; the format is at https://universaldependencies.org/format.html.",
    exit: 3,
  },
  "url.invalid": {
    fact: "{url} is no web address.",
    cause: "It lacks https:// or is misspelt.",
    remedy: "Copy the whole address from the browser.",
    exit: 3,
  },
  "url.status": {
    fact: "{url} answered {status}.",
    cause: "The page was moved, removed or is closed to programs.",
    remedy: "Open it in a browser; save the page and add the file.",
    exit: 4,
  },
  "url.timeout": {
    fact: "{url} did not answer within {seconds} s.",
    cause: "The site is slow or the network is down.",
    remedy: "Try again later, or save the page and add the file.",
    exit: 4,
  },
  "url.unreachable": {
    fact: "{url} can't be reached ({detail}).",
    cause: "The machine is offline, or the name is misspelt.",
    remedy: "Check the address and the network, or save the page and add the file.",
    exit: 4,
  },
  "url.nottext": {
    fact: "{url} is {type}, not a text.",
    cause: "The address leads to an image, a film or a download.",
    remedy: "Give the address of the article itself.",
    exit: 4,
  },
} as const satisfies Record<string, CatalogueEntry>;
