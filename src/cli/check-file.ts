import {type Compiled, compile} from '../index.ts'
import {countOf, type ReportedFile, type ReportFormat, reportedFile} from '../report/index.ts'
import {type Diagnostic, type Host, placeAt, type Severity, textFile} from '../tree/index.ts'
import type {Deed} from './deeds.ts'
import {type FixPlan, fixInput} from './fix.ts'
import {readInput} from './input.ts'
import {createReach} from './reach.ts'
import type {Settings} from './settings.ts'
import {statusOf} from './status.ts'

/** How all files of a call are checked. */
export interface CheckWay {
  readonly format: ReportFormat
  readonly plan: FixPlan | undefined
  readonly isQuiet: boolean
  readonly hasAdvice: boolean
  /** What the settings say counts unless it is given. */
  readonly isStrict: boolean | undefined
  readonly style: string | undefined
  readonly standardName: string | undefined
  /** Whether files outside the project are read too. */
  readonly allowOutside: boolean
  /** The latest day on earth, and the time, when the call began. */
  readonly today: string
  readonly now: string
  readonly meetingAt: string | undefined
}

export interface CheckJob {
  readonly file: string
  readonly settings: Settings
}

export interface CheckedJob {
  readonly status: number
  readonly deeds: readonly Deed[]
  /** All of them, also those that are not reported. */
  readonly warnings: number
  /** Undefined for a file that only standard error tells of. */
  readonly reported: ReportedFile | undefined
}

/** Checks a text; only the last look needs what the reporter shows beside the findings. */
type Look = (text: string, path: string, settings: Settings, isLast: boolean) => Promise<Compiled>

/** Begins to check files. */
export function beginCheck(way: CheckWay, host: Host): (job: CheckJob) => Promise<CheckedJob> {
  const look = createLook(way, host)
  return job => checkFile(job, way, look, host)
}

async function checkFile({file, settings}: CheckJob, way: CheckWay, look: Look, host: Host): Promise<CheckedJob> {
  const {plan} = way
  const input = await readInput(file, host, way.standardName)
  const {path, content} = input
  if ('problem' in content) {
    const deeds: Deed[] = [{type: 'tell', text: `error: cannot read \`${path}\`: ${content.problem}\n`}]
    // People read it on standard error; who reads the report alone must not take the file for clean.
    const reported = way.format === 'pretty' ? undefined : unread(path, content.problem)
    return {status: 2, deeds, warnings: 0, reported}
  }
  const isWanted = isShown(way, settings)
  const lookAgain = (text: string): Promise<Compiled> => look(text, path, settings, false)
  const {text, deeds} = plan ? await fixInput(input, content, plan, lookAgain, isWanted) : {...content, deeds: []}
  const compiled = await look(text, path, settings, true)
  const {resolved, diagnostics} = compiled
  const checked = {path, text, resolved, diagnostics: diagnostics.filter(isWanted)}
  return {
    status: statusOf(compiled),
    deeds,
    warnings: countOf([compiled], 'warning'),
    // A copy: V8 keeps a text in memory as long as a word that was cut out of it.
    reported: structuredClone(reportedFile(checked))
  }
}

function createLook(way: CheckWay, host: Host): Look {
  const {format, isStrict, today, now, meetingAt} = way
  const reachOf = createReach(way, host)
  return async (text, path, settings, isLast) => {
    const style = way.style ?? settings.csl
    const {template, severities, allow} = settings
    const reach = await reachOf(path, [style, template])
    const compiled = await compile(text, {
      path,
      ...reach,
      severities,
      allow,
      isStrict: isStrict ?? settings.isStrict,
      today,
      ...(meetingAt === undefined ? {} : {meetingAt, now}),
      // Only these need the words of the notes, and the time that a citation processor takes to load.
      rendersNotes: isLast && (format === 'json' || style !== undefined),
      ...(template === undefined ? {} : {template}),
      ...(style === undefined ? {} : {style})
    })
    reach.desk.tidy()
    return compiled
  }
}

function unread(path: string, problem: string): ReportedFile {
  const place = placeAt(textFile(path, ''), 0, 0)
  const message = `\`${path}\` cannot be read: ${problem}`
  const diagnostic: Diagnostic = {rule: 'unreadable-file', severity: 'error', message, path, place}
  return reportedFile({path, text: undefined, resolved: undefined, diagnostics: [diagnostic]})
}

/** Which findings are reported, and mended. */
function isShown(way: CheckWay, settings: Settings): (diagnostic: Diagnostic) => boolean {
  const hasAdvice = way.hasAdvice || settings.hasAdvice
  const shown: readonly Severity[] = way.isQuiet
    ? ['error']
    : hasAdvice
      ? ['error', 'warning', 'info']
      : ['error', 'warning']
  return ({severity}) => shown.includes(severity)
}
