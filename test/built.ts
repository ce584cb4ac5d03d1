import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {packageFolder} from './memory-host.ts'

/** Before all tests: what is tested as a process, and the program of the PDF worker, is built from the sources at hand. */
export default function build(): void {
  const built = join(packageFolder, 'dist/cli.cjs')
  if (existsSync(built) && statSync(built).mtimeMs > newest()) return
  const {status, stderr} = spawnSync('npm', ['run', 'build'], {cwd: packageFolder, encoding: 'utf8', shell: true})
  if (status !== 0) throw new Error(`npm run build failed:\n${stderr}`)
}

function newest(): number {
  const sources = readdirSync(join(packageFolder, 'src'), {recursive: true, encoding: 'utf8'})
  const names = ['build.js', 'bin/load.js', ...sources.map(name => join('src', name))]
  return Math.max(...names.map(name => statSync(join(packageFolder, name)).mtimeMs))
}
