import type {Diagnostic} from '../tree/index.ts'
import {countOf} from './count.ts'
import type {ReportedFile, Reporter} from './define.ts'
import {reportedPath} from './path.ts'
import {remarksOf} from './remarks.ts'
import {printable} from './width.ts'

/**
 * Test results: a suite for each file, a case for each finding, one case that passes for a file without any.
 * An error is a failure. What does not fail `check` is a skipped case: shown and counted, but not red.
 */
export const junit: Reporter = (files, {isQuiet = false}) => {
  const tests = files.reduce((sum, {diagnostics}) => sum + Math.max(1, diagnostics.length), 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="whereas" tests="${tests}" failures="${countOf(files, 'error')}" errors="0">`,
    ...files.flatMap(file => suiteOf(file, isQuiet ? 'no errors' : 'no findings')),
    '</testsuites>',
    ''
  ].join('\n')
}

function suiteOf(file: ReportedFile, clean: string): string[] {
  const {diagnostics} = file
  const path = attribute(reportedPath(file.path))
  const failures = countOf([file], 'error')
  const counts = `tests="${Math.max(1, diagnostics.length)}" failures="${failures}" errors="0" skipped="${diagnostics.length - failures}"`
  const cases = diagnostics.flatMap(diagnostic => caseOf(diagnostic, path))
  return [
    `  <testsuite name="${path}" ${counts}>`,
    ...(cases.length > 0 ? cases : [`    <testcase name="${clean}" classname="${path}"/>`]),
    '  </testsuite>'
  ]
}

function caseOf(diagnostic: Diagnostic, suite: string): string[] {
  const {rule, severity, message, path, place} = diagnostic
  const where = `${place.start.line}:${place.start.column}`
  const said = attribute(printable(message))
  const outcome =
    severity === 'error' ? ['failure', `type="${attribute(rule)}" message="${said}"`] : ['skipped', `message="${said}"`]
  const [name, attributes] = outcome
  const lines = [`${reportedPath(path)}:${where}: ${severity}: ${printable(message)}`, ...remarksOf(diagnostic)]
  return [
    `    <testcase name="${attribute(rule)} ${where}" classname="${suite}">`,
    `      <${name} ${attributes}>${lines.map(escapeXml).join('\n')}</${name}>`,
    '    </testcase>'
  ]
}

/** What XML 1.0 has no way to write, and controls besides. */
const unwritable = (): RegExp => /[^\P{Cc}\n]|[\p{Cs}\ufffe\uffff]/gu

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

function escapeXml(text: string): string {
  return text.replace(unwritable(), '').replace(/[&<>"]/g, sign => entities[sign] ?? sign)
}

function attribute(text: string): string {
  return escapeXml(text.replace(/\s/g, ' '))
}
