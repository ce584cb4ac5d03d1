import {type Diagnostic, type Resolution, type SourceValue, textFile} from '../tree/index.ts'
import {inOrder, type Reading} from './reading.ts'
import {readResolution, sourceValue} from './resolution.ts'
import {readYaml} from './value.ts'

export {type Config, type ReadConfig, readConfig} from './config.ts'
export {resolutionSchema} from './definition.ts'
export {listed, nearest} from './nearest.ts'
export {addSource, addSources, type NewSource, type SourceEdit, sourceEntryYaml} from './source-entry.ts'
export {updateSource} from './source-update.ts'
export {type ReadTemplate, readTemplate} from './template.ts'
export {templateSchema} from './template-definition.ts'

/** A resolution as far as it could be read; undefined only when the file is no map of keys. */
export interface ReadResult {
  readonly resolution: Resolution | undefined
  /** In order of place. */
  readonly diagnostics: Diagnostic[]
}

/** Reads a resolution file. `path` names it in diagnostics and is where the paths in it start from. */
export function read(text: string, options: {readonly path?: string} = {}): ReadResult {
  return readResolution(options.path ?? 'resolution.yaml', text)
}

/** Data of sources in a YAML file of their own; undefined when there is nothing in it. */
export interface ReadSourceData {
  readonly value: SourceValue | undefined
  /** In order of place. */
  readonly diagnostics: Diagnostic[]
}

/** Reads a YAML file that holds data of sources, such as a bibliography in CSL-YAML: every scalar is text. */
export function readSourceData(text: string, path: string): ReadSourceData {
  const reading: Reading = {file: textFile(path, text), diagnostics: []}
  const {value} = readYaml(reading)
  return {value: sourceValue(value), diagnostics: inOrder(reading.diagnostics)}
}
