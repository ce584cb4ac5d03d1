import {type Command, InvalidArgumentError, Option} from 'commander'
import {type Compiled, compile, report} from '../index.ts'
import {type CheckedFile, countOf, type ReportFormat, type ReportOptions, reportFormats} from '../report/index.ts'
import {createShelf} from '../resolve/index.ts'
import {type Diagnostic, type Host, placeAt, textFile} from '../tree/index.ts'
import {hasColor} from './color.ts'
import {addFixOptions, type FixOptions, type FixPlan, fixInput, fixPlan} from './fix.ts'
import {inputPath, readInput, requireStyle} from './input.ts'
import {addJobSummary, repositoryFolder} from './job-summary.ts'
import {latestDay} from './latest-day.ts'
import {addSettingsOptions, createSettings, type Settings, type SettingsChoice} from './settings.ts'
import {statusOf} from './status.ts'

interface CheckOptions extends FixOptions, SettingsChoice {
  readonly format: ReportFormat
  readonly quiet?: true
  readonly advice?: true
  readonly strict?: true
  readonly maxWarnings?: number
  readonly csl?: string
  readonly stdinFilename?: string
  readonly meetingAt?: string
}

/** `whereas check FILE…` */
export function addCheck(program: Command, host: Host, finish: (status: number) => void): void {
  const command = program
    .command('check')
    .description('report what is wrong with resolutions')
    .argument('<file...>', 'resolution files; - is standard input')
    .addOption(new Option('--format <name>', 'how to report').choices(reportFormats).default(reportFormats[0]))
    .option('--quiet', 'report errors only')
    .option('--advice', 'report advice too')
    .option('--strict', 'fail when a quotation could not be compared with its source')
    .option('--max-warnings <n>', 'fail with more than n warnings', wholeNumber)
    .option('--csl <file>', 'a citation style (CSL) for the notes')
    .option('--meeting-at <time>', 'when the meeting begins, such as 2026-06-28T09:00-05:00', meetingTime)
  addSettingsOptions(addFixOptions(command))
    .addOption(new Option('--fix-of <part>').hideHelp())
    .option('--stdin-filename <name>', 'the name of what comes on standard input')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExamples:\n  whereas check draft.resolution.yaml\n  whereas check --fix draft.resolution.yaml\n  whereas check --format json *.resolution.yaml\n'
    )
    .action(async (files: string[], options: CheckOptions) => {
      await requireStyle(options.csl, host)
      const plan = fixPlan(options)
      const settingsOf = createSettings(options, host)
      // All settings first: with one of them at fault nothing is reported, and nothing mended.
      const settings: Settings[] = []
      for (const file of files) settings.push(await settingsOf(inputPath(file, host, options.stdinFilename)))
      const look = createLook(options, host)
      const outcomes: Outcome[] = []
      for (const [index, file] of files.entries())
        outcomes.push(
          await checkOne(file, {options, plan, look, settings: settings[index] ?? (await settingsOf(file))}, host)
        )
      const checked = outcomes.flatMap(({checked, settings}) =>
        checked ? {...checked, diagnostics: checked.diagnostics.filter(isShown(options, settings))} : []
      )
      const how = reportOptions(options, host)
      const text = report(checked, options.format, how)
      // A diff, or a mended text, has standard output for itself.
      const isBusy = plan?.isDryRun || (plan && files.includes('-'))
      if (checked.length > 0 || options.format !== 'pretty') (isBusy ? host.writeError : host.writeOut)(text)
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
  readonly settings: Settings
  readonly checked?: CheckedFile
}

/** How a file is checked. */
interface Way {
  readonly options: CheckOptions
  readonly plan: FixPlan | undefined
  readonly look: Look
  readonly settings: Settings
}

async function checkOne(file: string, {options, plan, look, settings}: Way, host: Host): Promise<Outcome> {
  const input = await readInput(file, host, options.stdinFilename)
  const {path, content} = input
  if ('problem' in content) {
    host.writeError(`error: cannot read \`${path}\`: ${content.problem}\n`)
    // People read it on standard error; who reads the report alone must not take the file for clean.
    const isReported = options.format !== 'pretty'
    return {status: 2, settings, ...(isReported ? {checked: unread(path, content.problem)} : {})}
  }
  const lookAgain = (text: string): Promise<Compiled> => look(text, path, settings, false)
  const text = plan ? await fixInput(input, content, plan, lookAgain, isShown(options, settings), host) : content.text
  const compiled = await look(text, path, settings, true)
  const {resolved, diagnostics} = compiled
  return {status: statusOf(compiled), settings, checked: {path, text, resolved, diagnostics}}
}

/** Checks a text; only the last look needs what the reporter shows beside the findings. */
type Look = (text: string, path: string, settings: Settings, isLast: boolean) => Promise<Compiled>

function createLook(options: CheckOptions, host: Host): Look {
  const shelf = createShelf(host)
  return (text, path, settings, isLast) => {
    const style = options.csl ?? settings.csl
    const {template, severities, allow} = settings
    return compile(text, {
      path,
      library: host,
      shelf,
      severities,
      allow,
      isStrict: options.strict ?? settings.isStrict,
      today: latestDay(host.now()),
      ...(options.meetingAt === undefined ? {} : {meetingAt: options.meetingAt, now: host.now().toISOString()}),
      // Only these need the words of the notes, and the time that a citation processor takes to load.
      rendersNotes: isLast && (options.format === 'json' || style !== undefined),
      ...(template === undefined ? {} : {template}),
      ...(style === undefined ? {} : {style})
    })
  }
}

function unread(path: string, problem: string): CheckedFile {
  const place = placeAt(textFile(path, ''), 0, 0)
  const message = `\`${path}\` cannot be read: ${problem}`
  const diagnostic: Diagnostic = {rule: 'unreadable-file', severity: 'error', message, path, place}
  return {path, text: undefined, resolved: undefined, diagnostics: [diagnostic]}
}

/** Which findings are reported, and mended. */
function isShown({quiet, advice}: CheckOptions, {hasAdvice}: Settings): (diagnostic: Diagnostic) => boolean {
  const shown = quiet ? ['error'] : advice || hasAdvice ? ['error', 'warning', 'info'] : ['error', 'warning']
  return ({severity}) => shown.includes(severity)
}

/** The status that `--max-warnings` or the settings ask for; warnings that `--quiet` hides count too. */
function countWarnings(outcomes: readonly Outcome[], {maxWarnings}: CheckOptions, host: Host): number {
  if (maxWarnings !== undefined) return exceeds(outcomes, maxWarnings, host)
  const statuses = [...new Set(outcomes.map(({settings}) => settings))].map(settings =>
    exceeds(
      outcomes.filter(outcome => outcome.settings === settings),
      settings.maxWarnings,
      host
    )
  )
  return Math.max(0, ...statuses)
}

function exceeds(outcomes: readonly Outcome[], most: number | undefined, host: Host): number {
  const found = countOf(
    outcomes.flatMap(outcome => outcome.checked ?? []),
    'warning'
  )
  if (most === undefined || found <= most) return 0
  host.writeError(`error: ${found} warning${found === 1 ? '' : 's'}, expected at most ${most}\n`)
  return 1
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('expected a whole number')
  return Number(value)
}

function meetingTime(value: string): string {
  const isTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(value)
  if (!isTime || Number.isNaN(Date.parse(value))) throw new InvalidArgumentError('expected an ISO time')
  return value
}
