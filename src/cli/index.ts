import {Command, CommanderError, Option} from 'commander'
import {reasonOf} from '../resolve/index.ts'
import type {Host} from '../tree/index.ts'
import {addBuild} from './build.ts'
import {addCheck} from './check.ts'
import {commandProblem} from './command-problem.ts'
import {addEvidence} from './evidence.ts'
import {addExplain} from './explain.ts'
import {withFixValues} from './fix.ts'
import {addInit} from './init.ts'
import {addReportCommands} from './report.ts'
import {addSchema} from './schema.ts'
import {addSourceCommands} from './source.ts'
import {isUsageError} from './usage.ts'
import {addVerify} from './verify.ts'
import {versionText} from './version.ts'

export {nodeHost} from '../node-host.ts'
export {serve} from './serve.ts'

/**
 * Runs the command line and resolves to the exit status; never exits, never rejects.
 * 0 clean, 1 findings, 2 usage or input and output, 3 a defect of ours.
 */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  let status = 0
  const finish = (outcome: number): void => {
    status = Math.max(status, outcome)
  }
  const program = new Command('whereas')
    .description('Drafts, checks and prints resolutions of organisations.')
    .usage('COMMAND …')
    .helpCommand(false)
    .helpOption('-h, --help', 'this help')
    .addOption(new Option('-v, --version', 'the version'))
    .exitOverride()
    .configureOutput({
      writeOut: text => host.writeOut(text),
      writeErr: text => host.writeError(text),
      outputError: () => {},
      // The same help on every terminal and in every pipe.
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false
    })
    .configureHelp({subcommandTerm: command => command.name()})
  for (const add of [
    addInit,
    addCheck,
    addBuild,
    addVerify,
    addSourceCommands,
    addEvidence,
    addReportCommands,
    addExplain,
    addSchema
  ])
    add(program, host, finish)
  try {
    if (argv[0] === '-v' || argv[0] === '-V' || argv.includes('--version')) {
      host.writeOut(await versionText(host))
      return 0
    }
    if (argv.length === 0) program.help({error: true})
    await program.parseAsync(withFixValues(argv), {from: 'user'})
    return status
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (error.code !== 'commander.help') host.writeError(`error: ${commandProblem(error, program, argv)}\n`)
      return 2
    }
    if (isUsageError(error)) {
      host.writeError(`error: ${error.message}\n`)
      return 2
    }
    if (isSystemError(error)) {
      host.writeError(`error: cannot ${error.syscall}: ${reasonOf(error)}\n`)
      return 2
    }
    host.writeError(defectText(error, host))
    return 3
  }
}

/** What the operating system refuses is no defect of ours: a full disk behind standard output. */
function isSystemError(error: unknown): error is Error & {readonly syscall: string} {
  return error instanceof Error && 'syscall' in error && typeof error.syscall === 'string' && 'code' in error
}

function defectText(error: unknown, host: Host): string {
  const message = error instanceof Error ? error.message : String(error)
  const stack = host.environment.WHEREAS_DEBUG && error instanceof Error ? `${error.stack ?? ''}\n` : ''
  return `error: ${message}\nThis is a defect of whereas, not of the resolution; with WHEREAS_DEBUG=1 it tells where.\n${stack}`
}
