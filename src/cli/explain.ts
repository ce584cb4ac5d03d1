import {join} from 'node:path'
import type {Command} from 'commander'
import {rules} from '../index.ts'
import {listed, nearest} from '../read/index.ts'
import {pageOnTerminal} from '../report/index.ts'
import type {Host} from '../tree/index.ts'
import {hasColor} from './color.ts'
import {usageError} from './usage.ts'

/** `whereas explain [RULE]` */
export function addExplain(program: Command, host: Host): void {
  program
    .command('explain')
    .description('tell what a rule is for, or list the rules')
    .argument('[rule]', 'its name, as reports give it')
    .option('--no-color', 'no colours')
    .addHelpText('after', '\nExamples:\n  whereas explain\n  whereas explain misquotation\n')
    .action(async (name: string | undefined, {color}: {readonly color?: boolean}) => {
      if (name === undefined) return host.writeOut(listOfRules())
      const page = await pageOf(name, host)
      const {columns, isOutput} = host.terminal
      const isPainted = hasColor(host, 'isOutput', color)
      host.writeOut(isOutput || isPainted ? pageOnTerminal(page, {hasColor: isPainted, columns: columns ?? 80}) : page)
    })
}

/** A rule a line, so that other programs can search it. */
function listOfRules(): string {
  const width = Math.max(...rules.map(({id}) => id.length))
  const lines = rules.map(({id, severity, summary}) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`)
  return lines.sort().join('')
}

/** The page of a rule, as it comes with the package. */
async function pageOf(name: string, host: Host): Promise<string> {
  const ids = rules.map(({id}) => id)
  if (!ids.includes(name)) {
    const near = nearest(name, ids)
    const expected = near.length > 0 ? listed(near) : 'one that `whereas explain` lists'
    throw usageError(`\`${name}\` is not a rule, expected ${expected}`)
  }
  return new TextDecoder().decode(await host.readFile(join(host.packageFolder, 'docs/rules', `${name}.md`)))
}
