import type {Clause, Template, Text, TextFile} from '../tree/index.ts'
import {defineRule, type Finding, type Rule} from './define.ts'
import {placeIn, replacement} from './parts/stretch.ts'
import {isBridge, stretchOf} from './parts/typed-formula.ts'

/** "; and" after a whereas clause that is not the last but one. */
export const misplacedAnd: Rule = defineRule(
  {
    id: 'misplaced-and',
    severity: 'warning',
    summary: 'Where joins are typed, “and” stands after the last whereas clause but one and nowhere else.'
  },
  ({resolution, template}, report) => {
    const {whereas, file} = resolution
    for (const [index, clause] of whereas.entries()) {
      const join = clause.typed.join
      if (!join || isBridge(join.value)) continue
      const left = whereas.length - 1 - index
      const expected = expectedJoin(left, template)
      const found = isAndMissing(clause, expected, left) ? missing(file, join) : surplus(file, join, expected)
      if (found) report(found)
    }
  }
)

function expectedJoin(left: number, {words}: Template): string {
  return left === 0 ? words.bridge : left === 1 ? words.lastWhereasJoin : words.whereasJoin
}

const and = /\band\b/i

/** A lone semicolon before the last clause; other marks are no typed join of a list. */
function isAndMissing({typed}: Clause, expected: string, left: number): boolean {
  return left > 0 && and.test(expected) && !and.test(typed.join?.value ?? '') && typed.join?.value.trim() === ';'
}

function missing(file: TextFile, join: Text): Finding {
  return {
    message: '“;” ends the clause, expected “; and”',
    place: join.place,
    ...replacement(file, join, [0, 1], '; and', 'write “; and”')
  }
}

function surplus(file: TextFile, join: Text, expected: string): Finding | undefined {
  const word = and.test(expected) ? undefined : stretchOf(join, and)
  if (!word) return undefined
  const from = join.value.slice(0, word[0]).trimEnd().length
  const until = word[1] + (/^\s*,/.exec(join.value.slice(word[1]))?.[0].length ?? 0)
  return {
    message: '“and” does not stand before the last whereas clause, expected “;” alone',
    place: placeIn(file, join, ...word),
    ...(from > 0 ? replacement(file, join, [from, until], '', 'take “and” away') : {})
  }
}
