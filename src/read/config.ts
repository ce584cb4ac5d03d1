import {type Diagnostic, type Severity, type Text, textFile} from '../tree/index.ts'
import {checkCharacters} from './characters.ts'
import {checkValue} from './check.ts'
import {configShape, type RuleName} from './config-definition.ts'
import {inOrder, type Reading, report} from './reading.ts'
import {fieldsOf, flagOf, textOf, textsOf, valueIn} from './take.ts'
import {type MapValue, readYaml, trimmed, type Value} from './value.ts'

/** The settings of a project; what is not given is undefined or empty. */
export interface Config {
  /** By the name of the rule. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>
  readonly allow: readonly string[]
  /** As typed: a name, or a path beside the file. */
  readonly template: Text | undefined
  /** Likewise a path. */
  readonly csl: Text | undefined
  readonly hasAdvice: boolean
  readonly isStrict: boolean
  readonly maxWarnings: number | undefined
}

export interface ReadConfig {
  /** Undefined when the file has no settings for us: a `package.json` without the key. */
  readonly config: Config | undefined
  /** In order of place. */
  readonly diagnostics: Diagnostic[]
}

/** The key of `package.json` that holds the settings. */
const packageKey = 'whereas'

/** Reads `whereas.yaml`, or a `package.json`, which is YAML too. `path` names it in diagnostics. */
export function readConfig(
  text: string,
  options: {readonly path: string; readonly rules: readonly RuleName[]}
): ReadConfig {
  const isPackage = /(?:^|\/)package\.json$/.test(options.path)
  if (isPackage && !mayHaveSettings(text)) return {config: undefined, diagnostics: []}
  const reading: Reading = {file: textFile(options.path, text.replace(/^\uFEFF/, '')), diagnostics: []}
  const whole = readYaml(reading).value
  const value = isPackage ? (whole.type === 'map' ? valueIn(whole, packageKey) : undefined) : whole
  if (value === undefined) return {config: undefined, diagnostics: []}
  checkCharacters(reading)
  if (!reading.diagnostics.some(({severity}) => severity === 'error') || isPackage)
    checkSettings(reading, value, options.rules)
  const {start, end} = value.place
  const found = reading.diagnostics.filter(
    ({place}) => !isPackage || (start.offset <= place.start.offset && place.start.offset <= end.offset)
  )
  return {config: configOf(value.type === 'map' ? value : noSettings(value)), diagnostics: inOrder(found)}
}

/** Most packages have no settings for us, and reading JSON as YAML takes longer than a small check. */
function mayHaveSettings(text: string): boolean {
  try {
    const data: unknown = JSON.parse(text)
    return typeof data === 'object' && data !== null && Object.hasOwn(data, packageKey)
  } catch {
    return true
  }
}

function checkSettings(reading: Reading, value: Value, rules: readonly RuleName[]): void {
  if (value.type === 'nothing') return
  if (value.type === 'map') checkValue(reading, value, configShape(rules), 'the settings')
  else report(reading, 'wrong-type', value.place, 'the settings are no map of keys, expected `rules:` or another key')
}

const noSettings = ({place}: Value): MapValue => ({type: 'map', fields: [], place})

function configOf(map: MapValue): Config {
  const most = textOf(map, 'max-warnings')?.value
  return {
    severities: Object.fromEntries(
      fieldsOf(map, 'rules').flatMap(({key, value}) =>
        // Checked against the values of its key.
        value.type === 'text' ? [[key.value, trimmed(value).value as Severity | 'off']] : []
      )
    ),
    allow: textsOf(map, 'allow').map(name => name.value),
    template: textOf(map, 'template'),
    csl: textOf(map, 'csl'),
    hasAdvice: flagOf(map, 'advice') ?? false,
    isStrict: flagOf(map, 'strict') ?? false,
    maxWarnings: most === undefined ? undefined : Number(most)
  }
}
