import {type ReadConfig, readConfig as readConfigWith} from './read/index.ts'
import {isFirm, rules} from './rules/index.ts'

/** Reads the settings of a project, held against the rules that there are. `path` names the file in diagnostics. */
export function readConfig(text: string, path: string): ReadConfig {
  const names = rules.map(({id, summary}) => ({id, summary, isFirm: isFirm(id)}))
  return readConfigWith(text, {path, rules: names.sort((a, b) => (a.id < b.id ? -1 : 1))})
}
