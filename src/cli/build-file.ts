import {type Compiled, type CompileOptions, compile, type FormatId, report} from '../index.ts'
import type {ReportOptions} from '../report/index.ts'
import type {Host} from '../tree/index.ts'
import type {Deed} from './deeds.ts'
import {readInput} from './input.ts'
import {createReach} from './reach.ts'
import type {Settings} from './settings.ts'
import {statusOf} from './status.ts'

/** How all files of a call are built. */
export interface BuildWay {
  readonly to: readonly FormatId[]
  readonly isDraft: boolean
  readonly only: 'resolved' | undefined
  readonly hasNotes: boolean
  readonly style: string | undefined
  readonly standardName: string | undefined
  /** Whether files outside the project are read too. */
  readonly allowOutside: boolean
  /** The latest day on earth when the call began. */
  readonly today: string
  readonly fallbackDate: string | undefined
  /** Of the terminal that findings are shown on. */
  readonly look: ReportOptions
}

export interface BuildJob {
  readonly file: string
  readonly settings: Settings
  /** Where the documents go, in the order of `to`. */
  readonly targets: readonly string[]
}

export interface BuiltJob {
  readonly status: number
  readonly deeds: readonly Deed[]
}

/** Begins to build documents. */
export function beginBuild(way: BuildWay, host: Host): (job: BuildJob) => Promise<BuiltJob> {
  const reachOf = createReach(way, host)
  return async ({file, settings, targets}) => {
    const {path, content} = await readInput(file, host, way.standardName)
    if ('problem' in content)
      return {status: 2, deeds: [{type: 'tell', text: `error: cannot read \`${path}\`: ${content.problem}\n`}]}
    const options = compileOptions(way, settings)
    const reach = await reachOf(path, [options.style, options.template])
    const compiled = await compile(content.text, {...options, ...reach, path})
    reach.desk.tidy()
    const puts = way.to.flatMap((format, index): Deed[] => {
      const bytes = compiled.outputs.find(output => output.format === format)?.bytes
      const target = targets[index]
      return bytes && target !== undefined ? [{type: 'put', target, bytes}] : []
    })
    return {status: statusOf(compiled), deeds: [...findings(compiled, path, content.text, way), ...puts]}
  }
}

function compileOptions(way: BuildWay, {severities, allow, isStrict, template, csl}: Settings): CompileOptions {
  const style = way.style ?? csl
  const {today, to, isDraft, only, hasNotes, fallbackDate} = way
  return {
    today,
    to,
    isDraft,
    severities,
    allow,
    isStrict,
    ...(template === undefined ? {} : {template}),
    hasNotes,
    ...(only === undefined ? {} : {only}),
    ...(style === undefined ? {} : {style}),
    ...(fallbackDate === undefined ? {} : {fallbackDate})
  }
}

/** Findings go to standard error, so that standard output holds the names of the documents alone. */
function findings({diagnostics, resolved}: Compiled, path: string, text: string, way: BuildWay): Deed[] {
  const shown = diagnostics.filter(({severity}) => severity !== 'info')
  if (shown.length === 0) return []
  const told = report([{path, text, resolved, diagnostics: shown}], 'pretty', way.look)
  if (!shown.some(({severity}) => severity === 'error')) return [{type: 'tell', text: told}]
  const outcome = !resolved
    ? `${path}: nothing was written\n`
    : way.isDraft
      ? ''
      : `${path}: nothing was written; \`--draft\` prints a draft in spite of errors\n`
  return [{type: 'tell', text: told + outcome}]
}
