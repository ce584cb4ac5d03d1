import {
  type Block,
  type BoundSource,
  type Inline,
  type Person,
  plainText,
  type Resolution,
  type SourceValue,
  type Text
} from '../../tree/index.ts'

/** All that the drafter wrote, field by field in reading order: without what stands between quotation marks. */
export function draftedWords(resolution: Resolution): Text[] {
  const {title, number, meeting, mover, seconder, endorsers, attestedBy, submission} = resolution
  const people = [mover, seconder, ...endorsers, attestedBy].flatMap(person => (person ? wordsOfPerson(person) : []))
  const parts = [...resolution.whereas, ...resolution.resolved, ...resolution.notes]
  return [
    ...[title, number, meeting].flatMap(text => text ?? []),
    ...people,
    ...parts.flatMap(({children}) => children.flatMap(block => wordsOfBlock(block, resolution))),
    ...submission.flatMap(({values}) => values)
  ]
}

function wordsOfPerson({name, unit, role, email, phone}: Person): Text[] {
  return [name, unit, role, email, phone].flatMap(text => text ?? [])
}

function wordsOfBlock(block: Block, resolution: Resolution): Text[] {
  if (block.type === 'blockQuotation') return []
  const ours = unquoted(block.children)
  const {value, offsets} = plainText(ours)
  const typed = ours.flatMap(node => (node.type === 'citation' ? asTyped(node, resolution) : []))
  return [{type: 'text', value, offsets, place: block.place}, ...typed]
}

/** Inline nodes in order, the words of notes in their places, without quotations. */
function unquoted(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap(node => {
    if (node.type === 'quotation') return []
    return 'children' in node && node.type !== 'alteration' ? unquoted(node.children) : [node]
  })
}

/** A citation letter by letter: its locator may be a placeholder. */
function asTyped({place}: Pick<Text, 'place'>, {file}: Resolution): Text {
  const start = place.start.offset
  const value = file.text.slice(start, place.end.offset)
  return {
    type: 'text',
    value,
    offsets: Uint32Array.from({length: value.length + 1}, (_, index) => start + index),
    place
  }
}

/** Numbers may be Roman, given names initials; the others are not printed. */
const passedOver: ReadonlySet<string> = new Set(
  'volume issue chapter-number part-number number-of-volumes given suffix custom keyword abstract categories'.split(' ')
)

/** Every text of a source under its key. */
export function wordsOfSource({source}: BoundSource): {readonly key: string; readonly text: Text}[] {
  return (source?.fields ?? []).flatMap(({key, value}) => textsUnder(key.value, value))
}

function textsUnder(key: string, value: SourceValue): {readonly key: string; readonly text: Text}[] {
  if (passedOver.has(key)) return []
  if (value.type === 'text') return [{key, text: value}]
  if (value.type === 'list') return value.items.flatMap(item => textsUnder(key, item))
  return value.fields.flatMap(field => textsUnder(passedOver.has(field.key.value) ? field.key.value : key, field.value))
}
