import {type Command, Option} from 'commander'
import type {Host} from '../tree/index.ts'
import {addReachOption} from './reach.ts'
import type {AddOptions} from './source-add.ts'
import type {ImportOptions} from './source-import.ts'
import type {ListOptions} from './source-list.ts'
import type {RefreshOptions} from './source-refresh.ts'

/** `whereas source add|refresh|list|import`. What they do is loaded when one is called: `check` does not wait for it. */
export function addSourceCommands(program: Command, host: Host, finish: (status: number) => void): void {
  const source = program
    .command('source')
    .description('keep the words of sources on file')
    .usage('add|refresh|list|import …')
    .helpCommand(false)
    .configureHelp({subcommandTerm: command => command.name()})
  addAdd(source, host)
  addRefresh(source, host, finish)
  addList(source, host, finish)
  addImport(source, host, finish)
}

function addAdd(source: Command, host: Host): void {
  source
    .command('add')
    .description('fetch a page, or take a file, and keep its words on file')
    .argument('<url-or-file>', 'an address (https or http), or a file: .txt .md .html .docx .pdf')
    .option('--id <id>', 'the id to cite it by (default: made of author and year)')
    .option('--to <file>', 'the resolution that is to have it under `sources`')
    .option('--allow-private', 'fetch from addresses of private networks too')
    .addHelpText(
      'after',
      '\nKeeps the bytes and the text in them in the folder `sources` beside the resolution, with hash,\naddress and date in `sources/whereas-sources.json`.\n\nExamples:\n  whereas source add https://www.un.org/en/udhr --id udhr --to draft.resolution.yaml\n  whereas source add report.pdf --to draft.resolution.yaml\n'
    )
    .action(async (what: string, options: AddOptions) => {
      await (await import('./source-add.ts')).addSource(what, options, host)
    })
}

function addRefresh(source: Command, host: Host, finish: (status: number) => void): void {
  const command = source
    .command('refresh')
    .description('fetch pages again, keep the old copies, and verify the quotations anew')
    .argument('<file>', 'a resolution')
    .argument('[id...]', 'sources to fetch (default: all that were fetched)')
    .option('--allow-private', 'fetch from addresses of private networks too')
  addReachOption(command)
    .addHelpText(
      'after',
      '\nExits with 1 when a quotation no longer stands on its page, with 2 when a page could not be fetched.\n\nExample:\n  whereas source refresh draft.resolution.yaml\n'
    )
    .action(async (file: string, ids: string[], options: RefreshOptions) => {
      finish(await (await import('./source-refresh.ts')).refreshSources(file, ids, options, host))
    })
}

function addList(source: Command, host: Host, finish: (status: number) => void): void {
  const command = source
    .command('list')
    .description('show which sources have their words on file, unchanged or not')
    .argument('<file...>', 'resolutions')
    .addOption(new Option('--format <name>', 'how to print').choices(['pretty', 'json']).default('pretty'))
  addReachOption(command)
    .addHelpText(
      'after',
      '\nExits with 1 when a file has changed or is gone.\n\nExample:\n  whereas source list draft.resolution.yaml\n'
    )
    .action(async (files: string[], options: ListOptions) => {
      finish(await (await import('./source-list.ts')).listSources(files, options, host))
    })
}

function addImport(source: Command, host: Host, finish: (status: number) => void): void {
  source
    .command('import')
    .description('take references over into a resolution, and tell what could not be carried')
    .argument(
      '<file>',
      'references: BibTeX or BibLaTeX (.bib), CSL-JSON (.json), CSL-YAML (.yaml), RIS (.ris), or a Word file (.docx) that cites through Zotero or Mendeley'
    )
    .requiredOption('--to <file>', 'the resolution that is to have them under `sources`')
    .addHelpText(
      'after',
      '\nPrints each field that could not be carried over, and why.\n\nExample:\n  whereas source import refs.bib --to draft.resolution.yaml\n'
    )
    .action(async (file: string, options: ImportOptions) => {
      finish(await (await import('./source-import.ts')).importSources(file, options, host))
    })
}
