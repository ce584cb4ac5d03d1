import type {Command} from 'commander'
import {fixText} from '../fix.ts'
import type {Compiled} from '../index.ts'
import {encodeLike} from '../resolve/index.ts'
import type {Diagnostic} from '../tree/index.ts'
import {unifiedDiff} from '../unified-diff.ts'
import type {Deed} from './deeds.ts'
import type {Input} from './input.ts'
import {usageError} from './usage.ts'

/** What `--fix`, `--fix=quotations` and `--fix-dry-run` say. */
export interface FixOptions {
  readonly fix?: true
  readonly fixOf?: string
  readonly fixDryRun?: true
}

/** The options for mending files. */
export function addFixOptions(command: Command): Command {
  return command
    .option('--fix', 'mend the files themselves; --fix=quotations mends the words of quotations too')
    .option('--fix-dry-run', 'show as a diff what --fix would change')
}

/** The hidden name of `--fix` with a value; commander would take the file behind a plain `--fix` for one. */
const valued = '--fix-of='

/** Command line arguments with `--fix=…` under its hidden name. */
export function withFixValues(argv: readonly string[]): string[] {
  const end = argv.indexOf('--')
  return argv.map((word, index) => (end >= 0 && index > end ? word : word.replace(/^--fix=/, valued)))
}

/** What is to be mended, and how; undefined when nothing is. */
export interface FixPlan {
  readonly isDryRun: boolean
  readonly isOfQuotations: boolean
}

export function fixPlan({fix, fixOf, fixDryRun}: FixOptions): FixPlan | undefined {
  if (fixOf !== undefined && fixOf !== 'quotations')
    throw usageError(`\`${fixOf}\` is not a value of \`--fix\`, expected \`quotations\``)
  if (!fix && fixOf === undefined && !fixDryRun) return undefined
  return {isDryRun: fixDryRun ?? false, isOfQuotations: fixOf === 'quotations'}
}

/**
 * Mends a text and resolves to the new one, with what is to be done: what came on standard input goes to standard
 * output, changed or not; a dry run prints a diff there and writes nothing.
 */
export async function fixInput(
  {file, path, isStandardInput}: Input,
  {text, bytes}: {readonly text: string; readonly bytes: Uint8Array},
  plan: FixPlan,
  look: (text: string) => Promise<Compiled>,
  isWanted: (diagnostic: Diagnostic) => boolean
): Promise<{readonly text: string; readonly deeds: readonly Deed[]}> {
  const fixed = await fixText(text, look, {isOfQuotations: plan.isOfQuotations, isWanted})
  const isChanged = fixed.text !== text
  const deeds: Deed[] = []
  if (plan.isDryRun) deeds.push({type: 'print', data: unifiedDiff(path, text, fixed.text)})
  else if (isStandardInput) deeds.push({type: 'print', data: isChanged ? encodeLike(fixed.text, bytes) : bytes})
  else if (isChanged) deeds.push({type: 'mend', file, bytes: encodeLike(fixed.text, bytes)})
  if (isChanged) {
    const findings = fixed.count === 1 ? '1 finding' : `${fixed.count} findings`
    deeds.push({type: 'tell', text: `${path}: ${findings} ${plan.isDryRun ? 'would be ' : ''}fixed\n`})
  }
  return {text: fixed.text, deeds}
}
