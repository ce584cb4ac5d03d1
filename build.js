// Makes dist/: the library and the command line as bundles, their types, and the code cache of the command line.
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {build} from 'esbuild'

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['citation-js', 'docx', '@myriaddreamin/typst-ts-node-compiler', 'unpdf']
}

/**
 * Modules of Node that nearly every call of the command line does without, and the functions that are used of them:
 * they are loaded when one is called. commander alone would load the one for starting programs, 5 ms in each check.
 */
const late = {'node:child_process': ['spawn'], 'node:crypto': ['createHash']}
const lateBuiltins = {
  name: 'late-builtins',
  setup: ({onResolve, onLoad}) => {
    onResolve({filter: /^node:(child_process|crypto)$/}, ({path, namespace}) =>
      namespace === 'late' ? {path, external: true} : {path, namespace: 'late'}
    )
    onLoad({filter: /.*/, namespace: 'late'}, ({path}) => ({
      contents: late[path].map(name => `exports.${name} = (...args) => require('${path}').${name}(...args)`).join('\n')
    }))
  }
}

rmSync('dist', {recursive: true, force: true})
await build({
  ...shared,
  entryPoints: {index: 'src/index.ts'},
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  // Some of the bundled packages are CommonJS and ask for `require`.
  banner: {js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);"}
})
// The program of the worker thread that reads PDF files; both bundles look for it beside themselves.
await build({...shared, entryPoints: {'pdf-worker': 'src/source/pdf/worker.ts'}, outdir: 'dist', format: 'esm'})
// One CommonJS file, since V8 keeps the code of scripts and not of modules; packages are required, not imported.
await build({
  ...shared,
  entryPoints: {cli: 'src/cli/index.ts'},
  outdir: 'dist',
  format: 'cjs',
  outExtension: {'.js': '.cjs'},
  define: {'import.meta.url': 'importMetaUrl'},
  supported: {'dynamic-import': false},
  plugins: [lateBuiltins]
})
// Letters beyond ASCII stand in regular expressions only: as escapes they leave V8 a text of one byte a character.
const ascii = readFileSync('dist/cli.cjs', 'utf8').replace(
  /[^\0-\x7f]/g,
  unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
)
writeFileSync('dist/cli.cjs', ascii)
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {stdio: 'inherit'})
await keepCode()

/** Runs the commands on an example, then keeps what V8 compiled for them. */
async function keepCode() {
  const {load} = createRequire(import.meta.url)('./bin/load.js')
  const {cli, script, ofPackages} = load()
  const folder = mkdtempSync(join(tmpdir(), 'whereas-build-'))
  const quiet = {...cli.nodeHost(`${process.cwd()}/`), writeOut: () => {}, writeError: () => {}}
  const example = 'examples/full.resolution.yaml'
  try {
    // V8 forgets code that was not used of late: what matters most runs last.
    await cli.run(['explain'], quiet)
    await cli.run(['verify', 'the right of the people', 'examples/sources/udhr.txt'], quiet)
    await cli.run(['build', '--to', 'md,docx,pdf,html,txt', '--out-dir', folder, example], quiet)
    for (const [name, of] of ofPackages) writeFileSync(join('dist', name), of.createCachedData())
    await cli.run(['check', example], quiet)
    writeFileSync('dist/cli.cache', script.createCachedData())
  } finally {
    rmSync(folder, {recursive: true})
  }
}
