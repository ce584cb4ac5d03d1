import {defineRule, type Rule} from './define.ts'
import {headOf, isOpen} from './parts/people.ts'

/** Less time is left before the meeting than the body asks for. */
export const lateSubmission: Rule = defineRule(
  {id: 'late-submission', severity: 'warning', summary: 'A resolution is submitted in time before the meeting.'},
  ({resolution, template}, report, {meetingAt, now}) => {
    const hours = template.submission.hoursBeforeMeeting
    if (meetingAt === undefined || now === undefined || hours === 0 || !isOpen(resolution)) return
    const left = (Date.parse(meetingAt) - Date.parse(now)) / 3_600_000
    if (Number.isNaN(left) || left >= hours) return
    const found = left < 0 ? 'the meeting has begun' : `${Math.floor(left)} hours are left before the meeting`
    report({
      message: `${found}, expected at least ${hours} hours for a submission`,
      place: (resolution.meeting ?? resolution.title)?.place ?? headOf(resolution)
    })
  }
)
