import {type CslItem, placeAt, type TextFile} from '../tree/index.ts'
import {lossOf} from './carried.ts'
import {itemFromFields} from './csl-item.ts'
import type {FoundLosses} from './import.ts'
import {fieldsOf} from './imported.ts'
import type {FieldLoss} from './item-fields.ts'
import {type RisRecord, recordsOf, typeOf, valuesOf} from './ris.ts'

/** What records of RIS hold and sources do not. */
export function risLosses(file: TextFile): FoundLosses {
  const place = placeAt(file, 0, 0)
  const read = (tags: RisRecord['tags']): CslItem =>
    itemFromFields('', fieldsOf(valuesOf({tags, start: 0, end: 0, headEnd: 0}, [], place), place), 'csl').item
  return {ofEntries: recordsOf(file.text).map(({tags}) => lossesOf(tags, read)), outside: []}
}

function lossesOf(tags: RisRecord['tags'], read: (tags: RisRecord['tags']) => CslItem): readonly FieldLoss[] {
  const item = read(tags)
  const type = tags.get('TY') ?? []
  const empty = read(new Map([['TY', type]]))
  return [...tags].flatMap(([tag, values]) => {
    if (tag === 'TY') return typeLoss(values[0] ?? '', item.type)
    return values.flatMap((value, index): readonly FieldLoss[] => {
      if (value === '' || (tag === 'ID' && index === 0)) return []
      const without = read(new Map([...tags, [tag, values.toSpliced(index, 1)]]))
      const alone = read(
        new Map([
          ['TY', type],
          [tag, [value]]
        ])
      )
      const loss = lossOf({field: tag, value, words: value, without, alone, empty}, item)
      return loss === undefined ? [] : [loss]
    })
  })
}

function typeLoss(typed: string, type: string): readonly FieldLoss[] {
  if (Object.hasOwn(typeOf, typed.toUpperCase())) return []
  return [{field: 'TY', value: typed, reason: `it is no type of RIS, read as \`${type}\``}]
}
