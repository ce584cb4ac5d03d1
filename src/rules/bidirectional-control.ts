import {defineRule, type Rule} from './define.ts'
import {everyText} from './parts/every-text.ts'
import {placeIn} from './parts/stretch.ts'
import {turnsIn} from './parts/turns.ts'

/** A character that cannot be seen and changes the order in which words are shown. */
export const bidirectionalControl: Rule = defineRule(
  {
    id: 'bidirectional-control',
    severity: 'warning',
    summary: 'No hidden character turns the direction of writing, but an isolate around words from right to left.'
  },
  ({resolution, sources}, report) => {
    const {file} = resolution
    for (const text of everyText(resolution))
      for (const {at, message, severity, note} of turnsIn(text.value))
        report({
          message,
          place: placeIn(file, text, at, at + 1),
          ...(severity ? {severity} : {}),
          ...(note ? {note} : {})
        })
    for (const {item, path, place, source, isUsed} of sources) {
      if (source || !isUsed) continue
      for (const {message, severity, note} of turnsIn(JSON.stringify(item)))
        report({message, path, place, ...(severity ? {severity} : {}), ...(note ? {note} : {})})
    }
  }
)
