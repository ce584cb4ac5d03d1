import {type Command, InvalidArgumentError, Option} from 'commander'
import {compile, report} from '../index.ts'
import {type CheckedFile, countOf, type ReportFormat, reportFormats} from '../report/index.ts'
import type {Host} from '../tree/index.ts'
import {hasColor} from './color.ts'
import {readInput} from './input.ts'

interface CheckOptions {
  readonly format: ReportFormat
  readonly quiet?: true
  readonly advice?: true
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
    .option('--max-warnings <n>', 'fail with more than n warnings', wholeNumber)
    .option('--csl <file>', 'a citation style (CSL) for the notes')
    .option('--stdin-filename <name>', 'the name of what comes on standard input')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExamples:\n  whereas check draft.resolution.yaml\n  whereas check --format json *.resolution.yaml\n'
    )
    .action(async (files: string[], options: CheckOptions) => {
      const outcomes: Outcome[] = []
      for (const file of files) outcomes.push(await checkOne(file, options, host))
      const checked = outcomes.flatMap(outcome => outcome.checked ?? [])
      const {columns} = host.terminal
      const text = report(checked, options.format, {
        hasColor: hasColor(host, 'isOutput', options.color),
        ...(columns === undefined ? {} : {columns})
      })
      if (checked.length > 0) host.writeOut(text)
      finish(Math.max(...outcomes.map(outcome => outcome.status)))
      if (options.maxWarnings !== undefined && countOf(checked, 'warning') > options.maxWarnings) finish(1)
    })
}

interface Outcome {
  readonly status: number
  readonly checked?: CheckedFile
}

async function checkOne(file: string, options: CheckOptions, host: Host): Promise<Outcome> {
  const input = await readInput(file, host, options.stdinFilename)
  const {path, content} = input
  if ('problem' in content) {
    host.writeError(`error: \`${path}\` cannot be read: ${content.problem}\n`)
    return {status: 2}
  }
  const {diagnostics, resolved} = await compile(content.text, {
    path,
    library: host,
    rendersNotes: options.format === 'json',
    ...(options.csl === undefined ? {} : {style: options.csl})
  })
  const shown = diagnostics.filter(
    ({severity}) => severity === 'error' || (!options.quiet && (severity === 'warning' || options.advice))
  )
  const hasErrors = diagnostics.some(({severity}) => severity === 'error')
  return {status: resolved ? (hasErrors ? 1 : 0) : 2, checked: {path, text: content.text, resolved, diagnostics: shown}}
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('expected a whole number')
  return Number(value)
}
