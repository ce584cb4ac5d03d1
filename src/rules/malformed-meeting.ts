import {defineRule, type Rule} from './define.ts'
import {exampleOf, patternOf} from './parts/document-form.ts'

/** A meeting without its year, or without the body's name. */
export const malformedMeeting: Rule = defineRule(
  {id: 'malformed-meeting', severity: 'warning', summary: 'The meeting is named in the form that its body uses.'},
  ({resolution, template}, report) => {
    const {meeting} = resolution
    const form = template.documents.meeting
    if (!meeting || form === '' || patternOf(form, []).test(meeting.value)) return
    report({
      message: `“${meeting.value}” names the meeting, expected a name such as “${exampleOf(form, [])}”`,
      place: meeting.place
    })
  }
)
