import {readdirSync, readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {read, readTemplate, resolutionSchema, templateSchema} from '../../src/read/index.ts'

const ajv = new Ajv({allowUnionTypes: true, strictTypes: false, strictRequired: false, allErrors: true})
const validate = ajv.compile(resolutionSchema())
const validateTemplate = ajv.compile(templateSchema())

type Schema = {readonly [key: string]: unknown}

/** Every schema of a key, at every level, with its path. */
function* keySchemas(schema: unknown, path: string): Generator<[string, Schema]> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [name, part] of Object.entries(schema)) {
    if (name === 'properties' || name === 'patternProperties') {
      for (const [key, value] of Object.entries(part as Schema)) yield [`${path}.${key}`, value as Schema]
    }
    if (name === 'additionalProperties' && part !== false) yield [`${path}.*`, part as Schema]
    if (!['enum', 'examples', 'default'].includes(name)) yield* keySchemas(part, `${path}/${name}`)
  }
}

describe.each([
  ['resolution', resolutionSchema(), 150],
  ['template', templateSchema(), 40]
])('the schema of a %s', (_name, schema, least) => {
  test('is draft-07, with a description on every key at every level', () => {
    expect(schema).toHaveProperty('$schema', 'http://json-schema.org/draft-07/schema#')
    expect(ajv.validateSchema(schema)).toBe(true)
    const keys = [...keySchemas(schema, '')]
    expect(keys.length).toBeGreaterThan(least)
    const undescribed = keys.filter(
      ([, key]) => typeof key.description !== 'string' || !/^\S.{8,}[.)`:?]$/.test(key.description)
    )
    expect(undescribed.map(([path]) => path)).toEqual([])
  })

  test('has no description beside a `$ref`, where draft-07 ignores it', () => {
    for (const [path, key] of keySchemas(schema, '')) expect(key, path).not.toHaveProperty('$ref')
  })

  test('has examples and defaults that fit', () => {
    const defined = (schema as {definitions?: object}).definitions ?? {}
    for (const [path, key] of keySchemas(schema, '')) {
      const {examples = [], default: fallback, ...rest} = key as {examples?: unknown[]; default?: unknown}
      const check = ajv.compile({...rest, definitions: defined})
      for (const example of fallback === undefined ? examples : [...examples, fallback]) {
        expect(check(example), `${path}: ${JSON.stringify(example)}`).toBe(true)
      }
    }
  })
})

const whole = {title: 'a', whereas: ['a'], resolved: ['b']}

describe('a resolution file against the schema', () => {
  test.each([
    [{}],
    [{number: 23, date: '2026-06-28', status: 'adopted', page: {'line-numbers': true}, language: 'en'}],
    [{title: 2026, whereas: [{text: 'a', id: 7, allow: 'b'}, 1984], allow: ['a', 'b']}],
    [
      {
        mover: {unit: 'a'},
        seconder: 'b',
        'attested-by': {name: 'c', role: 'd'},
        endorsers: ['a', {unit: 'b', 'in-principle': true}]
      }
    ],
    [{notes: {4: 'a', 12: 7}, bibliography: ['a', 'b'], submission: {fiscal: 'none', notify: ['a', 2]}}],
    [
      {
        sources: {
          a: {type: 'book', author: 'b', volume: 36, issued: 2020},
          b: {author: [{family: 'a', given: 'b'}, 'c'], issued: {'date-parts': [[2020, 5]]}, custom: {a: [1]}}
        }
      }
    ],
    [{sources: {constructor: {title: 'a', text: ['b', 'c'], sha256: 'ab'.repeat(32), URL: 'https://a.b'}}}],
    [{number: null, mover: 'a', status: null, date: null, notes: null, sources: null, allow: null}]
  ])('%j is valid and reads without a diagnostic', part => {
    const data = {...whole, ...part}
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true)
    // JSON is YAML.
    expect(read(JSON.stringify(data)).diagnostics).toEqual([])
  })

  test.each([
    [{title: undefined}],
    [{title: ''}],
    [{title: ['a']}],
    [{tittle: 'a'}],
    [{resolved: []}],
    [{resolved: 'a'}],
    [{resolved: ['']}],
    [{resolved: [{id: 'a'}]}],
    [{resolved: [{text: 'a', txet: 'b'}]}],
    [{status: 'final'}],
    [{date: '28 June 2026'}],
    [{mover: {role: 'a'}}],
    [{mover: {name: 'a', mail: 'b'}}],
    [{notes: {a: 'b'}}],
    [{sources: {a: {type: 'bok'}}}],
    [{sources: {a: {tilte: 'b'}}}],
    [{sources: {a: {sha256: 'abc'}}}],
    [{page: {'line-numbers': 'yes'}}],
    [{submission: {fiscla: 'none'}}],
    [{language: 'english language'}]
  ])('%j is neither valid nor read without an error', part => {
    const data = {...whole, ...part}
    expect(validate(JSON.parse(JSON.stringify(data)))).toBe(false)
    expect(read(JSON.stringify(data)).diagnostics.filter(found => found.severity === 'error')).toHaveLength(1)
  })

  test('the examples of the project are valid', () => {
    const names = readdirSync('examples').filter(name => name.endsWith('.resolution.yaml'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const text = readFileSync(`examples/${name}`, 'utf8')
      expect(validate(parse(text)), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true)
      expect(read(text).diagnostics, name).toEqual([])
    }
  })

  test('the template of the association is valid and reads without a diagnostic', () => {
    const text = readFileSync('templates/ala/template.yaml', 'utf8')
    expect(validateTemplate(parse(text)), JSON.stringify(validateTemplate.errors)).toBe(true)
    expect(readTemplate(text, {path: 'a', folder: 'b'}).diagnostics).toEqual([])
  })
})
