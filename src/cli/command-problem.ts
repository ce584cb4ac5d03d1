import type {Command, CommanderError} from 'commander'

/** The command that was called, `argv` without options before it, and what commander made of it. */
interface Call {
  readonly command: Command
  readonly usage: string
  readonly message: string
}

/** What is wrong with a command line, in the form of all our messages; commander words it otherwise. */
export function commandProblem(error: CommanderError, program: Command, argv: readonly string[]): string {
  const path = called(program, argv)
  const command = path.at(-1) ?? program
  const name = ['whereas', ...path.map(each => each.name())].join(' ')
  const call = {command, usage: `${name} ${command.usage()}`, message: error.message.replace(/^error: /, '')}
  return (problems[error.code] ?? (({message}) => message))(call)
}

/** The command that was called, with those that it stands under. */
function called(program: Command, argv: readonly string[]): Command[] {
  const found = program.commands.find(each => each.name() === argv[0])
  return found ? [found, ...called(found, argv.slice(1))] : []
}

/** By the codes of commander 14. */
const problems: Readonly<Record<string, (call: Call) => string>> = {
  'commander.unknownCommand': ({command, message}) =>
    `${quotedIn(message)} is not a command, expected ${near(
      message,
      command.commands.map(each => each.name())
    )}`,
  'commander.unknownOption': ({command, message}) =>
    `${quotedIn(message)} is not an option, expected ${near(
      message,
      command.options.flatMap(option => option.long ?? [])
    )}`,
  'commander.missingArgument': ({usage, message}) => `${quotedIn(message)} is missing, expected \`${usage}\``,
  'commander.excessArguments': ({usage}) => `there are too many arguments, expected \`${usage}\``,
  'commander.optionMissingArgument': ({message}) => {
    const flags = /'([^']*)'/.exec(message)?.[1] ?? ''
    return `\`${longFlag(flags)}\` has no value, expected \`${flags.replace(/^-\w, /, '')}\``
  },
  'commander.missingMandatoryOptionValue': ({message}) =>
    `\`${/'(--[\w-]+)/.exec(message)?.[1] ?? ''}\` is missing, expected \`${/'([^']*)'/.exec(message)?.[1] ?? ''}\``,
  'commander.invalidArgument': ({message}) => {
    const [, flags = '', value = '', rest = ''] = /'([^']*)' argument '(.*)' is invalid\. ?(.*)$/s.exec(message) ?? []
    const choices = /^Allowed choices are (.*)\.$/.exec(rest)?.[1]?.split(', ')
    return `\`${value}\` is not a value of \`${longFlag(flags)}\`, ${choices ? `expected ${oneOf(choices)}` : rest}`
  }
}

/** The first word in quotes of commander's message, as ours quote it. */
function quotedIn(message: string): string {
  return `\`${/'([^']*)'/.exec(message)?.[1] ?? ''}\``
}

/** `--output` of `-o, --output <file>`. */
function longFlag(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
}

/** What commander would suggest, or else all that there are. */
function near(message: string, all: readonly string[]): string {
  const suggested = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(message)?.[1]?.split(', ')
  return oneOf(suggested ?? all.slice(0, 8))
}

function oneOf(words: readonly string[]): string {
  const names = words.map(word => `\`${word}\``).join(', ')
  return words.length === 1 ? names : `one of ${names}`
}
