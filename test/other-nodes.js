// Runs what was built on other versions of Node, whose programs come from npm (those that the package `node` installs):
// `check` and `build` of every example must give the bytes of this one. A version that cannot be had is left out, and said.
import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const versions = ['22', '24']
const examples = readdirSync('examples')
  .filter(name => name.endsWith('.resolution.yaml'))
  .map(name => join('examples', name))
const folder = mkdtempSync(join(tmpdir(), 'whereas-nodes-'))
let failures = 0
try {
  const ours = results(process.execPath, join(folder, 'ours'))
  for (const version of versions) {
    const node = install(version)
    if (node === undefined) {
      console.log(`Node ${version}: not to be had here, left out`)
      continue
    }
    const theirs = results(node, join(folder, version))
    const others = [...ours].filter(([name, bytes]) => !theirs.get(name)?.equals(bytes)).map(([name]) => name)
    failures += others.length
    const shown = execFileSync(node, ['--version'], {encoding: 'utf8'}).trim()
    console.log(`Node ${shown}: ${ours.size - others.length} of ${ours.size} results as on ${process.version}`)
    for (const name of others) console.log(`  differs: ${name}`)
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
process.exitCode = failures === 0 ? 0 : 1

/** The program of a version, or undefined. */
function install(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const prefix = join(folder, `node-${version}`)
  const made = spawnSync('npm', ['install', '--prefix', prefix, '--no-audit', '--no-fund', `${name}@${version}`])
  return made.status === 0 ? join(prefix, 'node_modules', name, 'bin', 'node') : undefined
}

/** What `check` prints and `build` writes, by name. */
function results(node, out) {
  const found = new Map()
  for (const example of examples) {
    const checked = spawnSync(node, ['bin/whereas.js', 'check', '--format', 'json', example])
    found.set(`check ${example}`, Buffer.concat([checked.stdout, checked.stderr, Buffer.from(`${checked.status}`)]))
    const built = spawnSync(node, [
      'bin/whereas.js',
      'build',
      '--to',
      'md,docx,pdf,html,txt',
      '--out-dir',
      out,
      example
    ])
    found.set(`build ${example}`, Buffer.from(`${built.stderr}${built.status}`))
  }
  for (const name of readdirSync(out)) found.set(name, readFileSync(join(out, name)))
  return found
}
