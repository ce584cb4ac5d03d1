import type {Command} from 'commander'
import {resolutionSchema} from '../read/index.ts'
import type {Host} from '../tree/index.ts'

/** The JSON Schema as a file: editors check and complete resolution files with it. */
export function schemaText(): string {
  return `${JSON.stringify(resolutionSchema(), undefined, 2)}\n`
}

/** `whereas schema` */
export function addSchema(program: Command, host: Host): void {
  program
    .command('schema')
    .description('print the JSON Schema of the resolution file, for editors')
    .addHelpText('after', '\nExample:\n  whereas schema > resolution.schema.json\n')
    .action(() => host.writeOut(schemaText()))
}
