import {join} from 'node:path'
import type {Command} from 'commander'
import type {Host} from '../tree/index.ts'
import {shownPath} from './input.ts'
import {schemaText} from './schema.ts'
import {fileError, usageError} from './usage.ts'

/** What a new folder gets, and where in the package it comes from. */
const startingFiles: readonly {readonly to: string; readonly from: string}[] = [
  {to: 'draft.resolution.yaml', from: 'examples/minimal.resolution.yaml'},
  {to: 'sources/udhr.txt', from: 'examples/sources/udhr.txt'},
  {to: '.github/workflows/resolutions.yml', from: 'examples/ci/resolutions.yml'}
]

/** `whereas init [DIR]` */
export function addInit(program: Command, host: Host): void {
  program
    .command('init')
    .description('write a draft to start from, with its schema and a CI workflow')
    .argument('[folder]', 'where to put it', '.')
    .addHelpText('after', '\nExample:\n  whereas init privacy && whereas build privacy/draft.resolution.yaml\n')
    .action(async (folder: string) => {
      const files = await filesOf(folder, host)
      for (const {path} of files)
        if (await host.hasFile(path))
          throw usageError(`\`${shownPath(path, host)}\` is there already; nothing was written`)
      for (const {path, bytes} of files) {
        await host.makeFolder(join(path, '..')).catch(error => Promise.reject(fileError('cannot write', path, error)))
        await host.writeFile(path, bytes).catch(error => Promise.reject(fileError('cannot write', path, error)))
        host.writeOut(`${shownPath(path, host)}\n`)
      }
    })
}

async function filesOf(folder: string, host: Host): Promise<{path: string; bytes: Uint8Array}[]> {
  const copies = startingFiles.map(async ({to, from}) => ({
    path: join(folder, to),
    bytes: await host.readFile(join(host.packageFolder, from))
  }))
  const schema = {path: join(folder, 'resolution.schema.json'), bytes: new TextEncoder().encode(schemaText())}
  return [...(await Promise.all(copies)), schema]
}
