import {type Reading, reportAt} from './reading.ts'

/** More than this many stretches of control characters in a file are not text but bytes. */
const mostStretches = 20

/** Whether Word and PDF can carry the UTF-16 unit at `at`: no control character, noncharacter or half of a pair (XML 1.0, 2.2). */
export function isPrintable(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x20) return code === 0x09 || code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) === 0x0a)
  if (code < 0xd800) return code !== 0x7f
  if (code < 0xdc00) return isLowSurrogate(text.charCodeAt(at + 1))
  if (code < 0xe000) return isHighSurrogate(text.charCodeAt(at - 1))
  return code < 0xfffe
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000

/** Reports the control characters of a file, one diagnostic for a run of them. */
export function checkCharacters(reading: Reading): void {
  const {text} = reading.file
  let stretches = 0
  for (let at = 0; at < text.length; at++) {
    if (isPrintable(text, at)) continue
    const start = at
    while (at + 1 < text.length && !isPrintable(text, at + 1)) at++
    reportCharacter(reading, text, start, [start, at + 1])
    if (++stretches === mostStretches) return
  }
}

/** Reports a character of `text` that Word and PDF cannot carry, at its place in the file. */
export function reportCharacter(reading: Reading, text: string, at: number, range: readonly [number, number]): void {
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  reportAt(
    reading,
    'control-character',
    range,
    `the character U+${code} cannot be printed, expected it to be left out`,
    {
      note: 'Word and PDF cannot carry it. It is often left behind when text is copied from a PDF file.'
    }
  )
}

/** The text with U+FFFD for every character that cannot be printed, so that no output ever meets one. */
export function replaceUnprintable(text: string): string {
  let result = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (isPrintable(text, at)) continue
    result += `${text.slice(from, at)}\uFFFD`
    from = at + 1
  }
  return from === 0 ? text : result + text.slice(from)
}
