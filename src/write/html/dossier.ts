import type {
  Dossier,
  DossierBlock,
  DossierHeading,
  DossierLabels,
  DossierList,
  DossierMark,
  DossierRun
} from '../../tree/index.ts'
import {headingIds, targetOf} from '../dossier-links.ts'
import {type Handlers, handle} from '../handlers.ts'
import {dossierStyle} from './dossier-style.ts'
import {attributes, escapeText} from './escape.ts'

/** Nothing is loaded and nothing runs, whatever the words are. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A dossier as one page that needs nothing else, to read on a screen, to hear and to print. */
export function writeDossierHtml(dossier: Dossier): string {
  const {title, language, labels, blocks} = dossier
  const page: Page = {ids: headingIds(dossier), labels}
  const start = blocks.findIndex(block => block.type === 'heading' && block.level > 1)
  const end = start < 0 ? blocks.length : start
  return `<!doctype html>
<html${attributes({lang: language})}>
<head>
<meta charset="utf-8">
<meta${attributes({'http-equiv': 'Content-Security-Policy', content: policy})}>
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>${dossierStyle}</style>
</head>
<body>
<a class="skip" href="#content">${escapeText(labels.skip)}</a>
<header>
${flow(blocks.slice(0, end), page)}</header>
<main id="content" tabindex="-1">
${sections(blocks.slice(end), 2, page)}</main>
</body>
</html>
`
}

interface Page {
  readonly ids: ReadonlySet<string>
  readonly labels: DossierLabels
}

/** What stands around a block. */
interface Around {
  readonly page: Page
  /** The heading that it stands under. */
  readonly heading: DossierHeading | undefined
}

/** Blocks with a section for each heading of a level, and inside it one for each heading of the next. */
function sections(blocks: readonly DossierBlock[], level: 2 | 3, page: Page): string {
  const starts = blocks.flatMap((block, index) => (block.type === 'heading' && block.level === level ? [index] : []))
  const parts = starts.map((start, index) => {
    const part = blocks.slice(start, starts[index + 1])
    const inside = level === 2 ? sections(part, 3, page) : flow(part, page)
    const isEntry = level === 3 && part.some(({type}) => type === 'passage')
    return `<section${attributes({class: isEntry ? 'entry' : undefined})}>\n${inside}</section>\n`
  })
  return flow(blocks.slice(0, starts[0]), page) + parts.join('')
}

function flow(blocks: readonly DossierBlock[], page: Page): string {
  let heading: DossierHeading | undefined
  return blocks
    .map(block => {
      if (block.type === 'heading') heading = block
      return handle(handlers, block, {page, heading})
    })
    .join('')
}

const classes = {text: undefined, label: 'label', wayBack: 'back'} as const

const handlers: Handlers<DossierBlock, string, Around> = {
  heading: ({level, id, runs}, {page}) => {
    // Level 2 and 3 take the focus, so that who follows a link goes on reading there.
    const values = {id, dir: 'auto', tabindex: level === 1 ? undefined : -1}
    return `<h${level}${attributes(values)}>${phrasing(runs, page)}</h${level}>\n`
  },
  paragraph: ({role, runs}, {page}) =>
    `<p${attributes({class: classes[role], dir: 'auto'})}>${phrasing(runs, page)}</p>\n`,
  list: (list, {page, heading}) => {
    const items = listItems(list, page)
    if (!list.isContents || heading === undefined) return items
    return `<nav${attributes({'aria-labelledby': heading.id})}>\n${items}</nav>\n`
  },
  facts: ({rows}, {page}) => {
    const pairs = rows.map(
      ({label, runs}) =>
        `<div><dt dir="auto">${escapeText(label)}</dt> <dd dir="auto">${phrasing(runs, page)}</dd></div>\n`
    )
    return pairs.length === 0 ? '' : `<dl>\n${pairs.join('')}</dl>\n`
  },
  passage: ({language, runs}, {page}) =>
    `<blockquote${attributes({lang: language})}><p dir="auto">${phrasing(runs, page)}</p></blockquote>\n`
}

function listItems({items}: DossierList, page: Page): string {
  if (items.length === 0) return ''
  return `<ul>\n${items.map(runs => `<li dir="auto">${phrasing(runs, page)}</li>\n`).join('')}</ul>\n`
}

function phrasing(runs: readonly DossierRun[], page: Page): string {
  return runs
    .map(run => {
      const target = targetOf(run, page.ids)
      const words = styled(run, page.labels)
      if (target === undefined) return words
      return `<a${attributes({href: 'url' in target ? target.url : `#${target.id}`})}>${words}</a>`
    })
    .join('')
}

const elements: {readonly [Style in NonNullable<DossierRun['style']>]: string} = {
  strong: 'strong',
  emphasis: 'em',
  code: 'code',
  quoted: 'mark',
  removed: 'del',
  added: 'ins'
}

function styled({text, style}: DossierRun, {spoken}: DossierLabels): string {
  if (style === undefined) return escapeText(text)
  const name = elements[style]
  if (!isMark(style)) return `<${name}>${escapeText(text)}</${name}>`
  const {before, after} = spoken[style]
  return `<${name}>${hidden(before)}${escapeText(text)}${hidden(after)}</${name}>`
}

function isMark(style: NonNullable<DossierRun['style']>): style is DossierMark {
  return style === 'quoted' || style === 'removed' || style === 'added'
}

/** Words for those who hear the page; brackets keep them apart from the words around. */
function hidden(words: string): string {
  return `<span class="spoken"> [${escapeText(words)}] </span>`
}
