import {basename, dirname, extname, join} from 'node:path'
import {collectEvidence} from '../collect-evidence.ts'
import {composeDossier} from '../evidence/compose.ts'
import {compile} from '../index.ts'
import type {Evidence, Host} from '../tree/index.ts'
import {writeDossier} from '../write/dossier.ts'
import {allFormats, type EvidenceFormat, type EvidenceOptions} from './evidence.ts'
import {readInput, requireStyle, shownPath} from './input.ts'
import {put} from './put.ts'
import {createReach} from './reach.ts'
import {createSettings, type Settings} from './settings.ts'
import {usageError} from './usage.ts'

/** `whereas evidence FILE…`: resolves to the exit status. */
export async function layOutEvidence(files: readonly string[], options: EvidenceOptions, host: Host): Promise<number> {
  const plan = planOf(files, options)
  await requireStyle(options.csl, host)
  const reachOf = createReach(options, host)
  const settingsOf = createSettings(options, host)
  let status = 0
  for (const file of files) status = Math.max(status, await layOut(file, plan, {options, settingsOf, reachOf}, host))
  return status
}

interface Plan {
  readonly to: readonly EvidenceFormat[]
  readonly output: string | undefined
}

function planOf(files: readonly string[], {to, output, outDir}: EvidenceOptions): Plan {
  if (files.includes('-')) throw usageError('a dossier is made of a file, expected its name')
  const formats = to ?? (output === undefined ? ['html'] : formatOfName(output))
  if (output === undefined) return {to: formats, output}
  if (outDir !== undefined) throw usageError('`--output` and `--out-dir` exclude each other, expected one of them')
  if (files.length > 1)
    throw usageError(`\`--output\` takes one resolution, expected \`--out-dir\` for ${files.length} of them`)
  if (formats.length !== 1)
    throw usageError(`\`--output\` takes one format, expected \`--out-dir\` for ${formats.length} of them`)
  return {to: formats, output}
}

function formatOfName(output: string): EvidenceFormat[] {
  const found = allFormats.find(format => extname(output) === `.${format}`)
  if (found) return [found]
  throw usageError(
    output === '-'
      ? 'the format for standard output is not known, expected `--to`'
      : `the format of \`${output}\` is not known, expected \`--to\` or a name that ends in one of ${allFormats.map(format => `\`.${format}\``).join(', ')}`
  )
}

interface Way {
  readonly options: EvidenceOptions
  readonly settingsOf: (path: string) => Promise<Settings>
  readonly reachOf: ReturnType<typeof createReach>
}

async function layOut(file: string, plan: Plan, {options, settingsOf, reachOf}: Way, host: Host): Promise<number> {
  const {path, content} = await readInput(file, host, undefined)
  if ('problem' in content) {
    host.writeError(`error: cannot read \`${path}\`: ${content.problem}\n`)
    return 2
  }
  const settings = await settingsOf(path)
  const style = options.csl ?? settings.csl
  const {template} = settings
  const reach = await reachOf(path, [style, template])
  const {resolved} = await compile(content.text, {
    path,
    ...reach,
    rendersNotes: true,
    ...(template === undefined ? {} : {template}),
    ...(style === undefined ? {} : {style})
  })
  if (!resolved) {
    host.writeError(`error: \`${path}\` is no resolution that can be read; \`whereas check\` tells why\n`)
    return 2
  }
  const evidence = await collectEvidence(resolved, reach.desk.shelf)
  for (const format of plan.to)
    await put(targetOf(format, path, plan, options), await bytesOf(evidence, format, host), host)
  reach.desk.tidy()
  return 0
}

async function bytesOf(evidence: Evidence, format: EvidenceFormat, host: Host): Promise<Uint8Array> {
  if (format === 'json') return Buffer.from(`${JSON.stringify({version: 1, ...evidence}, undefined, 2)}\n`)
  // The package's own file: an organisation's template has a page for resolutions only.
  const pageTemplate =
    format === 'pdf'
      ? new TextDecoder().decode(await host.readFile(join(host.packageFolder, 'templates/evidence.typ')))
      : undefined
  const {bytes, warnings} = await writeDossier(composeDossier(evidence), format, {pageTemplate})
  for (const {message} of warnings) host.writeError(`${shownPath(evidence.path, host)}: warning: ${message}\n`)
  return bytes
}

/** `draft.evidence.html` for `draft.resolution.yaml`. */
function targetOf(format: EvidenceFormat, path: string, {output}: Plan, {outDir}: EvidenceOptions): string {
  if (output !== undefined) return output
  const name = basename(path).replace(/(\.resolution)?\.ya?ml$/i, '')
  return join(outDir ?? dirname(path), `${name}.evidence.${format}`)
}
