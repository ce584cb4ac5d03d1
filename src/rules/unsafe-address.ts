import {defineRule, type Rule} from './define.ts'
import {addressesIn} from './parts/addresses.ts'
import {letter} from './parts/letter.ts'
import {isPlaceholder} from './parts/placeholder.ts'

const host = `(?:[${letter}0-9\\u3040-\\ud7ff](?:[${letter}0-9\\u3040-\\ud7ff_-]{0,62})\\.)+[${letter}0-9\\u3040-\\ud7ff-]{2,63}\\.?`
// Scheme, no name or password, host or numbers, port, anything without blanks. Linear: a label and its dot in each round.
const safe = new RegExp(`^https?://(?:${host}|\\[[0-9a-f:.]{2,45}\\]|localhost)(?::\\d{1,5})?(?:[/?#]\\S*)?$`, 'i')

/** An address that a reader cannot, or should not, open. */
export const unsafeAddress: Rule = defineRule(
  {
    id: 'unsafe-address',
    severity: 'warning',
    summary: 'The address of a source is a whole one, and begins with `https://` or `http://`.'
  },
  (resolved, report) => {
    for (const {value, path, place} of addressesIn(resolved)) {
      if (safe.test(value) || isPlaceholder(value)) continue
      const shown = value.length <= 40 ? value : `${value.slice(0, 39)}…`
      report({
        message: `“${shown}” is not a web address, expected \`https://\`, a host and no blanks`,
        path,
        place,
        note: 'only addresses of that form become links in the documents'
      })
    }
  }
)
