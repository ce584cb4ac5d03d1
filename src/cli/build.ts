import {basename, dirname, extname, join} from 'node:path'
import {type Command, InvalidArgumentError, Option} from 'commander'
import {type FormatId, formats} from '../index.ts'
import type {Host} from '../tree/index.ts'
import type {BuildJob, BuildWay} from './build-file.ts'
import {hasColor} from './color.ts'
import {doAll} from './deeds.ts'
import {inputPath, requireStyle, shownPath} from './input.ts'
import {latestDay} from './latest-day.ts'
import {addManyOptions, filesOfShard, type ManyOptions, threadsFor} from './many.ts'
import {createProgress} from './progress.ts'
import {addReachOption, type ReachChoice} from './reach.ts'
import {addSettingsOptions, createSettings, type SettingsChoice} from './settings.ts'
import {shareOut} from './share-out.ts'
import {usageError} from './usage.ts'

interface BuildOptions extends ManyOptions, ReachChoice, SettingsChoice {
  readonly to?: readonly FormatId[]
  readonly output?: string
  readonly outDir?: string
  readonly draft?: true
  readonly only?: 'resolved'
  readonly notes?: boolean
  readonly csl?: string
  readonly stdinFilename?: string
}

/** What `build` writes when nothing is said. */
const usualFormats: readonly FormatId[] = ['md', 'docx', 'pdf']

/** `whereas build FILE…` */
export function addBuild(program: Command, host: Host, finish: (status: number) => void): void {
  const names = formats.map(format => format.id)
  const command = program
    .command('build')
    .description('check resolutions and print them as documents')
    .argument('<file...>', 'resolution files; - is standard input')
    .option(
      '--to <formats>',
      `any of ${names.join(', ')}, separated by commas (default: ${usualFormats.join(',')})`,
      formatList
    )
    .option('--out-dir <folder>', 'where to write (default: beside the file)')
    .option('-o, --output <file>', 'write one document to this file; - is standard output')
    .option('--draft', 'write in spite of errors, every page marked as a draft')
    .addOption(new Option('--only <part>', 'text only: the operative part, for minutes').choices(['resolved']))
    .option('--no-notes', 'text only: the clean copy, without notes')
    .option('--csl <file>', 'a citation style (CSL) for the notes')
  addReachOption(addSettingsOptions(addManyOptions(command)))
    .option('--stdin-filename <name>', 'the name of what comes on standard input')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExamples:\n  whereas build draft.resolution.yaml\n  whereas build --to docx -o council.docx draft.resolution.yaml\n'
    )
    .action(async (named: string[], options: BuildOptions) => {
      const plan = planOf(named, options)
      // Of all files: the documents of all shards may come together in one folder.
      checkTargets(named, plan, options, host)
      const files = filesOfShard(named, options, host)
      await requireStyle(options.csl, host)
      await buildAll(await jobsOf(files, plan, options, host), wayOf(plan, options, host), options, finish, host)
    })
}

async function jobsOf(files: readonly string[], plan: Plan, options: BuildOptions, host: Host): Promise<BuildJob[]> {
  const settingsOf = createSettings(options, host)
  const jobs: BuildJob[] = []
  for (const file of files) {
    const path = inputPath(file, host, options.stdinFilename)
    const targets = plan.to.map(format => targetOf(format, path, plan, options))
    jobs.push({file, settings: await settingsOf(path), targets})
  }
  return jobs
}

function wayOf({to}: Plan, options: BuildOptions, host: Host): BuildWay {
  const {columns} = host.terminal
  return {
    to,
    isDraft: options.draft ?? false,
    only: options.only,
    hasNotes: options.notes ?? true,
    style: options.csl,
    standardName: options.stdinFilename,
    allowOutside: options.allowOutside ?? false,
    today: latestDay(host.now()),
    fallbackDate: epochDate(host.environment.SOURCE_DATE_EPOCH),
    look: {hasColor: hasColor(host, 'isError', options.color), ...(columns === undefined ? {} : {columns})}
  }
}

