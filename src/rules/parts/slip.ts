import {editDistance} from '../../tree/index.ts'

/** Words that look like a set phrase and are none. */
const words = new Set([
  'where',
  'whereat',
  'whereby',
  'wherein',
  'whereof',
  'whereon',
  'whereto',
  'wherever',
  'resolve',
  'resolves',
  'dissolved',
  'revolved'
])

/** Whether words are a slip of the pen for others: as good as the same, and not the same. */
export function isSlipOf(typed: string, expected: string): boolean {
  const [a, b] = [typed.toLowerCase().replace(/\s+/g, ' '), expected.toLowerCase()]
  if (a === b || words.has(a)) return false
  return (b.includes(' ') && b.replace(' it ', ' ') === a) || (a[0] === b[0] && editDistance(a, b) <= 2)
}
