'use strict'
const {readFileSync} = require('node:fs')
const Module = require('node:module')
const {dirname, join} = require('node:path')
const {pathToFileURL} = require('node:url')
const vm = require('node:vm')

const dist = join(__dirname, '..', 'dist')
const filename = join(dist, 'cli.cjs')

/**
 * Loads the command line with the code that V8 kept of it when it was built: it starts in half the time.
 * V8 refuses a cache of another version of itself, or of other code, and then compiles as usual.
 *
 * @returns {{cli: typeof import('../dist/types/cli/index.d.ts'), script: vm.Script, ofPackages: Map<string, vm.Script>}}
 */
exports.load = () => {
  const names = 'exports, require, module, importMetaUrl'
  const code = `(function (${names}) {${readFileSync(filename, 'latin1')}\n})`
  const script = new vm.Script(code, {filename, cachedData: readCache('cli.cache')})
  const module = {exports: {}}
  const ofPackages = keepPackages()
  script.runInThisContext()(module.exports, Module.createRequire(filename), module, pathToFileURL(filename).href)
  return {cli: module.exports, script, ofPackages}
}

/** Packages of a million characters, which V8 would read anew in each call that prints: 40 ms of 300. */
const large = /^.*[\\/]node_modules[\\/](citeproc|docx)[\\/](?!.*[\\/]node_modules[\\/])/s

/**
 * Gives the large packages their kept code too, wherever they are required from. They stay packages: the source is
 * read from them, and a cache serves one version only, since V8 compares no more than the length of a source.
 *
 * @returns their scripts by the names of their caches, as they are loaded.
 */
function keepPackages() {
  const scripts = new Map()
  const compile = Module.prototype._compile
  Module.prototype._compile = function (content, file, ...rest) {
    const found = large.exec(file)
    if (!found) return compile.call(this, content, file, ...rest)
    const [folder, name] = found
    const cache = `${name}-${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}.cache`
    const script = new vm.Script(Module.wrap(content), {filename: file, cachedData: readCache(cache)})
    scripts.set(cache, script)
    const {exports} = this
    return script.runInThisContext().call(exports, exports, Module.createRequire(file), this, file, dirname(file))
  }
  return scripts
}

function readCache(name) {
  try {
    return readFileSync(join(dist, name))
  } catch {
    return undefined
  }
}
