import {type Command, Option} from 'commander'
import {type VerifyFormat, verificationReport, verifyFormats} from '../report/index.ts'
import type {Host} from '../tree/index.ts'
import {verifyAgainst} from '../verify.ts'
import {hasColor} from './color.ts'
import {shownPath} from './input.ts'
import {usageError} from './usage.ts'

interface VerifyOptions {
  readonly format: VerifyFormat
  readonly after?: string
  readonly language?: string
  readonly color?: boolean
}

/** `whereas verify QUOTATION SOURCE` */
export function addVerify(program: Command, host: Host, finish: (status: number) => void): void {
  program
    .command('verify')
    .description('hold one quotation against one file')
    .argument('<quotation>', 'what stands between the quotation marks')
    .argument('<source>', 'a file with the words of the source: .txt, .md or .html')
    .addOption(new Option('--format <name>', 'how to report').choices(verifyFormats).default(verifyFormats[0]))
    .option('--after <words>', 'what follows the closing mark, such as "(emphasis added)"')
    .option('--language <tag>', 'the language of the source', 'en')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExits with 0 when the words are there, verbatim or with marked alterations, else with 1.\n\nExample:\n  whereas verify "[t]he press was to serve the governed" sources/black.txt\n'
    )
    .action(async (quotation: string, source: string, options: VerifyOptions) => {
      const {after, language} = options
      const verified = await verifyAgainst(host, quotation, source, {
        ...(after === undefined ? {} : {after}),
        ...(language === undefined ? {} : {language})
      })
      const path = shownPath(source, host)
      if ('problem' in verified) throw usageError(`cannot read \`${path}\`: ${verified.problem}`)
      for (const warning of verified.readingWarnings) host.writeError(`warning: \`${path}\`: ${warning}\n`)
      const {columns} = host.terminal
      host.writeOut(
        verificationReport({...verified, path, quotation}, options.format, {
          hasColor: hasColor(host, 'isOutput', options.color),
          ...(columns === undefined ? {} : {columns})
        })
      )
      const {verdict} = verified.finding
      finish(verdict === 'verbatim' || verdict === 'altered' ? 0 : 1)
    })
}
