import {dirname, join, relative, resolve} from 'node:path'
import type {Command} from 'commander'
import {readConfig} from '../config.ts'
import {report} from '../index.ts'
import type {Config} from '../read/index.ts'
import {besideFile, decodeText, reasonOf} from '../resolve/index.ts'
import {type Diagnostic, type Host, placeAt, type Text, textFile} from '../tree/index.ts'
import {hasColor} from './color.ts'
import {shownPath} from './input.ts'
import {usageError} from './usage.ts'

/** What `--config` and `--no-config` say. */
export interface SettingsChoice {
  readonly config?: string | false
  readonly color?: boolean
}

/** The settings of a project as the commands use them: paths start from the working folder. */
export interface Settings extends Omit<Config, 'template' | 'csl'> {
  readonly template: string | undefined
  readonly csl: string | undefined
}

/** The options that choose the settings, for commands that have them. */
export function addSettingsOptions(command: Command): Command {
  return command
    .option('--config <file>', 'settings (default: whereas.yaml, or the key of package.json, found upwards)')
    .option('--no-config', 'no settings but those of the command line')
}

const noSettings: Settings = {
  severities: {},
  allow: [],
  template: undefined,
  csl: undefined,
  hasAdvice: false,
  isStrict: false,
  maxWarnings: undefined
}

/** Finds the settings for a file by its path; those of a folder are read once. Settings at fault end the call. */
export function createSettings(choice: SettingsChoice, host: Host): (path: string) => Promise<Settings> {
  const {config} = choice
  if (config === false) return async () => noSettings
  const read = async (path: string): Promise<Settings | undefined> =>
    settingsOf(path, await textOf(path, host), choice, host)
  if (config !== undefined) {
    const given = read(shownPath(config, host)).then(settings => settings ?? noSettings)
    // Whoever asks first hears of it.
    given.catch(() => {})
    return () => given
  }
  const held = new Map<string, Promise<Settings>>()
  const find = (folder: string): Promise<Settings> => {
    const known = held.get(folder)
    if (known) return known
    const found = search(folder, find, read, host)
    held.set(folder, found)
    return found
  }
  return path => find(resolve(host.workingFolder, dirname(path)))
}

/** The files that may hold settings, the stronger one first. */
const names = ['whereas.yaml', 'package.json']

/** Looks in a folder and then in the one above, up to the root of the repository or of the disk. */
async function search(
  folder: string,
  find: (folder: string) => Promise<Settings>,
  read: (path: string) => Promise<Settings | undefined>,
  host: Host
): Promise<Settings> {
  const inside = (name: string): string => shownPath(join(relative(host.workingFolder, folder), name), host)
  for (const name of names) {
    const settings = (await host.hasFile(inside(name))) ? await read(inside(name)) : undefined
    if (settings) return settings
  }
  const above = dirname(folder)
  return above === folder || (await host.hasFile(inside('.git'))) ? noSettings : find(above)
}

async function textOf(path: string, host: Host): Promise<string> {
  const content = await host.readFile(path).then(decodeText, error => ({problem: reasonOf(error)}))
  if ('problem' in content) throw usageError(`cannot read \`${path}\`: ${content.problem}`)
  return content.text
}

async function settingsOf(
  path: string,
  text: string,
  choice: SettingsChoice,
  host: Host
): Promise<Settings | undefined> {
  const {config, diagnostics} = readConfig(text, path)
  const found = config ? [...diagnostics, ...(await lostFiles(config, path, text, host))] : diagnostics
  if (found.length > 0) {
    const {columns} = host.terminal
    const look = {hasColor: hasColor(host, 'isError', choice.color), ...(columns === undefined ? {} : {columns})}
    host.writeError(report([{path, text, resolved: undefined, diagnostics: found}], 'pretty', look))
  }
  if (found.some(({severity}) => severity === 'error')) throw usageError(`the settings in \`${path}\` cannot be used`)
  if (!config) return undefined
  const {template, csl} = config
  return {
    ...config,
    template: template && (isPath(template.value) ? pathBeside(path, template.value) : template.value),
    csl: csl && besideFile(path, csl.value)
  }
}

/** A template with a slash or a leading dot is a folder, any other is one of the package. */
const isPath = (name: string): boolean => name.startsWith('.') || name.includes('/')

/** A path beside the settings that is plainly a path, and no name. */
function pathBeside(path: string, name: string): string {
  const beside = besideFile(path, name)
  return isPath(beside) ? beside : `./${beside}`
}

/** Files that the settings name and that are not there: every resolution would suffer from it. */
async function lostFiles({template, csl}: Config, path: string, text: string, host: Host): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  const requireFile = async (name: Text, file: string, rule: string, what: string): Promise<void> => {
    await host.readFile(file).catch(error => {
      const {start, end} = name.place
      const message = `${what} \`${name.value}\` cannot be used: ${reasonOf(error)}`
      const place = placeAt(textFile(path, text.replace(/^\uFEFF/, '')), start.offset, end.offset)
      found.push({rule, severity: 'error', message, path, place})
    })
  }
  if (template) {
    const folder = isPath(template.value)
      ? besideFile(path, template.value)
      : join(host.packageFolder, 'templates', template.value)
    await requireFile(template, join(folder, 'template.yaml'), 'unusable-template', 'template')
  }
  if (csl) await requireFile(csl, besideFile(path, csl.value), 'unusable-style', 'citation style')
  return found
}
