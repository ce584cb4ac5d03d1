import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {applyEdits, type Fixed, type FixOptions, fixText} from '../src/fix.ts'
import {type Compiled, compile, type Edit} from '../src/index.ts'
import {createDesk, encodeLike} from '../src/resolve/index.ts'
import {placeAt, textFile} from '../src/tree/index.ts'
import {memoryLibrary, packageFolder} from './memory-host.ts'

const library = memoryLibrary({})
const desk = createDesk(library)
const path = join(packageFolder, 'examples', 'damaged.resolution.yaml')
const look = (text: string): Promise<Compiled> => compile(text, {path, library, desk})
const fix = (text: string, options: FixOptions = {}): Promise<Fixed> => fixText(text, look, options)

const examples = ['minimal', 'full', 'press-freedom'].map(name =>
  readFileSync(join(packageFolder, 'examples', `${name}.resolution.yaml`), 'utf8')
)

/** Ways to spoil a draft: what stands at one of the places where the pattern is found becomes something else. */
const damages: readonly (readonly [RegExp, string])[] = [
  [/\[\^(\d)\]/g, '^$1'],
  [/\[\^(\d)\]/g, '<sup>$1</sup>'],
  [/\[\^(\d)\]/g, '[$1]'],
  [/\[\^1\]/g, '¹'],
  [/\[\^2\]/g, '²'],
  [/"\[\^(\d)\]/g, '[^$1]"'],
  [/\[\^(\d)\](,?)/g, '$2[^$1]'],
  [/\[\^/g, ' [^'],
  [/(\[\^\d\])/g, '$1 $1'],
  [/(\[@[\w-]+)/g, '[@library-bill-of-rights]$1'],
  [/"([a-z[])/g, '“$1'],
  [/([a-z])" /g, '$1” '],
  [/(?<=[a-z]) (?=[a-z]+ )/g, '  '],
  [/(?<=[a-z]) (?=[a-z]+,)/g, ' , '],
  [/\b(the) (?=[a-z])/g, '$1 $1 '],
  [/(?<=\n {2}- )([a-z])/g, 'Whereas $1'],
  [/(?<=\n {2}- >-\n {4})([a-z])/g, 'WHEREAS $1'],
  [/(?<=\n {2}- >-\n {4})the/g, 'The'],
  [/(?<=\n {2}- )affirms/g, 'Affirms'],
  [/(?<=\n)(?=whereas:)/g, 'allow: unused-source\n'],
  [/(?<=\n)(?=resolved:)/g, 'allow:\n  - unused-source\n  - undefined-note\n'],
  [/(?<=\n)(?=sources:)/g, 'allow: [short-quotation, "undefined-note", unknown-source]\n'],
  [/(URL: https:\/\/\S+)/g, '$1?utm_source=mail'],
  [/freedom/g, 'fredom'],
  [/\bof\b/g, 'for'],
  [/\n {2}(\d): "/g, '\n  $1: "$1. '],
  [/\n/g, '  \n'],
  [/, art\./g, ' art.'],
  [/\(@/g, '[@'],
  [/…|\.\.\./g, '....'],
  [/'/g, '’']
]

/** An example with a few damages, now and then with other line ends and a byte order mark. */
const damaged = fc
  .record({
    example: fc.constantFrom(...examples),
    spots: fc.array(fc.tuple(fc.nat(damages.length - 1), fc.nat(400)), {minLength: 1, maxLength: 5}),
    isFromWindows: fc.boolean(),
    hasMark: fc.boolean()
  })
  .map(({example, spots, isFromWindows, hasMark}) => {
    let text = example
    for (const [which, where] of spots) {
      const [pattern, by] = damages[which]!
      const found = [...text.matchAll(pattern)]
      const match = found[where % Math.max(1, found.length)]
      if (!match) continue
      const put = by.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '')
      text = text.slice(0, match.index) + put + text.slice(match.index + match[0].length)
    }
    return (hasMark ? '\uFEFF' : '') + (isFromWindows ? text.replaceAll('\n', '\r\n') : text)
  })

const isFixable = ({diagnostics, isReadable}: Compiled, isOfQuotations: boolean): string[] =>
  diagnostics.flatMap(({rule, message, path: other, fixes, place}) =>
    isReadable && other === path && fixes?.[0] && (isOfQuotations || !fixes[0].isOfQuotation)
      ? `${place.start.line}: ${message} (${rule})`
      : []
  )

/** What must be there after fixing as before. */
function holdings({resolved}: Compiled): Record<string, readonly string[]> {
  const {resolution, citations, notes, quotations} = resolved!
  return {
    cited: citations.flatMap(({source}) => source?.id ?? []),
    labels: notes.flatMap(({kind, places}) => (kind === 'hand' ? places.map(() => 'hand') : [])),
    quoted: quotations.map(({text}) => text.replace(/<\/?sup>|[^A-Za-z]/g, '')),
    sources: resolution.sources.map(({id}) => id.value),
    clauses: [...resolution.whereas, ...resolution.resolved].map(({type}) => type),
    bodies: resolution.notes.map(() => 'body')
  }
}

/** How often each is in a list. */
function counted(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** Comments; the byte order mark; whether lines end as on Windows. */
function outside(text: string): object {
  const comments = [...text.matchAll(/^\uFEFF?#.*$/gm)].map(([line]) => line)
  return {comments, hasMark: text.startsWith('\uFEFF'), isFromUnix: /(?<!\r)\n/.test(text)}
}

test.each([false, true])(
  'of a damaged example nothing is left that can be fixed, nothing is lost, and fixing again changes nothing (quotations: %s)',
  async isOfQuotations => {
    let made = 0
    await fc.assert(
      fc.asyncProperty(damaged, async text => {
        const before = await look(text)
        const fixed = await fix(text, {isOfQuotations})
        made += fixed.count
        const after = await look(fixed.text)
        expect(isFixable(after, isOfQuotations)).toEqual([])
        expect(await fix(fixed.text, {isOfQuotations})).toEqual({text: fixed.text, count: 0})
        expect(outside(fixed.text)).toEqual(outside(text))
        expect(after.isReadable).toBe(before.isReadable)
        if (!before.resolved || fixed.text === text) return
        const now = holdings(after)
        for (const [name, old] of Object.entries(holdings(before)))
          if (name !== 'quoted' || !isOfQuotations)
            for (const [each, count] of counted(old))
              expect(counted(now[name]!).get(each) ?? 0, `${name}: ${each}`).toBeGreaterThanOrEqual(count)
      }),
      {seed: 4, numRuns: 60}
    )
    expect(made).toBeGreaterThan(40)
  },
  120_000
)

describe('what is right', () => {
  test.each(examples)('is not touched', async text => {
    expect(await fix(text, {isOfQuotations: true})).toEqual({text, count: 0})
  })

  const forms = [
    'allow: unused-source\n',
    "allow: 'unused-source'\n",
    'allow: [unused-source]\n',
    'allow: [unused-source, undefined-note, "unknown-source"]\n',
    'allow:\n  - unused-source\n',
    'allow:\n  - unused-source\n  - undefined-note\n  - unknown-source\n'
  ]

  test.each(forms)('comes back to the byte when what was needless is gone: %j', async form => {
    const text = examples[0]!
    for (const original of [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')]) {
      const put = original.includes('\r') ? form.replaceAll('\n', '\r\n') : form
      expect((await fix(original.replace(/^whereas:/m, `${put}whereas:`))).text).toBe(original)
      expect((await fix(original + put)).text).toBe(original)
      expect((await fix(original + put.trimEnd())).text).toBe(original.replace(/\r?\n$/, ''))
    }
  })

  test.each([
    ['[undefined-note, "unused-source"]', '[undefined-note]'],
    ["['unused-source' , undefined-note]", '[undefined-note]'],
    ['[misquotation, undefined-note, unused-source]', '[undefined-note]'],
    ['\n  - unused-source\n  - undefined-note', '\n  - undefined-note']
  ])('what is needed stays: %j', async (typed, left) => {
    const text = examples[0]!.replace('may read', 'may read[^9]')
    expect((await fix(`${text}allow: ${typed}\n`)).text).toBe(`${text}allow: ${left}\n`)
  })

  test.each([
    'allow: unused-source # for the time being\n',
    'allow: &same [unused-source]\n',
    'allow: >-\n  unused-source\n',
    'allow: [unused-source, # for now\n  undefined-note]\n'
  ])('what is not simple is left to its writer: %j', async form => {
    const text = examples[0]! + form
    expect(await fix(text)).toEqual({text, count: 0})
  })
})

/** A look that finds what the patterns say, and nothing else, in a resolution that always reads. */
function lookFor(...rules: readonly (readonly [pattern: string, by: string])[]): (text: string) => Promise<Compiled> {
  return async text => {
    const compiled = await look(examples[0]!)
    const file = textFile(path, text)
    const diagnostics = rules.flatMap(([pattern, by]) =>
      [...text.matchAll(new RegExp(pattern, 'g'))].map(({index, 0: words}) => {
        const place = placeAt(file, index, index + words.length)
        const fixes = [{title: '', isOfQuotation: false, edits: [{place, text: by}]}]
        return {rule: 'r', severity: 'warning' as const, message: words, path, place, fixes}
      })
    )
    return {...compiled, diagnostics}
  }
}

describe('fixes that meet', () => {
  test('of those that touch the first is made, the other is looked at again', async () => {
    expect(await fixText('aab', lookFor(['aa', 'b'], ['ab', 'c']))).toEqual({text: 'bb', count: 1})
    expect(await fixText('xxxx', lookFor(['x', '']))).toEqual({text: '', count: 4})
  })

  test('those that undo each other are not made at all, from wherever they start', async () => {
    const round = lookFor(['a', 'b'], ['b', 'c'], ['c', 'a'])
    expect(await fixText('a', round)).toEqual({text: 'a', count: 0})
    const lasso = lookFor(['x', 'a'], ['a', 'b'], ['b', 'a'])
    expect(await fixText('x', lasso)).toEqual({text: 'a', count: 1})
    expect(await fixText('a', lasso)).toEqual({text: 'a', count: 0})
  })

  test('one that grows without end stops', async () => {
    expect((await fixText('a', lookFor(['a$', 'aa']))).text).toBe('a'.repeat(11))
  })

  test('one that does harm is left out, and the others are made', async () => {
    const text = examples[2]!
    const harmful = async (each: string): Promise<Compiled> => {
      const compiled = await look(each)
      const file = textFile(path, each)
      const put = (pattern: RegExp, by: string): Compiled['diagnostics'] =>
        [...each.matchAll(pattern)].map(({index, 0: words}) => {
          const place = placeAt(file, index, index + words.length)
          const fixes = [{title: '', isOfQuotation: false, edits: [{place, text: by}]}]
          return {rule: 'r', severity: 'warning', message: words, path, place, fixes}
        })
      return {
        ...compiled,
        diagnostics: [
          ...compiled.diagnostics,
          ...put(/ever since/g, 'ever after'),
          ...put(/\[\^2\]/g, ''),
          ...put(/\[@pentagon-papers, 717\]/g, ''),
          ...put(/title: Virginia/g, 'title: "Virginia'),
          ...put(/\n {2}4: .*/g, ''),
          ...put(/\[\^4\]/g, '[^3]'),
          ...put(/attested-by:/g, 'attested:'),
          ...put(/\n {2}- >-\n {4}Thomas/g, '\n  - another\n  - >-\n    Thomas'),
          ...put(/the great bulwarks/g, 'great bulwarks'),
          ...put(/resolved:\n {2}- >-\n/g, 'resolved:\n  - another\n  - >-\n'),
          ...put(/those who gather/g, 'all who gather')
        ]
      }
    }
    const fixed = await fixText(text, harmful)
    expect(fixed.text).toBe(text.replace('ever since', 'ever after').replace('those who gather', 'all who gather'))
    expect(fixed.count).toBe(2)
  })

  test('the words of a quotation are mended when that is asked for', async () => {
    const text = examples[2]!.replace('great bulwarks', 'grand bulwarks')
    expect(await fix(text)).toEqual({text, count: 0})
    expect(await fix(text, {isOfQuotations: true})).toEqual({text: examples[2], count: 1})
  })

  test('a fix of a quotation waits to be asked for, whatever it changes', async () => {
    const asking = async (text: string): Promise<Compiled> => {
      const compiled = await lookFor(['a', 'b'])(text)
      const ofQuotation = ({
        fixes = [],
        ...rest
      }: Compiled['diagnostics'][number]): Compiled['diagnostics'][number] => ({
        ...rest,
        fixes: fixes.map(each => ({...each, isOfQuotation: true}))
      })
      return {...compiled, diagnostics: compiled.diagnostics.map(ofQuotation)}
    }
    expect(await fixText('a', asking)).toEqual({text: 'a', count: 0})
    expect(await fixText('a', asking, {isOfQuotations: true})).toEqual({text: 'b', count: 1})
  })

  test('a file that cannot be read is left alone', async () => {
    const broken = async (text: string): Promise<Compiled> => ({
      ...(await lookFor(['a', 'b'])(text)),
      isReadable: false
    })
    expect(await fixText('a', broken)).toEqual({text: 'a', count: 0})
  })

  test('a fix for another file is not made in this one', async () => {
    const elsewhere = async (text: string): Promise<Compiled> => {
      const compiled = await lookFor(['a', 'b'])(text)
      return {...compiled, diagnostics: compiled.diagnostics.map(each => ({...each, path: 'refs.yaml'}))}
    }
    expect(await fixText('a', elsewhere)).toEqual({text: 'a', count: 0})
  })

  test('only what is wanted is mended', async () => {
    const text = `${examples[0]}allow: unused-source\n`
    expect(await fix(text, {isWanted: ({severity}) => severity === 'error'})).toEqual({text, count: 0})
  })
})

test('edits change what they cover and nothing else', () => {
  const pieces = fc.array(fc.tuple(fc.string({maxLength: 4}), fc.string({maxLength: 4}), fc.string({maxLength: 4})))
  fc.assert(
    fc.property(pieces, fc.string(), fc.nat(), (parts, rest, turn) => {
      const text = parts.map(([kept, old]) => kept + old).join('') + rest
      const file = textFile(path, text)
      let at = 0
      const edits: Edit[] = parts.map(([kept, old, put]) => {
        const start = at + kept.length
        at = start + old.length
        return {place: placeAt(file, start, at), text: put}
      })
      const isWindows = text.includes('\r\n')
      const expected = parts.map(([kept, , put]) => kept + (isWindows ? put.replace(/\r?\n/g, '\r\n') : put)).join('')
      const turned = [...edits.slice(turn % (edits.length + 1)), ...edits.slice(0, turn % (edits.length + 1))]
      // Two that insert at one place keep their order only when they come in it.
      const isPlain = edits.every(
        ({place}, index) => place.end.offset < (edits[index + 1]?.place.start.offset ?? Infinity)
      )
      expect(applyEdits(text, isPlain ? turned : edits)).toBe(expected + rest)
    })
  )
})

test('new lines break as those of the text do', () => {
  const edit = (text: string): string => {
    const place = placeAt(textFile(path, text), 1, 1)
    return applyEdits(text, [{place, text: '\n  - x\n'}])
  }
  expect(edit('a\r\nb\r\n')).toBe('a\r\n  - x\r\n\r\nb\r\n')
  expect(edit('a\nb\n')).toBe('a\n  - x\n\nb\n')
})

test('a text goes back into the encoding it came from', () => {
  const bytes = (text: string, encoding: BufferEncoding): Uint8Array => new Uint8Array(Buffer.from(text, encoding))
  const big = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
  for (const text of ['Résolution — “x” 😀', '']) {
    expect(encodeLike(text, bytes('a', 'utf8'))).toEqual(bytes(text, 'utf8'))
    expect(encodeLike(text, bytes('\uFEFFa', 'utf8'))).toEqual(bytes(`\uFEFF${text}`, 'utf8'))
    expect(encodeLike(text, bytes('\uFEFFa', 'utf16le'))).toEqual(bytes(`\uFEFF${text}`, 'utf16le'))
    expect(encodeLike(text, big('\uFEFFa'))).toEqual(big(`\uFEFF${text}`))
  }
})
