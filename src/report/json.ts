import type {Diagnostic, Fix} from '../tree/index.ts'
import {countOf, verdictsOf} from './count.ts'
import type {ReportedFile, Reporter} from './define.ts'
import {stretchOf} from './record.ts'

/** The stable machine form: lines and columns are 1-based, columns count UTF-16 units, ends are exclusive. */
export const json: Reporter = files =>
  `${JSON.stringify({version: 1, files: files.map(fileOf), summary: summaryOf(files)}, undefined, 2)}\n`

function fileOf({path, title, diagnostics, quotations, notes}: ReportedFile): object {
  return {
    path,
    title: title ?? null,
    diagnostics: diagnostics.map(diagnostic => diagnosticOf(diagnostic, path)),
    quotations,
    notes
  }
}

function diagnosticOf(diagnostic: Diagnostic, path: string): object {
  const {rule, severity, message, note, related, diff, fixes} = diagnostic
  return {
    rule,
    severity,
    message,
    ...(diagnostic.path === path ? {} : {path: diagnostic.path}),
    ...stretchOf(diagnostic.place),
    ...(note === undefined ? {} : {note}),
    ...(related
      ? {
          related: related.map(({message, path, place, where}) => {
            return {message, path, ...stretchOf(place), ...(where === undefined ? {} : {where})}
          })
        }
      : {}),
    ...(diff && diff.length > 0 ? {diff: diff.map(({kind, text}) => ({kind, text}))} : {}),
    ...(fixes?.[0] ? {fix: fixOf(fixes[0]), fixes: fixes.map(fixOf)} : {})
  }
}

function fixOf(fix: Fix): object {
  return {title: fix.title, edits: fix.edits.map(edit => ({...stretchOf(edit.place), text: edit.text}))}
}

function summaryOf(files: readonly ReportedFile[]): object {
  return {
    files: files.length,
    errors: countOf(files, 'error'),
    warnings: countOf(files, 'warning'),
    quotations: verdictsOf(files)
  }
}
