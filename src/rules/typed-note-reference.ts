import {defineRule, type Rule} from './define.ts'
import {fixesOfSpot, spotOf} from './parts/note-spot.ts'
import {typedNoteMarks} from './parts/typed-note-marks.ts'

/** A note number typed as `^4`, `⁴`, `<sup>4</sup>`, `[4]` or as a bare figure: it would be printed as it stands. */
export const typedNoteReference: Rule = defineRule(
  {id: 'typed-note-reference', severity: 'error', summary: 'A hand-numbered note reference is written `[^4]`.'},
  (resolved, report) => {
    const {resolution, template} = resolved
    const labels = new Set(resolution.notes.map(({label}) => label.value))
    for (const mark of typedNoteMarks(resolved)) {
      const wanted = mark.numbers.map(number => `[^${number}]`).join('')
      const missing = mark.numbers.filter(number => !labels.has(`${number}`))
      const fixes = fixesOfSpot(
        resolution.file,
        mark,
        spotOf(mark, template.notes.placement),
        wanted,
        `write ${wanted}`
      )
      report({
        message: `“${mark.words}” is a typed note number, expected \`${wanted}\``,
        place: mark.place,
        note:
          missing.length > 0
            ? `the note itself belongs under \`notes\`, as \`${missing[0]}:\` with its text`
            : 'as typed it would be printed as a figure among the words, without its note',
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)
