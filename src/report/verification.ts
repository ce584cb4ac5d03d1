import {type DiffPart, type Passage, relatedPassage, shownPlace, type Verdict, whereabouts} from '../tree/index.ts'
import type {ReportOptions} from './define.ts'
import {diffLine} from './diff.ts'
import {type Look, painter} from './paint.ts'
import {printable, wrap} from './width.ts'

/** What came of holding one quotation against one file; offsets of `finding` are of the quotation. */
export interface Verification {
  readonly path: string
  readonly quotation: string
  readonly finding: {
    readonly verdict: Verdict
    readonly errors: readonly {readonly start: number; readonly end: number}[]
    readonly warnings: readonly {
      readonly kind: string
      readonly message: string
      readonly start?: number
      readonly end?: number
    }[]
    readonly diff: readonly DiffPart[]
  }
  readonly passage: Passage | undefined
  readonly context: {readonly before: string; readonly after: string}
}

const printers = {pretty, json}

export type VerifyFormat = keyof typeof printers

/** The names of the formats, the default first. */
export const verifyFormats: readonly VerifyFormat[] = ['pretty', 'json']

/** Prints what came of `verify`. */
export function verificationReport(
  verification: Verification,
  format: VerifyFormat,
  options: ReportOptions = {}
): string {
  return printers[format](verification, options)
}

const sentences: Readonly<Record<Verdict, string>> = {
  verbatim: 'the words are in the source',
  altered: 'the words are in the source, with marked alterations',
  misquoted: 'the source has a passage that is near, with other words',
  missing: 'nothing like these words is in the source',
  unchecked: 'the words were not compared'
}

const verdictLooks: Readonly<Record<Verdict, Look>> = {
  verbatim: 'added',
  altered: 'added',
  misquoted: 'error',
  missing: 'error',
  unchecked: 'warning'
}

function pretty(verification: Verification, {columns = 80, hasColor = false}: ReportOptions): string {
  const {path, passage, context, finding} = verification
  const paint = painter(hasColor)
  const {verdict, diff, warnings} = finding
  const room = Math.max(30, columns - 2)
  const indented = (text: string): string[] => wrap(oneLine(text), room).map(line => `  ${line}`)
  const where = passage ? shownPlace(relatedPassage('', passage)) : path
  return [
    `${paint(verdictLooks[verdict], verdict)}: ${sentences[verdict]}`,
    ...(passage
      ? ['', `${paint('strong', where)}`, ...indented(`${context.before}»${passage.text}«${context.after}`)]
      : []),
    ...(verdict === 'misquoted' && diff.length > 0
      ? ['', ...(hasColor ? [`  ${diffLine(diff, paint)}`] : indented(diffLine(diff, paint)))]
      : []),
    ...(warnings.length > 0 ? ['', ...warnings.map(({message}) => `${paint('warning', 'warning')}: ${message}`)] : []),
    ''
  ].join('\n')
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim())
}

function json({path, quotation, passage, finding}: Verification): string {
  const {verdict, errors, warnings, diff} = finding
  const document = {
    version: 1,
    verdict,
    quotation,
    source: path,
    ...(passage
      ? {
          passage: {
            path,
            start: passage.start,
            end: passage.end,
            text: passage.text,
            line: passage.place.start.line,
            column: passage.place.start.column,
            endLine: passage.place.end.line,
            endColumn: passage.place.end.column,
            ...(passage.where === undefined ? {} : {where: whereabouts(passage)})
          }
        }
      : {}),
    errors: errors.map(({start, end}) => ({start, end, text: quotation.slice(start, end)})),
    warnings: warnings.map(({kind, message, start, end}) => ({
      kind,
      message,
      ...(start === undefined ? {} : {start}),
      ...(end === undefined ? {} : {end})
    })),
    diff: diff.map(({kind, text}) => ({kind, text}))
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}
