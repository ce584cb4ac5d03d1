import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {expect, test} from 'vitest'
import * as library from '../src/index.ts'

const src = resolve(import.meta.dirname, '../src')

/** Which folder may import which: the table of docs/architecture.md. A file right under `src` belongs to `.`. */
const may: Readonly<Record<string, readonly string[]>> = {
  tree: [],
  quote: [],
  source: ['tree'],
  read: ['tree'],
  cite: ['tree'],
  resolve: ['tree', 'read', 'cite', 'quote', 'source'],
  rules: ['tree'],
  write: ['tree'],
  report: ['tree'],
  evidence: ['tree'],
  '.': ['tree', 'read', 'resolve', 'rules', 'write', 'report', 'quote', 'source', 'evidence'],
  cli: ['.', 'tree', 'read', 'report', 'resolve', 'source', 'cite', 'evidence', 'write']
}

/** Which folders alone may import a package: one, but for the zip, in which Word files are written and read. */
const packages: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  'citation-js': ['cite'],
  docx: ['write/docx'],
  fflate: ['write/docx', 'source/docx'],
  saxes: ['source/docx'],
  parse5: ['source/html', 'source/web'],
  unpdf: ['source/pdf'],
  '@myriaddreamin/typst-ts-node-compiler': ['write/pdf'],
  yaml: ['read']
}

const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.ts'))
  .map(name => name.split(sep).join('/'))

const imports = files.flatMap(file =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from |import ?\(?|require(?:\.resolve)?\()'([^']+)'/g)].map(
    ([, name]) => ({
      file,
      name: name ?? ''
    })
  )
)

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '.') : '.')

test('folders import only what the table allows', () => {
  expect(imports.length).toBeGreaterThan(100)
  const wrong = imports.filter(({file, name}) => {
    if (!name.startsWith('.')) return false
    const target = relative(src, resolve(src, dirname(file), name))
      .split(sep)
      .join('/')
    const [from, to] = [folderOf(file), folderOf(target)]
    return from !== to && !may[from]?.includes(to)
  })
  expect(wrong).toEqual([])
})

test('a package is imported from its folder only', () => {
  const wrong = imports.filter(
    ({file, name}) => packages[name] !== undefined && !packages[name].some(folder => file.startsWith(`${folder}/`))
  )
  expect(wrong).toEqual([])
})

test('relative imports name files that exist, with their ending', () => {
  const wrong = imports.filter(
    ({file, name}) =>
      name.startsWith('.') &&
      !files.includes(
        relative(src, resolve(src, dirname(file), name))
          .split(sep)
          .join('/')
      )
  )
  expect(wrong).toEqual([])
})

test('the library exports what its contract names', () => {
  expect(Object.keys(library).sort()).toEqual(
    [
      'check',
      'compile',
      'formats',
      'prepareSource',
      'read',
      'report',
      'resolve',
      'rules',
      'verifyQuotation',
      'write'
    ].sort()
  )
})
