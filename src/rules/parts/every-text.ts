import {type Block, type Person, type Resolution, type SourceValue, type Text, visitBlocks} from '../../tree/index.ts'

/** Every text of a resolution that may be printed or shown, quotations and sources among them, by kind. */
export function everyText(resolution: Resolution): Text[] {
  const {title, number, meeting, date, status, mover, seconder, attestedBy, endorsers, submission} = resolution
  const people = [mover, seconder, attestedBy, ...endorsers].flatMap(person => (person ? textsOfPerson(person) : []))
  return [
    ...[title, number, meeting, date, status].flatMap(text => text ?? []),
    ...[...resolution.whereas, ...resolution.resolved].map(({text}) => text),
    ...resolution.notes.flatMap(({label, children}) => [label, ...textsOfBlocks(children)]),
    ...people,
    ...resolution.sources.flatMap(({id, fields, texts}) => [
      id,
      ...fields.flatMap(({value}) => textsIn(value)),
      ...texts
    ]),
    ...resolution.bibliography,
    ...submission.flatMap(({key, values}) => [key, ...values])
  ]
}

function textsOfPerson({name, unit, role, email, phone}: Person): Text[] {
  return [name, unit, role, email, phone].flatMap(text => text ?? [])
}

function textsOfBlocks(blocks: readonly Block[]): Text[] {
  const found: Text[] = []
  visitBlocks(blocks, node => {
    if (node.type === 'text') found.push(node)
  })
  return found
}

function textsIn(value: SourceValue): Text[] {
  if (value.type === 'text') return [value]
  return value.type === 'list' ? value.items.flatMap(textsIn) : value.fields.flatMap(({value}) => textsIn(value))
}
