import {type Command, InvalidArgumentError} from 'commander'
import type {Host} from '../tree/index.ts'
import {addReachOption, type ReachChoice} from './reach.ts'
import {addSettingsOptions, type SettingsChoice} from './settings.ts'

/** Every format of a dossier, the default first. */
export const allFormats = ['html', 'md', 'docx', 'pdf', 'json'] as const
export type EvidenceFormat = (typeof allFormats)[number]

export interface EvidenceOptions extends SettingsChoice, ReachChoice {
  readonly to?: readonly EvidenceFormat[]
  readonly output?: string
  readonly outDir?: string
  readonly csl?: string
}

/** `whereas evidence FILE…` */
export function addEvidence(program: Command, host: Host, finish: (status: number) => void): void {
  const command = program
    .command('evidence')
    .description('put each quotation beside its passage, for when it is challenged')
    .argument('<file...>', 'resolution files')
    .option('--to <formats>', `any of ${allFormats.join(', ')}, separated by commas (default: html)`, formatList)
    .option('--out-dir <folder>', 'where to write (default: beside the file)')
    .option('-o, --output <file>', 'write one dossier to this file; - is standard output')
    .option('--csl <file>', 'a citation style (CSL) for the notes')
  addReachOption(addSettingsOptions(command))
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExits with 0 whatever the verdicts are: `whereas check` judges.\n\nExamples:\n  whereas evidence draft.resolution.yaml\n  whereas evidence --to pdf,docx --out-dir council draft.resolution.yaml\n'
    )
    .action(async (files: string[], options: EvidenceOptions) => {
      finish(await (await import('./lay-out-evidence.ts')).layOutEvidence(files, options, host))
    })
}

function formatList(value: string): EvidenceFormat[] {
  const found = value.split(',').map(name => {
    const format = allFormats.find(each => each === name.trim())
    if (!format) throw new InvalidArgumentError(`expected any of ${allFormats.map(each => `\`${each}\``).join(', ')}`)
    return format
  })
  return [...new Set(found)]
}
