/** A hidden character that turns words; `at` is its UTF-16 offset. */
export interface Turn {
  readonly at: number
  readonly message: string
  readonly severity?: 'error'
  readonly note?: string
}

/** Directional formatting characters of the Unicode Bidirectional Algorithm (UAX #9, 2), the harmless U+200E left out. */
const control = /[\u061c\u200f\u202a-\u202e\u2066-\u2069]/g

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, with the scripts of the supplementary plane. */
const fromRightToLeft = /[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** What turns the words of a text; each line is a paragraph, at whose end every turn ends. */
export function turnsIn(value: string): Turn[] {
  if (value.search(control) < 0) return []
  const found: Turn[] = []
  let start = 0
  for (const line of value.split('\n')) {
    for (const turn of turnsOfLine(line)) found.push({...turn, at: turn.at + start})
    start += line.length + 1
  }
  return found
}

function turnsOfLine(line: string): Turn[] {
  const found: Turn[] = []
  const open: {readonly at: number; readonly code: number}[] = []
  const hasLetters = fromRightToLeft.test(line)
  let behind = 0
  let lastLetter = -1
  for (const {0: character, index: at} of line.matchAll(control)) {
    const code = character.charCodeAt(0)
    if (fromRightToLeft.test(line.slice(behind, at))) lastLetter = behind
    behind = at + 1
    if (code >= 0x2066 && code <= 0x2068) open.push({at, code})
    else if (code === 0x2069) {
      const opening = open.pop()
      if (!opening) found.push({at, message: `${named(code)} closes nothing, expected it to be left out`})
      else if (opening.code === 0x2067 && lastLetter < opening.at) found.push(needless(opening.at, opening.code))
    } else found.push(...turnBy(code, at, hasLetters))
  }
  const unclosed = open.map(({at, code}) => {
    return {at, message: `${named(code)} is never closed, expected U+2069 behind the words it is for`}
  })
  return [...found, ...unclosed].sort((a, b) => a.at - b.at)
}

function turnBy(code: number, at: number, hasLetters: boolean): Turn[] {
  if (code === 0x202d || code === 0x202e)
    return [
      {
        at,
        message: `${named(code)} prints letters in another order than they are typed, expected it to be left out`,
        severity: 'error',
        note: 'it cannot be seen: what is read is not what is in the file, and not what was checked'
      }
    ]
  // It closes one of those that are reported.
  if (code === 0x202c) return []
  if (code === 0x202a || code === 0x202b)
    return [
      {at, message: `${named(code)} turns words out of their order, expected U+2068 before them and U+2069 behind`}
    ]
  return hasLetters ? [] : [needless(at, code)]
}

function needless(at: number, code: number): Turn {
  return {at, message: `${named(code)} is for words from right to left, and there are none, expected it to be left out`}
}

function named(code: number): string {
  return `the hidden character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
