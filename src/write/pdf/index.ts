import type {PrintedResolution} from '../../tree/index.ts'
import {type PageData, toPageData} from './page-data.ts'
import {type SetPages, startTypst, unescapeRust} from './typst.ts'

/** A PDF, and what its readers should know about it. */
export interface WrittenPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Whether the file claims PDF/UA-1, which Typst allows only to files that keep its rules. */
  readonly isUniversallyAccessible: boolean
  readonly warnings: readonly PdfWarning[]
}

export interface PdfWarning {
  readonly message: string
  /** The character at fault, for finding it in the resolution. */
  readonly character?: string
}

export interface PdfOptions {
  /** The text of `page.typ`. */
  readonly pageTemplate: string
  /** Seconds since 1970; by default the date of the resolution. */
  readonly creationTimestamp?: number
}

/**
 * Writes the PDF: tagged, PDF/UA-1, the same bytes every time. Only when a character is in no font of ours are the fonts
 * of the machine asked, and only when they fail too is the claim to PDF/UA-1 given up; a warning says either.
 */
export async function writePdf(printed: PrintedResolution, options: PdfOptions): Promise<WrittenPdf> {
  const timestamp = options.creationTimestamp ?? toTimestamp(printed.properties.date)
  const day = new Date(timestamp * 1000)
  const date = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
  const typst = await startTypst()
  const set = (data: PageData): SetPages => typst.set(options.pageTemplate, {data: JSON.stringify(data)}, timestamp)

  const ours = set(toPageData(printed, date, false))
  const first = ours.exportPdf('ua-1')
  const warnings = ours.warnings.map(message => ({message: explainWarning(message)}))
  if (first instanceof Uint8Array) return finish(ours, first, true, warnings)

  const missing = findCharacters(first)
  if (missing.length === 0) return finish(ours, exportPlain(ours), false, [...warnings, ...first.map(explainRefusal)])
  const all = set(toPageData(printed, date, true))
  const second = all.exportPdf('ua-1')
  if (second instanceof Uint8Array) return finish(all, second, true, [...warnings, ...missing.map(warnOfFallback)])

  const lost = findCharacters(second)
  const shown = missing.filter(character => !lost.includes(character))
  return finish(all, exportPlain(all), false, [
    ...warnings,
    ...shown.map(warnOfFallback),
    ...lost.map(warnOfLoss),
    ...second.filter(message => findCharacters([message]).length === 0).map(explainRefusal),
    {message: 'the PDF makes no claim to PDF/UA-1, expected fonts with every character'}
  ])
}

function finish(
  {pages}: SetPages,
  bytes: Uint8Array,
  isUniversallyAccessible: boolean,
  warnings: readonly PdfWarning[]
): WrittenPdf {
  return {bytes: new Uint8Array(bytes), pages, isUniversallyAccessible, warnings}
}

function exportPlain(pages: SetPages): Uint8Array {
  const bytes = pages.exportPdf(undefined)
  if (bytes instanceof Uint8Array) return bytes
  throw new Error('an export without a standard came back with refusals')
}

/** The first second of the day; 1 January 2000 where there is no date that a calendar knows. */
function toTimestamp(date: string | undefined): number {
  const milliseconds = date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN
  return (Number.isNaN(milliseconds) ? Date.UTC(2000, 0, 1) : milliseconds) / 1000
}

const missingCharacter = /the text `"(.*)"` could not be displayed with font/su

function findCharacters(refusals: readonly string[]): readonly string[] {
  const found = refusals.flatMap(refusal => missingCharacter.exec(refusal)?.[1] ?? [])
  return [...new Set(found.map(unescapeRust))]
}

function warnOfFallback(character: string): PdfWarning {
  return {
    message: `${nameCharacter(character)} is not in the fonts of the template, set in a font of this machine`,
    character
  }
}

function warnOfLoss(character: string): PdfWarning {
  return {message: `${nameCharacter(character)} is in no font at hand, printed as an empty box`, character}
}

/** `“한” (U+D55C)`; what cannot be seen is named by its numbers only. */
function nameCharacter(character: string): string {
  const codes = Array.from(character, part => `U+${part.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
  return /^[\p{C}\p{Z}]*$/u.test(character) ? codes.join(' ') : `“${character}” (${codes.join(' ')})`
}

function explainRefusal(refusal: string): PdfWarning {
  return {message: `the PDF makes no claim to PDF/UA-1: ${refusal.replace(/^PDF\/UA-1 error: /, '')}`}
}

function explainWarning(message: string): string {
  const family = /^unknown font family: (.*)$/.exec(message)?.[1]
  return family === undefined
    ? `the page template: ${message}`
    : `“${family}” is no font at hand, expected “Tinos” or a font of this machine`
}
