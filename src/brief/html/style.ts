/** The sheet of the one-file page: read on a screen, printed on A4 or Letter. */
export const STYLE = `
:root { --ink: #1a1a1a; --muted: #555; --rule: #b8b8b8; --link: #1f4e79; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 17px/1.5 "Source Serif 4", Georgia, "Noto Serif", "Songti SC", serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, nav, figcaption, table, .kicker, .credit, .marking, .note, .sources, .evidence { font-family: "Source Sans 3", system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 2.1rem; line-height: 1.15; margin: .3rem 0 .6rem; }
h2 { font-size: 1.35rem; margin: 2.4rem 0 .7rem; }
h3 { font-size: 1.08rem; margin: 1.7rem 0 .5rem; }
p { margin: 0 0 .75rem; }
a { color: var(--link); }
.kicker, .credit, .note, .hash { color: var(--muted); }
.kicker, .credit { font-size: .9rem; margin: 0; }
.marking { text-align: center; font-weight: 600; text-transform: uppercase; letter-spacing: .04em; font-size: .85rem; }
.running { display: none; }
.logo { max-height: 3.2rem; max-width: 14rem; margin-bottom: 1rem; display: block; }
header { border-bottom: 1px solid var(--rule); padding-bottom: 1rem; }
nav ol { list-style: none; padding: 0; columns: 2; font-size: .92rem; }
nav li li { padding-left: 1rem; }
nav ol ol { columns: 1; }
sup a { text-decoration: none; padding: 0 .1em; font-family: "Source Sans 3", system-ui, sans-serif; }
.note { font-size: .85rem; }
figure { margin: 1.8rem 0; break-inside: avoid; }
figure svg { width: 100%; height: auto; }
figcaption { font-size: .9rem; margin-top: .4rem; }
details { font-size: .85rem; margin-top: .4rem; }
table { border-collapse: collapse; font-size: .82rem; margin: .5rem 0; }
th, td { text-align: left; padding: .2rem .7rem .2rem 0; border-bottom: 1px solid #ddd; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.sources, .evidence { font-size: .85rem; }
.sources li, .evidence li { margin-bottom: .5rem; }
.hash { font-size: .75rem; overflow-wrap: anywhere; }
:target { background: #fff4cc; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 36rem) { nav ol { columns: 1; } .scroll { overflow-x: auto; } }
@media print {
  @page { margin: 14mm 20mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
  body { font-size: 10.5pt; }
  .sheet { display: table; width: 100%; table-layout: fixed; }
  .running { break-inside: avoid; font: 8pt "Source Sans 3", system-ui, sans-serif; color: var(--muted); }
  .running.head { display: table-header-group; }
  .running.foot { display: table-footer-group; }
  .running > div { display: grid; grid-template-columns: 1fr auto 1fr; gap: 4mm; }
  .running.head > div { margin-bottom: 6mm; padding-bottom: 1mm; border-bottom: .4pt solid var(--rule); }
  .running.foot > div { padding-top: 4mm; }
  .running .middle { color: var(--ink); font-weight: 600; text-transform: uppercase; }
  .running .right { text-align: right; }
  .marking { display: none; }
  main { display: table-row-group; max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  a { color: inherit; text-decoration: none; }
  .evidence a[href^="http"]::after, .sources a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .9em; overflow-wrap: anywhere; }
  .screen { display: none; }
}
`;
