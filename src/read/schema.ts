import type {Key, ListShape, MapShape, RecordShape, Shape, TextShape} from './shape.ts'

type Schema = Record<string, unknown>

/** The shapes that are written once, by name. */
type Definitions = Map<string, Schema>

/** The JSON Schema (draft-07) of a file; `shape` is the whole of it. */
export function jsonSchema(shape: MapShape, title: string, description: string): object {
  const definitions: Definitions = new Map()
  const body = mapSchema(shape, definitions)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    description,
    ...body,
    ...(definitions.size > 0 ? {definitions: Object.fromEntries(definitions)} : {})
  }
}

function schemaOf(shape: Shape, definitions: Definitions, isNeeded: boolean): Schema {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape, isNeeded)
    case 'flag':
      return {type: isNeeded ? 'boolean' : ['boolean', 'null']}
    case 'number':
      return {type: isNeeded ? 'number' : ['number', 'null'], minimum: shape.least, maximum: shape.most}
    case 'list':
      return listSchema(shape, definitions, isNeeded)
    case 'map':
      return shape.definition === undefined
        ? shortOrMap(shape, definitions)
        : reference(shape, shape.definition, definitions)
    case 'record':
      return recordSchema(shape, definitions)
    case 'any':
      return {}
  }
}

/** YAML editors take `23` and `2026` for numbers; where any words do, so does a number. */
function textSchema({format, values, isBlankAllowed}: TextShape, isNeeded: boolean): Schema {
  const filled = isNeeded && !isBlankAllowed ? {pattern: '\\S'} : {}
  if (values) return {enum: isNeeded ? values.values : [...values.values, null]}
  if (format) return {type: isNeeded ? 'string' : ['string', 'null'], pattern: `^(?:${format.pattern})$`}
  return {type: isNeeded ? ['string', 'number'] : ['string', 'number', 'null'], ...filled}
}

function listSchema(shape: ListShape, definitions: Definitions, isNeeded: boolean): Schema {
  const list: Schema = {
    type: 'array',
    items: schemaOf(shape.items, definitions, true),
    ...(isNeeded ? {minItems: 1} : {})
  }
  return shape.orOne
    ? {anyOf: [schemaOf(shape.items, definitions, isNeeded), list]}
    : {...list, type: isNeeded ? 'array' : ['array', 'null']}
}

/** Draft-07 ignores what stands beside `$ref`; in an `allOf` the description of the key is kept. */
function reference(shape: MapShape, name: string, definitions: Definitions): Schema {
  if (!definitions.has(name)) {
    definitions.set(name, {})
    definitions.set(name, shortOrMap(shape, definitions))
  }
  return {allOf: [{$ref: `#/definitions/${name}`}]}
}

function shortOrMap(shape: MapShape, definitions: Definitions): Schema {
  const map = mapSchema(shape, definitions)
  const short = shape.short === undefined ? undefined : shape.keys[shape.short]
  return short ? {anyOf: [schemaOf(short.shape, definitions, true), map]} : map
}

function mapSchema({keys, oneOf}: MapShape, definitions: Definitions): Schema {
  const entries = Object.entries(keys)
  const required = entries.filter(([, key]) => key.need !== undefined).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, key]) => [name, keySchema(key, definitions)])),
    ...(required.length > 0 ? {required} : {}),
    ...(oneOf ? {anyOf: oneOf.map(name => ({required: [name]}))} : {}),
    additionalProperties: false
  }
}

function keySchema(key: Key, definitions: Definitions): Schema {
  return {
    description: key.description,
    ...schemaOf(key.shape, definitions, key.need !== undefined),
    ...(key.default === undefined ? {} : {default: key.default}),
    ...(key.examples === undefined ? {} : {examples: key.examples})
  }
}

function recordSchema({keyFormat, value, description}: RecordShape, definitions: Definitions): Schema {
  const entry = {description, ...schemaOf(value, definitions, true)}
  return keyFormat
    ? {
        type: ['object', 'null'],
        patternProperties: {[`^(?:${keyFormat.pattern})$`]: entry},
        additionalProperties: false
      }
    : {type: ['object', 'null'], additionalProperties: entry}
}
