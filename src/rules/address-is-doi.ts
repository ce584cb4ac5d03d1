import type {Edit} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {partOf} from './parts/addresses.ts'
import {citedSources, isGiven, placeOf, textOf, wordsOf} from './parts/cited-sources.ts'

const address = /^https?:\/\/(?:(?:dx|www)\.)?doi\.org\/(10\.\d{4,9}(?:\.\d{1,9}){0,4}\/[^\s?#]{1,500})$/i

/** A DOI lasts; `DOI` prints it as the style wants it. */
export const addressIsDoi: Rule = defineRule(
  {id: 'address-is-doi', severity: 'warning', summary: 'A DOI is given as `DOI`, not as an address.'},
  (resolved, report) => {
    const {file} = resolved.resolution
    for (const source of citedSources(resolved)) {
      const found = address.exec(wordsOf(source.item, 'URL') ?? '')
      const doi = found?.[1]
      if (found === null || doi === undefined || isGiven(source, 'DOI')) continue
      const key = source.source?.fields.find(({key}) => key.value === 'URL')?.key
      const typed = textOf(source, 'URL')
      const head = typed && partOf(file, typed, 0, found[0].length - doi.length)
      const edits: Edit[] =
        key && head
          ? [
              {place: key.place, text: 'DOI'},
              {place: head, text: ''}
            ]
          : []
      report({
        message: 'the address is a DOI, expected `DOI` in place of `URL`',
        path: source.path,
        place: placeOf(source, 'URL'),
        note: `\`DOI: ${doi}\``,
        ...(edits.length > 0 ? {fixes: [{title: 'make it a DOI', isOfQuotation: false, edits}]} : {})
      })
    }
  }
)
