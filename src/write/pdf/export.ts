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
 */
export function exportAccessible(set: (hasFallback: boolean) => SetPages): ExportedPdf {
  const ours = set(false)
  const first = ours.exportPdf('ua-1')
  if (first instanceof Uint8Array) return exported(ours, first, true, [])
  const missing = findCharacters(first, missingCharacter)
  const pages = missing.length === 0 ? ours : set(true)
  const second = missing.length === 0 ? first : pages.exportPdf('ua-1')
  if (second instanceof Uint8Array) return exported(pages, second, true, missing.map(warnOfFallback))
  const lost = findCharacters(second, missingCharacter)
  const shown = missing.filter(character => !lost.includes(character))
  const bytes = pages.exportPdf(undefined)
  if (!(bytes instanceof Uint8Array)) throw new Error('an export without a standard came back with refusals')
  return exported(pages, bytes, false, [...shown.map(warnOfFallback), ...explainRefusals(second)])
}

function exported(
  {pages, warnings: messages}: SetPages,
  bytes: Uint8Array,
  isUniversallyAccessible: boolean,
  warnings: readonly Warning[]
): ExportedPdf {
  const ofTemplate = [...new Set(messages)].map(message => ({message: `the page template: ${message}`}))
  return {bytes: new Uint8Array(bytes), pages, isUniversallyAccessible, warnings: [...ofTemplate, ...warnings]}
}

const missingCharacter = /the text `"(.*)"` could not be displayed with font/su
const forbiddenCharacter = /the text contains the disallowed codepoint `"(.*)"`/su

function findCharacters(refusals: readonly string[], pattern: RegExp): readonly string[] {
  const found = refusals.flatMap(refusal => pattern.exec(refusal)?.[1] ?? [])
  return [...new Set(found.map(unescapeRust))]
}

/** One warning a character, one for each rule of PDF/UA that is broken in another way. */
function explainRefusals(refusals: readonly string[]): readonly Warning[] {
  const others = refusals.filter(refusal => !missingCharacter.test(refusal) && !forbiddenCharacter.test(refusal))
  const reasons = new Set(others.map(refusal => refusal.replace(/^PDF\/UA-1 error: /, '')))
  return [
    ...findCharacters(refusals, missingCharacter).map(character => ({
      message: `${nameCharacter(character)} is in no font at hand, printed as an empty box`,
      character
    })),
    ...findCharacters(refusals, forbiddenCharacter).map(character => ({
      message: `${nameCharacter(character)} is forbidden in PDF/UA-1, expected words without it`,
      character
    })),
    {message: ['the PDF makes no claim to PDF/UA-1', ...reasons].join(': ')}
  ]
}

function warnOfFallback(character: string): Warning {
  return {
    message: `${nameCharacter(character)} is not in the fonts of the template, set in a font of this machine`,
    character
  }
}

/** `“한” (U+D55C)`; what cannot be seen is named by its numbers only. */
function nameCharacter(character: string): string {
  const codes = Array.from(character, part => `U+${part.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
  return /^[\p{C}\p{Z}]*$/u.test(character) ? codes.join(' ') : `“${character}” (${codes.join(' ')})`
}
