import type {DiffPart} from '../tree/diagnostic.ts'
import {oneLine} from './runs.ts'

/** What differs, a sentence a place: “threat” stands where the source has “danger”. */
export function changesOf(diff: readonly DiffPart[]): readonly string[] {
  const sentences: string[] = []
  let [removed, added] = ['', '']
  const say = (): void => {
    const [ours, theirs] = [oneLine(removed).trim(), oneLine(added).trim()]
    if (ours !== '' || theirs !== '') sentences.push(sentenceOf(ours, theirs))
    removed = ''
    added = ''
  }
  for (const {kind, text} of diff) {
    if (kind === 'same') say()
    else if (kind === 'removed') removed += text
    else added += text
  }
  say()
  return sentences
}

function sentenceOf(ours: string, theirs: string): string {
  if (ours === '') return `The source also has “${theirs}”.`
  if (theirs === '') return `The source does not have “${ours}”.`
  return `The quotation has “${ours}”, the source has “${theirs}”.`
}
