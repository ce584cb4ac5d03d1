import {createHash} from 'node:crypto'
import type {Diagnostic, Fix, Place, Related} from '../tree/index.ts'
import type {ReportedFile, Reporter, RuleSummary} from './define.ts'
import {reportedPath} from './path.ts'
import {printable} from './width.ts'

const home = 'https://www.npmjs.com/package/whereas'
const root = '%SRCROOT%'
const levels = {error: 'error', warning: 'warning', info: 'note'} as const

/** SARIF 2.1.0 with errata 01: lines and columns 1-based, columns in UTF-16 units, ends exclusive, as in our places. */
export const sarif: Reporter = (files, {rules = [], folder = ''}) => {
  const found = files.flatMap(({diagnostics}) => diagnostics)
  const ids = [...new Set(found.map(({rule}) => rule))].sort()
  const paths = [...new Set(files.map(({path}) => path))]
  const log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {driver: {name: 'whereas', informationUri: home, rules: ids.map(id => ruleOf(id, rules, found))}},
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {[root]: {description: {text: 'The root of the repository, or the folder of the check.'}}},
        artifacts: paths.map(path => ({location: artifactOf(path, folder), roles: ['analysisTarget']})),
        results: files.flatMap(file => resultsOf(file, ids, folder))
      }
    ]
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

/** What is known of a rule. Findings of reading and binding have no page: their ids are words. */
function ruleOf(id: string, rules: readonly RuleSummary[], found: readonly Diagnostic[]): object {
  const rule = rules.find(other => other.id === id)
  const summary = rule?.summary ?? `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}.`
  const severity = rule?.severity ?? found.find(diagnostic => diagnostic.rule === id)?.severity ?? 'warning'
  const page = `npx whereas explain ${id}`
  return {
    id,
    shortDescription: {text: escapeMessage(summary)},
    // GitHub wants it, though it may be the same.
    fullDescription: {text: escapeMessage(summary)},
    help: rule
      ? {
          text: escapeMessage(`${summary} Why, with examples: ${page}`),
          markdown: escapeMessage(`${summary}\n\nWhy, with examples: \`${page}\``)
        }
      : {text: escapeMessage(summary)},
    helpUri: home,
    defaultConfiguration: {level: levels[severity]}
  }
}

function resultsOf(file: ReportedFile, ids: readonly string[], folder: string): object[] {
  const seen = new Map<string, number>()
  return file.diagnostics.map(diagnostic => {
    const {rule, severity, message, note, related = [], fixes = []} = diagnostic
    const words = `${rule}\n${wordsAt(diagnostic, file)}`
    const occurrence = seen.get(words) ?? 0
    seen.set(words, occurrence + 1)
    const remedies = fixes.filter(({edits}) => edits.length > 0)
    return {
      ruleId: rule,
      ruleIndex: ids.indexOf(rule),
      level: levels[severity],
      message: messageOf(note === undefined ? message : `${message}\n${note}`),
      locations: [{physicalLocation: locationOf(diagnostic, folder)}],
      partialFingerprints: {'ruleAndLine/v1': hashOf(`${words}\n${occurrence}`)},
      ...(related.length > 0 ? {relatedLocations: related.map((other, index) => relatedOf(other, index, folder))} : {}),
      ...(remedies.length > 0 ? {fixes: remedies.map(fix => fixOf(fix, diagnostic.path, folder))} : {})
    }
  })
}

/** The words of the line, which stay when lines are put in above it; where they are not at hand, the message. */
function wordsAt({path, place, message}: Diagnostic, file: ReportedFile): string {
  const line = path === file.path ? file.lines.get(place.start.line) : undefined
  return (line ?? message).replace(/\s+/g, ' ').trim()
}

function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 32)
}

/** A Word or PDF file has no lines to point at: its page is named in the message. */
function relatedOf({message, path, place, where}: Related, id: number, folder: string): object {
  if (where === undefined) return {id, message: messageOf(message), physicalLocation: locationOf({path, place}, folder)}
  return {
    id,
    message: messageOf(`${message} (${where})`),
    physicalLocation: {artifactLocation: artifactOf(path, folder)}
  }
}

function fixOf({title, edits}: Fix, path: string, folder: string): object {
  const replacements = edits.map(({place, text}) => ({deletedRegion: regionOf(place), insertedContent: {text}}))
  return {
    description: messageOf(title),
    artifactChanges: [{artifactLocation: artifactOf(path, folder), replacements}]
  }
}

function locationOf({path, place}: {path: string; place: Place}, folder: string): object {
  return {artifactLocation: artifactOf(path, folder), region: regionOf(place)}
}

function regionOf({start, end}: Place): object {
  return {startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column}
}

/** A path as a relative URI. Half a surrogate pair has no bytes that could be encoded. */
function artifactOf(path: string, folder: string): object {
  const names = reportedPath(path, folder)
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
  return {uri: names.map(encodeURIComponent).join('/'), uriBaseId: root}
}

function messageOf(text: string): object {
  return {text: escapeMessage(text.split('\n').map(printable).join('\n'))}
}

/** In messages `{0}` is a placeholder (3.11.5) and `[words](1)` a link to a related location (3.11.6). */
function escapeMessage(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replace(/\](?=\(\d+\))/g, '\\]')
}
