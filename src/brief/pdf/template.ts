/**
 * The page of a brief in Typst. All words come from `/brief.json`: what is read from there is shown as text and never
 * taken as code, so that no title or quotation can break out of its place.
 */
export const TEMPLATE = `
#let data = json("/brief.json")
#let ink = rgb("#1a1a1a")
#let muted = rgb("#555555")
#let rule-colour = rgb("#b8b8b8")
#let sans = ("Source Sans 3", "ZCOOL XiaoWei", "Noto Naskh Arabic")
#let serif = ("Source Serif 4", "ZCOOL XiaoWei", "Noto Naskh Arabic")
#let quiet(body) = text(font: sans, size: 8pt, fill: muted, body)
#let marking = if data.marking == none { none } else { text(font: sans, size: 8pt, weight: 600, fill: ink, upper(data.marking)) }

#set document(title: data.title, author: data.authors, description: data.description, keywords: data.keywords, date: none)
#set text(font: serif, size: 10.5pt, lang: "en", region: "gb", fill: ink, hyphenate: true)
#set par(justify: true, leading: 0.62em, spacing: 1.05em)
#set page(
  paper: data.paper,
  margin: (top: 26mm, bottom: 26mm, left: 27mm, right: 27mm),
  header: context {
    if here().page() > 1 {
      set text(font: sans, size: 8pt, fill: muted)
      grid(columns: (1fr, auto, 1fr), align: (left, center, right), data.title, marking, data.organisation)
      v(-4pt)
      line(length: 100%, stroke: 0.4pt + rule-colour)
    } else if marking != none { align(center, marking) }
  },
  footer: context {
    set text(font: sans, size: 8pt, fill: muted)
    grid(columns: (1fr, auto, 1fr), align: (left, center, right), data.byline, marking,
      counter(page).display("1 / 1", both: true))
  },
)
#set footnote.entry(separator: line(length: 30%, stroke: 0.4pt + rule-colour), gap: 0.45em, indent: 0em)
#show footnote.entry: set text(font: sans, size: 7.6pt)
#show footnote.entry: set par(justify: false, leading: 0.5em)
#show heading: set text(font: sans, weight: 600, hyphenate: false)
#show heading: set par(justify: false)
#show heading.where(level: 1): it => block(above: 1.9em, below: 0.9em, sticky: true, text(size: 14pt, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true, text(size: 11.5pt, it.body))
#show link: set text(fill: rgb("#1f4e79"))
#show figure: set block(breakable: true)
#show figure.caption: set text(font: sans, size: 8.5pt)
#show figure.caption: set par(justify: false)
#show figure.caption: set align(left)
#show outline.entry.where(level: 1): set text(weight: 600)

#let hash(value) = text(font: sans, size: 6.6pt, fill: muted, value)
#let address(url) = if url != none { [ #link(url, text(size: 7pt, url))] }
#let note-body(note) = [#note.line: “#note.words” #hash(note.document)#address(note.url)]
#let notes(list) = for (at, note) in list.enumerate() {
  if at > 0 { super(",") }
  if note.first { [#footnote(note-body(note))#label(note.label)] } else { footnote(label(note.label)) }
}
#let statement(entry) = par[#entry.sentence#notes(entry.notes)#if entry.analyst { quiet[ (analyst’s own sentence)] }#if entry.note != none { quiet[ Note: #entry.note] }]

#if data.logo != none { block(below: 1.2em, image(data.logo, height: 14mm, alt: data.logoAlt)) }
#quiet[#data.kicker]
#block(above: 1.1em, below: 0.8em, text(font: sans, size: 23pt, weight: 600, hyphenate: false, data.title))
#if data.credit != "" { text(font: sans, size: 10pt, fill: muted, data.credit) }
#line(length: 100%, stroke: 0.6pt + rule-colour)

#let first = data.sections.at(0, default: none)
#let section(part) = {
  if part.part != none { heading(level: 1, part.part) }
  heading(level: if part.nested { 2 } else { 1 }, part.heading)
  for entry in part.statements { statement(entry) }
  for drawing in part.figures {
    figure(image(drawing.path, width: 100%, alt: drawing.alt), caption: drawing.caption, kind: image, supplement: "Figure")
  }
}
#if first != none { section(first) }
#block(above: 2em)[
  #set text(font: sans, size: 9pt)
  #outline(title: text(size: 11.5pt)[Contents], depth: 2, indent: 1em)
]
#for part in data.sections.slice(calc.min(1, data.sections.len())) { section(part) }

#if data.tables.len() > 0 [
  = Data of the figures
  #for entry in data.tables {
    heading(level: 2, entry.caption)
    set text(font: sans, size: 8pt)
    table(
      columns: entry.columns.len(),
      stroke: (x, y) => if y == 0 { (bottom: 0.6pt + ink) } else { (bottom: 0.3pt + rule-colour) },
      inset: (x: 4pt, y: 3pt),
      align: left,
      table.header(..entry.columns.map(name => strong(name))),
      ..entry.rows.flatten(),
    )
  }
]

#if data.sources.len() > 0 [
  = Sources
  #set text(font: sans, size: 8.5pt)
  #set par(justify: false)
  #enum(..data.sources.map(source => [#source.line. #hash(source.hash)#address(source.url)]))
]
`;
