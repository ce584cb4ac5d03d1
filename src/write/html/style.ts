import type {PrintedResolution} from '../../tree/index.ts'
import {cssString} from './escape.ts'

/** The style sheet of a page: black on white, a measure that can be read, and the template's paper when it is printed. */
export function styleSheet(printed: PrintedResolution): string {
  const {page} = printed
  return `
:root { --hanging: ${page.hangingIndent}in; color-scheme: light }
html { background: #fff; color: #1a1a1a; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; font-family: ${cssString(page.font)}, ${cssString(page.pdfFont)}, "Liberation Serif", serif; font-size: 1.125rem; line-height: 1.5 }
main { box-sizing: border-box; max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }
article, li, p { overflow-wrap: break-word }
p, blockquote, ol { margin: 0 0 0.9em }
header p { margin: 0 }
header p.mark { float: inline-end; margin-inline-start: 1em; padding: 0 0.5em; border: 2px solid #8a1f11; color: #8a1f11; font-weight: bold; letter-spacing: 0.08em }
header p.status { margin-top: 0.9em }
h1 { margin: 1.2em 0; font-size: 1.3em; line-height: 1.3; text-align: center; text-wrap: balance }
h2 { margin: 0 0 0.6em; font-size: 1em }
p.whereas, .whereas > p:first-child, p.resolved { padding-inline-start: var(--hanging); text-indent: calc(-1 * var(--hanging)) }
.whereas > p:not(:first-child) { padding-inline-start: var(--hanging) }
blockquote { margin-inline: calc(2 * var(--hanging)) var(--hanging) }
li blockquote, .notes blockquote { margin-inline: var(--hanging) }
ol { padding-inline-start: 1.8em }
ol.words { padding-inline-start: 0; list-style: none }
li { margin-bottom: 0.5em }
li > p { margin-bottom: 0.4em }
.small-caps { font-variant-caps: small-caps }
.underline { text-decoration: underline }
sup, sub { font-size: 0.75em; line-height: 0 }
a { color: #0b4f8a; text-decoration-thickness: from-font; text-underline-offset: 0.15em }
a:focus-visible { outline: 2px solid #0b4f8a; outline-offset: 2px }
sup a, a.back { padding: 0 0.15em; text-decoration: none }
:target { background: #fff4c2 }
.ending { margin-top: 2em }
.ending p { margin-bottom: 0.3em }
.signature { max-width: 22em; margin-top: 3.2em; padding-top: 0.3em; border-top: 1px solid #1a1a1a }
.notes { margin-top: 2.5em; padding-top: 1em; border-top: 1px solid #767676; font-size: 0.9em }
${printSheet(printed)}`
}

/** What a printer needs; page numbers and running lines show where margin boxes are supported. */
function printSheet({page, header, mark, labels}: PrintedResolution): string {
  const box = (name: string, content: string): string => `  @${name} { content: ${content}; ${face} }`
  const face = `font-family: ${cssString(page.font)}, serif; font-size: ${page.noteSize}pt`
  const running = header.length > 0 ? [box('top-right', cssString(header.join(' · ')))] : []
  return `@page {
  size: ${page.paper === 'a4' ? 'A4' : 'letter'};
  margin: ${page.margin}in;
${[...(mark ? [box('top-left', cssString(mark))] : []), ...running, box('bottom-center', pageNumbers(labels.pageOf))].join('\n')}
}
@page :first { @top-right { content: none } @top-left { content: none } }
@media print {
  html { color: #000 }
  body { font-size: ${page.size}pt; line-height: 1.3 }
  main { max-width: none; padding: 0 }
  a { color: inherit; text-decoration: none }
  .back { display: none }
  :target { background: none }
  h1, h2, .lead { break-after: avoid }
  p { orphans: 2; widows: 2 }
  .ending { break-before: avoid; break-inside: avoid }
  .notes { font-size: ${page.noteSize}pt }
}
`
}

/** `Page {page} of {pages}` as the value of the CSS property content. */
function pageNumbers(pageOf: string): string {
  const counters: Readonly<Record<string, string>> = {'{page}': 'counter(page)', '{pages}': 'counter(pages)'}
  return pageOf
    .split(/(\{pages?\})/)
    .filter(part => part !== '')
    .map(part => counters[part] ?? cssString(part))
    .join(' ')
}
