import {type SetPages, unescapeRust} from './typst.ts'

/** A PDF as Typst exported it, and what its readers should know. */
export interface ExportedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Whether the file claims PDF/UA-1, which Typst allows only to files that keep its rules. */
  readonly isUniversallyAccessible: boolean
  readonly warnings: readonly {
    readonly message: string
    /** The character at fault. */
    readonly character?: string
  }[]
}

type Warning = ExportedPdf['warnings'][number]

/**
 * Sets pages and exports them as PDF/UA-1. Only when a character is in no font of ours are the fonts of the machine
 * asked (`hasFallback`), and only when they fail too is the claim to PDF/UA-1 given up; a warning says either.
 * `font` is the family that was asked for.
 */
export function exportAccessible(set: (hasFallback: boolean) => SetPages, font: string): ExportedPdf {
  const ours = set(false)
  const warnings = [...new Set(ours.warnings)].map(message => ({message: explainWarning(message, font)}))
  const first = ours.exportPdf('ua-1')
  if (first instanceof Uint8Array) return exported(ours, first, true, warnings)

  const missing = findCharacters(first, missingCharacter)
  const pages = missing.length === 0 ? ours : set(true)
  const second = missing.length === 0 ? first : pages.exportPdf('ua-1')
  if (second instanceof Uint8Array) return exported(pages, second, true, [...warnings, ...missing.map(warnOfFallback)])

  const lost = findCharacters(second, missingCharacter)
  return exported(pages, exportPlain(pages), false, [
    ...warnings,
    ...missing.filter(character => !lost.includes(character)).map(warnOfFallback),
    ...explainRefusals(second)
  ])
}

function exported(
  {pages}: SetPages,
  bytes: Uint8Array,
  isUniversallyAccessible: boolean,
  warnings: readonly Warning[]
): ExportedPdf {
  return {bytes: new Uint8Array(bytes), pages, isUniversallyAccessible, warnings}
}

function exportPlain(pages: SetPages): Uint8Array {
  const bytes = pages.exportPdf(undefined)
  if (bytes instanceof Uint8Array) return bytes
  throw new Error('an export without a standard came back with refusals')
}

const missingCharacter = /the text `"(.*)"` could not be displayed with font/su
const forbiddenCharacter = /the text contains the disallowed codepoint `"(.*)"`/su

function findCharacters(refusals: readonly string[], pattern: RegExp): readonly string[] {
  const found = refusals.flatMap(refusal => pattern.exec(refusal)?.[1] ?? [])
  return [...new Set(found.map(unescapeRust))]
}

/** One warning a character, then one for each rule of PDF/UA that is broken in another way. */
function explainRefusals(refusals: readonly string[]): readonly Warning[] {
  const others = refusals.filter(refusal => !missingCharacter.test(refusal) && !forbiddenCharacter.test(refusal))
  const reasons = new Set(others.map(refusal => refusal.replace(/^PDF\/UA-1 error: /, '')))
  return [
    ...findCharacters(refusals, missingCharacter).map(warnOfLoss),
    ...findCharacters(refusals, forbiddenCharacter).map(warnOfForbidden),
    ...Array.from(reasons, reason => ({message: `the PDF makes no claim to PDF/UA-1: ${reason}`})),
    ...(reasons.size > 0
      ? []
      : [{message: 'the PDF makes no claim to PDF/UA-1, expected characters that fonts can show'}])
  ]
}

function warnOfFallback(character: string): Warning {
  return {
    message: `${nameCharacter(character)} is not in the fonts of the template, set in a font of this machine`,
    character
  }
}

function warnOfLoss(character: string): Warning {
  return {message: `${nameCharacter(character)} is in no font at hand, printed as an empty box`, character}
}

function warnOfForbidden(character: string): Warning {
  return {message: `${nameCharacter(character)} is forbidden in PDF/UA-1, expected words without it`, character}
}

/** `“한” (U+D55C)`; what cannot be seen is named by its numbers only. */
function nameCharacter(character: string): string {
  const codes = Array.from(character, part => `U+${part.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
  return /^[\p{C}\p{Z}]*$/u.test(character) ? codes.join(' ') : `“${character}” (${codes.join(' ')})`
}

/** Typst names families in small letters. */
function explainWarning(message: string, font: string): string {
  return message === `unknown font family: ${font.toLowerCase()}`
    ? `“${font}” is not on this machine, expected “Tinos” or a font that is`
    : `the page template: ${message}`
}
