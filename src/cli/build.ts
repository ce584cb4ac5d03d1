import {basename, dirname, extname, join} from 'node:path'
import {type Command, InvalidArgumentError, Option} from 'commander'
import {type Compiled, compile, type FormatId, formats, report} from '../index.ts'
import type {Host} from '../tree/index.ts'
import {hasColor} from './color.ts'
import {type Input, readInput, shownPath} from './input.ts'
import {fileError, usageError} from './usage.ts'

interface BuildOptions {
  readonly to?: readonly FormatId[]
  readonly output?: string
  readonly outDir?: string
  readonly draft?: true
  readonly only?: 'resolved'
  readonly notes?: boolean
  readonly csl?: string
  readonly stdinFilename?: string
  readonly color?: boolean
}

/** What `build` writes when nothing is said. */
const usualFormats: readonly FormatId[] = ['md', 'docx', 'pdf']

/** `whereas build FILE…` */
export function addBuild(program: Command, host: Host, finish: (status: number) => void): void {
  const names = formats.map(format => format.id)
  program
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
    .option('--stdin-filename <name>', 'the name of what comes on standard input')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExamples:\n  whereas build draft.resolution.yaml\n  whereas build --to docx -o council.docx draft.resolution.yaml\n'
    )
    .action(async (files: string[], options: BuildOptions) => {
      const plan = planOf(files, options)
      const taken = new Map<string, string>()
      for (const file of files) finish(await buildOne(file, plan, options, taken, host))
    })
}

interface Plan {
  readonly to: readonly FormatId[]
  readonly output: string | undefined
}

/** Settles which formats go where; several documents for one file is a mistake of the caller. */
function planOf(files: readonly string[], options: BuildOptions): Plan {
  const {output, outDir} = options
  if (output === undefined) return {to: options.to ?? usualFormats, output}
  if (outDir !== undefined) throw usageError('`--output` and `--out-dir` exclude each other, expected one of them')
  if (files.length > 1)
    throw usageError(`\`--output\` takes one resolution, expected \`--out-dir\` for ${files.length}`)
  const to = options.to ?? formatOfName(output)
  if (to.length !== 1) throw usageError(`\`--output\` takes one format, expected \`--out-dir\` for ${to.length}`)
  return {to, output}
}

function formatOfName(output: string): FormatId[] {
  const found = formats.find(format => extname(output) === `.${format.extension}`)
  if (found) return [found.id]
  throw usageError(
    `the format of \`${output}\` is not known, expected \`--to\` or a name that ends in one of ${formats.map(format => `.${format.extension}`).join(', ')}`
  )
}

async function buildOne(
  file: string,
  plan: Plan,
  options: BuildOptions,
  taken: Map<string, string>,
  host: Host
): Promise<number> {
  const input = await readInput(file, host, options.stdinFilename)
  if ('problem' in input.content) {
    host.writeError(`error: \`${input.path}\` cannot be read: ${input.content.problem}\n`)
    return 2
  }
  if (input.isStandardInput && plan.output === undefined && options.stdinFilename === undefined)
    throw usageError('what comes on standard input has no name, expected `--output` or `--stdin-filename`')
  const compiled = await compile(input.content.text, compileOptions(input, plan, options, host))
  tell(compiled, input, input.content.text, options, host)
  for (const {format, bytes} of compiled.outputs)
    await put(targetOf(format, input, plan, options), bytes, taken, input, host)
  if (!compiled.resolved) return 2
  return compiled.diagnostics.some(({severity}) => severity === 'error') ? 1 : 0
}

function compileOptions(input: Input, plan: Plan, options: BuildOptions, host: Host): Parameters<typeof compile>[1] {
  const fallbackDate = epochDate(host.environment.SOURCE_DATE_EPOCH)
  return {
    path: input.path,
    library: host,
    to: plan.to,
    isDraft: options.draft ?? false,
    hasNotes: options.notes ?? true,
    ...(options.only === undefined ? {} : {only: options.only}),
    ...(options.csl === undefined ? {} : {style: options.csl}),
    ...(fallbackDate === undefined ? {} : {fallbackDate})
  }
}

/** Findings go to standard error, so that standard output holds the names of the documents alone. */
function tell({diagnostics, resolved}: Compiled, {path}: Input, text: string, options: BuildOptions, host: Host): void {
  const shown = diagnostics.filter(({severity}) => severity !== 'info')
  if (shown.length === 0) return
  const checked = [{path, text, resolved, diagnostics: shown}]
  host.writeError(report(checked, 'pretty', {hasColor: hasColor(host, 'isError', options.color)}))
  if (options.draft || !shown.some(({severity}) => severity === 'error')) return
  host.writeError(`${path}: nothing was written; \`--draft\` prints a draft in spite of errors\n`)
}

function targetOf(format: FormatId, {path}: Input, plan: Plan, options: BuildOptions): string {
  if (plan.output !== undefined) return plan.output
  const extension = formats.find(({id}) => id === format)?.extension ?? format
  const name = basename(path).replace(/(\.resolution)?\.ya?ml$/i, '')
  return join(options.outDir ?? dirname(path), `${name}.${extension}`)
}

async function put(
  target: string,
  bytes: Uint8Array,
  taken: Map<string, string>,
  {path}: Input,
  host: Host
): Promise<void> {
  if (target === '-') return host.writeOut(bytes)
  const other = taken.get(target)
  if (other !== undefined)
    throw usageError(
      `\`${shownPath(target, host)}\` would be written for \`${other}\` and for \`${path}\`, expected files of different names`
    )
  taken.set(target, path)
  try {
    await host.makeFolder(dirname(target))
    await host.writeFile(target, bytes)
  } catch (error) {
    throw fileError('cannot write', shownPath(target, host), error)
  }
  host.writeOut(`${shownPath(target, host)}\n`)
}

function formatList(value: string): FormatId[] {
  return value.split(',').map(name => {
    const format = formats.find(({id}) => id === name.trim())
    if (!format) throw new InvalidArgumentError(`expected any of ${formats.map(({id}) => id).join(', ')}`)
    return format.id
  })
}

/** SOURCE_DATE_EPOCH as a date; undefined when it is not set or is no number. */
function epochDate(epoch: string | undefined): string | undefined {
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return undefined
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
}
