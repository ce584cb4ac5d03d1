import {type Command, InvalidArgumentError, Option} from 'commander'
import {compile, report} from '../index.ts'
import {type CheckedFile, countOf, type ReportFormat, type ReportOptions, reportFormats} from '../report/index.ts'
import {createShelf, type Shelf} from '../resolve/index.ts'
import {type Diagnostic, type Host, placeAt, textFile} from '../tree/index.ts'
import {hasColor} from './color.ts'
import {readInput, requireStyle} from './input.ts'
import {addJobSummary, repositoryFolder} from './job-summary.ts'
import {statusOf} from './status.ts'

interface CheckOptions {
  readonly format: ReportFormat
  readonly quiet?: true
  readonly advice?: true
  readonly strict?: true
  readonly maxWarnings?: number
  readonly csl?: string
  readonly stdinFilename?: string
  readonly color?: boolean
}

/** `whereas check FILE…` */
export function addCheck(program: Command, host: Host, finish: (status: number) => void): void {
  program
    .command('check')
    .description('report what is wrong with resolutions')
    .argument('<file...>', 'resolution files; - is standard input')
    .addOption(new Option('--format <name>', 'how to report').choices(reportFormats).default(reportFormats[0]))
    .option('--quiet', 'report errors only')
    .option('--advice', 'report advice too')
    .option('--strict', 'fail when a quotation could not be compared with its source')
    .option('--max-warnings <n>', 'fail with more than n warnings', wholeNumber)
    .option('--csl <file>', 'a citation style (CSL) for the notes')
    .option('--stdin-filename <name>', 'the name of what comes on standard input')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExamples:\n  whereas check draft.resolution.yaml\n  whereas check --format json *.resolution.yaml\n'
    )
    .action(async (files: string[], options: CheckOptions) => {
      await requireStyle(options.csl, host)
      const outcomes: Outcome[] = []
      const shelf = createShelf(host)
      for (const file of files) outcomes.push(await checkOne(file, options, shelf, host))
      const checked = outcomes.flatMap(({checked}) =>
        checked ? {...checked, diagnostics: shown(checked, options)} : []
      )
      const how = reportOptions(options, host)
      const text = report(checked, options.format, how)
      if (checked.length > 0 || options.format !== 'pretty') host.writeOut(text)
      if (options.format === 'github') await addJobSummary(checked, how, host)
      finish(Math.max(...outcomes.map(outcome => outcome.status)))
      finish(countWarnings(outcomes, options, host))
    })
}

function reportOptions({color, quiet}: CheckOptions, host: Host): ReportOptions {
  const {columns} = host.terminal
  return {
    hasColor: hasColor(host, 'isOutput', color),
    isQuiet: quiet ?? false,
    folder: repositoryFolder(host),
    ...(columns === undefined ? {} : {columns})
  }
}

interface Outcome {
  readonly status: number
  readonly checked?: CheckedFile
}

async function checkOne(file: string, options: CheckOptions, shelf: Shelf, host: Host): Promise<Outcome> {
  const {path, content} = await readInput(file, host, options.stdinFilename)
  if ('problem' in content) {
    host.writeError(`error: cannot read \`${path}\`: ${content.problem}\n`)
    // People read it on standard error; who reads the report alone must not take the file for clean.
    return options.format === 'pretty' ? {status: 2} : {status: 2, checked: unread(path, content.problem)}
  }
  const compiled = await compile(content.text, {
    path,
    library: host,
    shelf,
    isStrict: options.strict ?? false,
    // Only these need the words of the notes, and the time that a citation processor takes to load.
    rendersNotes: options.format === 'json' || options.csl !== undefined,
    ...(options.csl === undefined ? {} : {style: options.csl})
  })
  const {resolved, diagnostics} = compiled
  return {status: statusOf(compiled), checked: {path, text: content.text, resolved, diagnostics}}
}

function unread(path: string, problem: string): CheckedFile {
  const place = placeAt(textFile(path, ''), 0, 0)
  const message = `\`${path}\` cannot be read: ${problem}`
  const diagnostic: Diagnostic = {rule: 'unreadable-file', severity: 'error', message, path, place}
  return {path, text: undefined, resolved: undefined, diagnostics: [diagnostic]}
}

function shown({diagnostics}: CheckedFile, {quiet, advice}: CheckOptions): Diagnostic[] {
  return diagnostics.filter(
    ({severity}) => severity === 'error' || (!quiet && severity === 'warning') || (!quiet && advice)
  )
}

/** The status that `--max-warnings` asks for; warnings that `--quiet` hides count too. */
function countWarnings(outcomes: readonly Outcome[], {maxWarnings}: CheckOptions, host: Host): number {
  const found = countOf(
    outcomes.flatMap(outcome => outcome.checked ?? []),
    'warning'
  )
  if (maxWarnings === undefined || found <= maxWarnings) return 0
  host.writeError(`error: ${found} warning${found === 1 ? '' : 's'}, expected at most ${maxWarnings}\n`)
  return 1
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('expected a whole number')
  return Number(value)
}