async function buildAll(
  jobs: readonly BuildJob[],
  way: BuildWay,
  options: BuildOptions,
  finish: (status: number) => void,
  host: Host
): Promise<void> {
  const files = jobs.map(({file}) => file)
  const progress = createProgress('built', jobs.length, host)
  const sharing = {name: 'build', way, jobs, threads: threadsFor(files, options, host), onDone: progress.count} as const
  try {
    await shareOut(
      sharing,
      async ({status, deeds}) => {
        await doAll(deeds, progress.host)
        finish(status)
      },
      host
    )
  } finally {
    progress.end()
  }
}

interface Plan {
  readonly to: readonly FormatId[]
  readonly output: string | undefined
}

/** Settles which formats go where; several documents for one file is a mistake of the caller. */
function planOf(files: readonly string[], options: BuildOptions): Plan {
  const {output, outDir, only, notes, stdinFilename} = options
  const to = options.to ?? (output === undefined ? usualFormats : formatOfName(output))
  const ofText = only !== undefined ? '--only' : notes === false ? '--no-notes' : undefined
  if (ofText !== undefined && !to.includes('txt'))
    throw usageError(`\`${ofText}\` is for plain text, expected \`--to txt\``)
  if (output === undefined) {
    if (files.includes('-') && stdinFilename === undefined)
      throw usageError('what comes on standard input has no name, expected `--output` or `--stdin-filename`')
    return {to, output}
  }
  if (outDir !== undefined) throw usageError('`--output` and `--out-dir` exclude each other, expected one of them')
  if (files.length > 1)
    throw usageError(`\`--output\` takes one resolution, expected \`--out-dir\` for ${files.length} of them`)
  if (to.length !== 1)
    throw usageError(`\`--output\` takes one format, expected \`--out-dir\` for ${to.length} of them`)
  return {to, output}
}

/** Before anything is written: no document may take the place of another one, or of the resolution itself. */
function checkTargets(files: readonly string[], plan: Plan, options: BuildOptions, host: Host): void {
  const paths = files.map(file => shownPath(file === '-' ? (options.stdinFilename ?? file) : file, host))
  const taken = new Map<string, string>()
  for (const path of paths)
    for (const format of plan.to) {
      const target = shownPath(targetOf(format, path, plan, options), host)
      const other = taken.get(target)
      if (target !== '-' && paths.includes(target))
        throw usageError(
          `\`${target}\` is a resolution and would be overwritten, expected another name for the document`
        )
      if (other === path) throw usageError(`\`${path}\` is named twice, expected it once`)
      if (other !== undefined)
        throw usageError(
          `\`${target}\` would be written for \`${other}\` and for \`${path}\`, expected files of different names`
        )
      taken.set(target, path)
    }
}

function formatOfName(output: string): FormatId[] {
  const found = formats.find(format => extname(output) === `.${format.extension}`)
  if (found) return [found.id]
  const endings = formats.map(format => `\`.${format.extension}\``).join(', ')
  throw usageError(
    output === '-'
      ? 'the format for standard output is not known, expected `--to`'
      : `the format of \`${output}\` is not known, expected \`--to\` or a name that ends in one of ${endings}`
  )
}

function targetOf(format: FormatId, path: string, plan: Plan, options: BuildOptions): string {
  if (plan.output !== undefined) return plan.output
  const extension = formats.find(({id}) => id === format)?.extension ?? format
  const name = basename(path).replace(/(\.resolution)?\.ya?ml$/i, '')
  return join(options.outDir ?? dirname(path), `${name}.${extension}`)
}

function formatList(value: string): FormatId[] {
  const ids = value.split(',').map(name => {
    const format = formats.find(({id}) => id === name.trim())
    if (!format) throw new InvalidArgumentError(`expected any of ${formats.map(({id}) => `\`${id}\``).join(', ')}`)
    return format.id
  })
  return [...new Set(ids)]
}

/** SOURCE_DATE_EPOCH as a date; undefined when it is not set or is no number. */
function epochDate(epoch: string | undefined): string | undefined {
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return undefined
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
}
