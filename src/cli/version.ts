import {join} from 'node:path'
import type {Host} from '../tree/index.ts'

/** The version, and the credit that the authors of citeproc-js and of CSL ask for. */
export async function versionText(host: Host): Promise<string> {
  const bytes = await host.readFile(join(host.packageFolder, 'package.json'))
  // The package's own file; its form is ours.
  const {version} = JSON.parse(new TextDecoder().decode(bytes)) as {version: string}
  return `${version}\nNotes are set by citeproc-js in Citation Style Language (citationstyles.org); see NOTICE.\n`
}
