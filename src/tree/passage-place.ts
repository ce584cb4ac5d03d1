import type {Related} from './diagnostic.ts'
import type {Passage, Whereabouts} from './resolved.ts'

const oneName = {page: 'p.', paragraph: 'paragraph', footnote: 'footnote', endnote: 'endnote'} as const
const moreNames = {page: 'pp.', paragraph: 'paragraphs', footnote: 'footnotes', endnote: 'endnotes'} as const

/** The place of a passage as a person looks it up: `p. 4`, `pp. 4–5`, `paragraph 7`, `line 12`. */
export function whereabouts({where, place}: Pick<Passage, 'where' | 'place'>): string {
  return where === undefined ? `line ${place.start.line}` : namesOf(where)
}

function namesOf({kind, names}: Whereabouts): string {
  const shown = [...new Set(names.map(([name = '']) => name))]
  const [first = ''] = shown
  return shown.length > 1 ? `${moreNames[kind]} ${first}–${shown.at(-1)}` : `${oneName[kind]} ${first}`
}

/** A passage as the other place of a finding. */
export function relatedPassage(message: string, passage: Passage): Related {
  const {path, place, where} = passage
  return {message, path, place, ...(where === undefined ? {} : {where: namesOf(where)})}
}

/** `sources/pen.txt:3:5`, or `sources/pen.pdf, p. 4` where a line says nothing to a person. */
export function shownPlace({path, place, where}: Pick<Related, 'path' | 'place' | 'where'>): string {
  return where === undefined ? `${path}:${place.start.line}:${place.start.column}` : `${path}, ${where}`
}
