import type {ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Dossier, DossierBlock, DossierRun} from '../../tree/index.ts'
import {headingIds, targetOf} from '../dossier-links.ts'
import {type Handlers, handle} from '../handlers.ts'
import {compile} from './compile.ts'
import {joined, marked} from './phrasing.ts'

/** A dossier in GitHub-flavoured Markdown; its inner links are those that GitHub gives to headings. */
export function writeDossierMarkdown(dossier: Dossier): string {
  const links: Links = {ids: headingIds(dossier), anchors: anchorsOf(dossier)}
  const children = dossier.blocks.flatMap(block => handle(handlers, block, links))
  return compile({type: 'root', children})
}

interface Links {
  readonly ids: ReadonlySet<string>
  /** From the id of a heading to its anchor. */
  readonly anchors: ReadonlyMap<string, string>
}

const handlers: Handlers<DossierBlock, readonly RootContent[], Links> = {
  heading: ({level, runs}, links) => {
    const children = phrasing(runs, links)
    return children.length === 0 ? [] : [{type: 'heading', depth: level, children}]
  },
  paragraph: ({runs}, links) => paragraph(runs, links),
  list: ({items}, links) => list(items, links),
  facts: ({rows}, links) =>
    list(
      rows.map(({label, runs}) => [{text: `${label}:`, style: 'strong'}, {text: ' '}, ...runs]),
      links
    ),
  passage: ({runs}, links) => {
    const children = paragraph(runs, links)
    return children.length === 0 ? [] : [{type: 'blockquote', children}]
  }
}

function paragraph(runs: readonly DossierRun[], links: Links): Paragraph[] {
  const children = phrasing(runs, links)
  return children.length === 0 ? [] : [{type: 'paragraph', children}]
}

function list(items: readonly (readonly DossierRun[])[], links: Links): readonly RootContent[] {
  const children = items.map((runs): ListItem => ({type: 'listItem', spread: false, children: paragraph(runs, links)}))
  return children.length === 0 ? [] : [{type: 'list', ordered: false, spread: false, children}]
}

function phrasing(runs: readonly DossierRun[], links: Links): PhrasingContent[] {
  return joined(runs.flatMap(run => linked(run, links)))
}

function linked(run: DossierRun, {ids, anchors}: Links): readonly PhrasingContent[] {
  const children = run.text === '' ? [] : styles[run.style ?? 'plain'](run.text)
  const target = targetOf(run, ids)
  if (target === undefined || children.length === 0) return children
  const url = 'url' in target ? target.url : `#${anchors.get(target.id) ?? target.id}`
  return [{type: 'link', url, children: [...children]}]
}

const text = (value: string): PhrasingContent => ({type: 'text', value})

/** Markdown has no mark for words struck out or put in that every reader knows; GitHub knows these elements. */
function tagged(name: 'del' | 'ins', value: string): readonly PhrasingContent[] {
  return [{type: 'html', value: `<${name}>`}, text(value), {type: 'html', value: `</${name}>`}]
}

type Style = NonNullable<DossierRun['style']> | 'plain'

const styles: {readonly [Name in Style]: (value: string) => readonly PhrasingContent[]} = {
  plain: value => [text(value)],
  strong: value => marked('strong', [text(value)]),
  emphasis: value => marked('emphasis', [text(value)]),
  code: value => [{type: 'inlineCode', value}],
  quoted: value => marked('strong', [text(value)]),
  removed: value => tagged('del', value),
  added: value => tagged('ins', value)
}

/** What GitHub makes of a heading: small letters, no punctuation, a hyphen for each space, a number on a second one. */
function anchorsOf({blocks}: Dossier): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const block of blocks) {
    if (block.type !== 'heading') continue
    const words = block.runs.map(run => run.text).join('')
    const anchor = words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    const count = counts.get(anchor) ?? 0
    counts.set(anchor, count + 1)
    anchors.set(block.id, count === 0 ? anchor : `${anchor}-${count}`)
  }
  return anchors
}
