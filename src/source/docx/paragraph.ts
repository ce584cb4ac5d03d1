import {isNoteMark} from '../note-mark.ts'

/** Words of one look. */
export interface Piece {
  readonly text: string
  readonly isRaised: boolean
  /** The raised words are a link. */
  readonly isReference: boolean
}

/** The words of a paragraph, without the note marks that were typed into it. */
export function wordsOf(pieces: readonly Piece[]): string {
  let words = ''
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i++]
    if (piece === undefined) break
    if (!piece.isRaised) {
      words += piece.text
      continue
    }
    let {text, isReference} = piece
    // One mark may be spread over several runs.
    for (let next = pieces[i]; next?.isRaised === true; next = pieces[++i]) {
      text += next.text
      isReference ||= next.isReference
    }
    if (!isNoteMark({text, before: words.slice(-16), isReference})) words += text
  }
  return words.replace(/^[ \t\n]+|[ \t\n]+$/g, '')
}
