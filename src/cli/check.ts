import {type Command, InvalidArgumentError, Option} from 'commander'
import {rules} from '../index.ts'
import {type ReportedFile, type ReportFormat, type ReportOptions, report, reportFormats} from '../report/index.ts'
import type {Host} from '../tree/index.ts'
import type {CheckedJob, CheckJob, CheckWay} from './check-file.ts'
import {hasColor} from './color.ts'
import {doAll} from './deeds.ts'
import {addFixOptions, type FixOptions, fixPlan} from './fix.ts'
import {inputPath, requireStyle} from './input.ts'
import {addJobSummary, repositoryFolder} from './job-summary.ts'
import {latestDay} from './latest-day.ts'
import {addManyOptions, filesOfShard, type ManyOptions, threadsFor} from './many.ts'
import {createProgress} from './progress.ts'
import {addReachOption, type ReachChoice} from './reach.ts'
import {addSettingsOptions, createSettings, type Settings, type SettingsChoice} from './settings.ts'
import {shareOut} from './share-out.ts'
import {statusOfWarnings, wholeNumber} from './warnings.ts'

interface CheckOptions extends FixOptions, ManyOptions, ReachChoice, SettingsChoice {
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
  addReachOption(addSettingsOptions(addManyOptions(addFixOptions(command))))
    .addOption(new Option('--fix-of <part>').hideHelp())
    .option('--stdin-filename <name>', 'the name of what comes on standard input')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExamples:\n  whereas check draft.resolution.yaml\n  whereas check --fix draft.resolution.yaml\n  whereas check --format json *.resolution.yaml\n'
    )
    .action(async (named: string[], options: CheckOptions) => {
      const files = filesOfShard(named, options, host)
      await requireStyle(options.csl, host)
      const way = wayOf(options, host)
      const jobs = await jobsOf(files, options, host)
      const outcomes = await checkAll(jobs, way, options, host)
      const checked = outcomes.flatMap(({reported}) => reported ?? [])
      // A diff, or a mended text, has standard output for itself.
      const isBusy = way.plan?.isDryRun || (way.plan && files.includes('-'))
      printReport(checked, options, isBusy ? host.writeError : host.writeOut, host)
      if (options.format === 'github') await addJobSummary(checked, reportOptions(options, host), host)
      for (const {status} of outcomes) finish(status)
      finish(countWarnings(outcomes, options, host))
    })
}

function wayOf(options: CheckOptions, host: Host): CheckWay {
  const now = host.now()
  return {
    format: options.format,
    plan: fixPlan(options),
    isQuiet: options.quiet ?? false,
    hasAdvice: options.advice ?? false,
    isStrict: options.strict,
    style: options.csl,
    standardName: options.stdinFilename,
    allowOutside: options.allowOutside ?? false,
    today: latestDay(now),
    now: now.toISOString(),
    meetingAt: options.meetingAt
  }
}

/** All settings first: with one of them at fault nothing is reported, and nothing mended. */
async function jobsOf(files: readonly string[], options: CheckOptions, host: Host): Promise<CheckJob[]> {
  const settingsOf = createSettings(options, host)
  const jobs: CheckJob[] = []
  for (const file of files) jobs.push({file, settings: await settingsOf(inputPath(file, host, options.stdinFilename))})
  return jobs
}

/** What came of a file, as far as it is still wanted when all are done. */
interface Outcome extends Omit<CheckedJob, 'deeds'> {
  readonly settings: Settings
}

async function checkAll(
  jobs: readonly CheckJob[],
  way: CheckWay,
  options: CheckOptions,
  host: Host
): Promise<Outcome[]> {
  const files = jobs.map(({file}) => file)
  // A file that is named twice must be read again after it was mended.
  const isMendedTwice = way.plan !== undefined && new Set(files).size < files.length
  const threads = isMendedTwice ? 1 : threadsFor(files, options, host)
  const progress = createProgress('checked', jobs.length, host)
  const outcomes: Outcome[] = []
  const deliver = async ({deeds, ...outcome}: CheckedJob, index: number): Promise<void> => {
    await doAll(deeds, progress.host)
    const settings = jobs[index]?.settings
    if (settings) outcomes.push({...outcome, settings})
  }
  try {
    await shareOut({name: 'check', way, jobs, threads, onDone: progress.count}, deliver, host)
  } finally {
    progress.end()
  }
  return outcomes
}

function printReport(
  checked: readonly ReportedFile[],
  options: CheckOptions,
  print: (text: string) => void,
  host: Host
): void {
  if (checked.length === 0 && options.format === 'pretty') return
  print(report(checked, options.format, reportOptions(options, host)))
}

function reportOptions({color, quiet}: CheckOptions, host: Host): ReportOptions {
  const {columns} = host.terminal
  return {
    rules,
    hasColor: hasColor(host, 'isOutput', color),
    isQuiet: quiet ?? false,
    folder: repositoryFolder(host),
    ...(columns === undefined ? {} : {columns})
  }
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
  const found = outcomes.reduce((sum, {warnings}) => sum + warnings, 0)
  return statusOfWarnings(found, most, host)
}

function meetingTime(value: string): string {
  const isTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(value)
  if (!isTime || Number.isNaN(Date.parse(value))) throw new InvalidArgumentError('expected an ISO time')
  return value
}
