/** The colours of a page, as `#rrggbb`; words on each ground have a contrast of 4.5 to 1 or more (WCAG 2, 1.4.3). */
export interface DossierColors {
  readonly ground: string
  readonly words: string
  readonly quiet: string
  readonly link: string
  readonly passage: string
  readonly rule: string
  readonly quoted: string
  readonly 'quoted-words': string
  readonly removed: string
  readonly 'removed-words': string
  readonly added: string
  readonly 'added-words': string
}

export const lightColors: DossierColors = {
  ground: '#ffffff',
  words: '#1a1a1a',
  quiet: '#4d4d4d',
  link: '#0b4f8a',
  passage: '#f5f5f2',
  rule: '#767676',
  quoted: '#ffec99',
  'quoted-words': '#1a1a1a',
  removed: '#fde7e5',
  'removed-words': '#8a1f11',
  added: '#e3f4e4',
  'added-words': '#155724'
}

export const darkColors: DossierColors = {
  ground: '#16181a',
  words: '#e8e6e3',
  quiet: '#b8b5b0',
  link: '#8ec5ff',
  passage: '#212427',
  rule: '#8a8a8a',
  quoted: '#5c4a00',
  'quoted-words': '#fff6d1',
  removed: '#4a1f1b',
  'removed-words': '#ffc9c2',
  added: '#183d1f',
  'added-words': '#bff0c6'
}

function variables(colors: DossierColors): string {
  return Object.entries(colors)
    .map(([name, color]) => `--${name}: ${color}`)
    .join('; ')
}

/** The style sheet of a dossier, for screens of any width, light and dark, and for paper. */
export const dossierStyle = `
:root { color-scheme: light dark; ${variables(lightColors)} }
@media (prefers-color-scheme: dark) { :root { ${variables(darkColors)} } }
html { background: var(--ground); color: var(--words); -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { box-sizing: border-box; max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; font-family: "Times New Roman", Tinos, "Liberation Serif", serif; font-size: 1.125rem; line-height: 1.5 }
body, dd { overflow-wrap: anywhere }
h1 { margin: 0 0 0.6em; font-size: 1.6em; line-height: 1.25; text-wrap: balance }
h2 { margin: 1.8em 0 0.6em; font-size: 1.3em; line-height: 1.3 }
h3 { margin: 1.4em 0 0.5em; font-size: 1.1em; line-height: 1.3 }
p, ul, blockquote, dl { margin: 0 0 0.9em }
ul { padding-inline-start: 1.3em }
li { margin-bottom: 0.4em }
.entry { margin-top: 2em; padding-top: 0.2em; border-top: 1px solid var(--rule) }
.label { margin-bottom: 0.4em; break-after: avoid }
blockquote { padding: 0.7em 1em; background: var(--passage); border-inline-start: 4px solid var(--rule) }
blockquote p { margin: 0 }
code { font-family: "Liberation Mono", Consolas, Menlo, monospace; font-size: 0.85em }
mark { background: var(--quoted); color: var(--quoted-words); font-weight: bold }
del { background: var(--removed); color: var(--removed-words); text-decoration: line-through }
ins { background: var(--added); color: var(--added-words); text-decoration: underline }
mark, del, ins { padding: 0 0.1em; -webkit-box-decoration-break: clone; box-decoration-break: clone; -webkit-print-color-adjust: exact; print-color-adjust: exact }
mark, del, ins, code, a { unicode-bidi: isolate }
a { color: var(--link); text-underline-offset: 0.15em }
a:focus-visible, h2:focus-visible, h3:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
:target { background: var(--quoted); color: var(--quoted-words) }
.skip { position: absolute; inset-inline-start: 1rem; top: 0.5rem; padding: 0.5em 1em; background: var(--ground); border: 2px solid var(--link) }
.skip:not(:focus) { transform: translateY(-200%) }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; -webkit-user-select: none; user-select: none }
dl > div { display: grid; grid-template-columns: 10rem 1fr; gap: 0 1rem; padding: 0.2em 0 }
dt { color: var(--quiet); font-weight: bold }
dd { margin: 0 }
@media (max-width: 36rem) { dl > div { display: block } }
@page { margin: 20mm }
@media print {
  :root { color-scheme: light; ${variables(lightColors)} }
  body { max-width: none; padding: 0; font-size: 11pt; line-height: 1.35 }
  a { color: inherit }
  .skip, .back, .spoken { display: none }
  :target { background: none; color: inherit }
  h1, h2, h3, .label { break-after: avoid }
  dl, li { break-inside: avoid }
  p { orphans: 3; widows: 3 }
}
`
