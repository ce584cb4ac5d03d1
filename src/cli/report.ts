import {type Command, Option} from 'commander'
import {type ReportFormat, reportFormats} from '../report/index.ts'
import type {Host} from '../tree/index.ts'
import {wholeNumber} from './warnings.ts'

export interface MergeOptions {
  readonly format: ReportFormat
  readonly output?: string
  readonly maxWarnings?: number
  readonly color?: boolean
}

/** `whereas report merge REPORT…` */
export function addReportCommands(program: Command, host: Host, finish: (status: number) => void): void {
  const report = program
    .command('report')
    .description('put the reports of several machines together')
    .usage('merge …')
    .helpCommand(false)
    .configureHelp({subcommandTerm: command => command.name()})
  report
    .command('merge')
    .description('put reports of `check --format json` together')
    .argument('<report...>', 'reports, in the order of their files')
    .addOption(new Option('--format <name>', 'how to report').choices(reportFormats).default('json'))
    .option('--max-warnings <n>', 'fail with more than n warnings', wholeNumber)
    .option('-o, --output <file>', 'write to this file; - is standard output', '-')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExits as `check` does for all the files.\n\nExample:\n  whereas check --shard 1/2 --format json drafts/*.yaml > 1.json\n  whereas check --shard 2/2 --format json drafts/*.yaml > 2.json\n  whereas report merge 1.json 2.json --format pretty\n'
    )
    .action(async (reports: string[], options: MergeOptions) => {
      finish(await (await import('./report-merge.ts')).mergeReports(reports, options, host))
    })
}
