import type {Diagnostic, ResolvedResolution} from '../tree/index.ts'
import {accessedBeforeIssued} from './accessed-before-issued.ts'
import {actionNumberGap} from './action-number-gap.ts'
import {addressIsDoi} from './address-is-doi.ts'
import {adjacentNotes} from './adjacent-notes.ts'
import {badIbid} from './bad-ibid.ts'
import {bareActionVerb} from './bare-action-verb.ts'
import {bidirectionalControl} from './bidirectional-control.ts'
import {capitalActionVerb} from './capital-action-verb.ts'
import {capitalAfterWhereas} from './capital-after-whereas.ts'
import {changedSource} from './changed-source.ts'
import {commaAfterWhereas} from './comma-after-whereas.ts'
import {deceptiveQuotation} from './deceptive-quotation.ts'
import type {CheckOptions, Rule} from './define.ts'
import {doubledWord} from './doubled-word.ts'
import {doubtfulSource} from './doubtful-source.ts'
import {emptyNote} from './empty-note.ts'
import {farNote} from './far-note.ts'
import {futureDate} from './future-date.ts'
import {incompleteEForm} from './incomplete-e-form.ts'
import {incompleteEndorsement} from './incomplete-endorsement.ts'
import {incompleteMemorial} from './incomplete-memorial.ts'
import {keywordInCapitals} from './keyword-in-capitals.ts'
import {lateSubmission} from './late-submission.ts'
import {leftoverPlaceholder} from './leftover-placeholder.ts'
import {loneNumberedAction} from './lone-numbered-action.ts'
import {longClause} from './long-clause.ts'
import {longPreamble} from './long-preamble.ts'
import {malformedActionList} from './malformed-action-list.ts'
import {malformedArchive} from './malformed-archive.ts'
import {malformedBridge} from './malformed-bridge.ts'
import {malformedDocumentNumber} from './malformed-document-number.ts'
import {malformedDoi} from './malformed-doi.ts'
import {malformedIsbn} from './malformed-isbn.ts'
import {malformedLeadIn} from './malformed-lead-in.ts'
import {malformedMeeting} from './malformed-meeting.ts'
import {malformedPolicyNumber} from './malformed-policy-number.ts'
import {misplacedAnd} from './misplaced-and.ts'
import {misplacedNoteReference} from './misplaced-note-reference.ts'
import {misquotation} from './misquotation.ts'
import {missingContact} from './missing-contact.ts'
import {missingMover} from './missing-mover.ts'
import {missingQuotation} from './missing-quotation.ts'
import {missingRole} from './missing-role.ts'
import {missingSeconder} from './missing-seconder.ts'
import {missingSemicolon} from './missing-semicolon.ts'
import {misspeltFormula} from './misspelt-formula.ts'
import {mixedNoteForm} from './mixed-note-form.ts'
import {mixedQuotationMarks} from './mixed-quotation-marks.ts'
import {namelessSource} from './nameless-source.ts'
import {needlessAllow} from './needless-allow.ts'
import {nestedNote} from './nested-note.ts'
import {noteGap} from './note-gap.ts'
import {noteInResolved} from './note-in-resolved.ts'
import {noteInTitle} from './note-in-title.ts'
import {noteInsideQuotation} from './note-inside-quotation.ts'
import {noteNumberMismatch} from './note-number-mismatch.ts'
import {noteOutOfOrder} from './note-out-of-order.ts'
import {noteStart} from './note-start.ts'
import {described} from './parts/described.ts'
import {weigh} from './parts/weigh.ts'
import {reusedNote} from './reused-note.ts'
import {sameMoverAndSeconder} from './same-mover-and-seconder.ts'
import {sameSourceTwice} from './same-source-twice.ts'
import {sentenceBreakInClause} from './sentence-break-in-clause.ts'
import {shortQuotation} from './short-quotation.ts'
import {spaceBeforeNote} from './space-before-note.ts'
import {straySpace} from './stray-space.ts'
import {trackingAddress} from './tracking-address.ts'
import {typedNoteReference} from './typed-note-reference.ts'
import {unansweredWhereas} from './unanswered-whereas.ts'
import {unbalancedQuotationMark} from './unbalanced-quotation-mark.ts'
import {uncheckedQuotation} from './unchecked-quotation.ts'
import {uncitedPolicy} from './uncited-policy.ts'
import {undatedAccess} from './undated-access.ts'
import {undatedDocumentNumber} from './undated-document-number.ts'
import {undatedSource} from './undated-source.ts'
import {undefinedNote} from './undefined-note.ts'
import {unexpandedAcronym} from './unexpanded-acronym.ts'
import {unknownRule} from './unknown-rule.ts'
import {unknownSource} from './unknown-source.ts'
import {unlocatableSource} from './unlocatable-source.ts'
import {unmarkedChange} from './unmarked-change.ts'
import {unquotedWords} from './unquoted-words.ts'
import {unreferencedNote} from './unreferenced-note.ts'
import {unsafeAddress} from './unsafe-address.ts'
import {unsourcedQuotation} from './unsourced-quotation.ts'
import {untitledSource} from './untitled-source.ts'
import {unusedSource} from './unused-source.ts'
import {unusualActor} from './unusual-actor.ts'
import {unusualTitle} from './unusual-title.ts'
import {vagueDeadline} from './vague-deadline.ts'
import {vanishedQuotation} from './vanished-quotation.ts'
import {wrongPage} from './wrong-page.ts'

export type {CheckOptions, Finding, Rule} from './define.ts'
export {isFirm} from './parts/firm.ts'
export type {RuleSetting} from './parts/weigh.ts'

/** Every rule, those of reading, resolving, citing and writing among them. */
export const rules: readonly Rule[] = [
  accessedBeforeIssued,
  actionNumberGap,
  addressIsDoi,
  adjacentNotes,
  badIbid,
  bareActionVerb,
  bidirectionalControl,
  capitalActionVerb,
  capitalAfterWhereas,
  changedSource,
  commaAfterWhereas,
  deceptiveQuotation,
  doubledWord,
  doubtfulSource,
  emptyNote,
  farNote,
  futureDate,
  incompleteEForm,
  incompleteEndorsement,
  incompleteMemorial,
  keywordInCapitals,
  lateSubmission,
  leftoverPlaceholder,
  loneNumberedAction,
  longClause,
  longPreamble,
  malformedActionList,
  malformedArchive,
  malformedBridge,
  malformedDocumentNumber,
  malformedDoi,
  malformedIsbn,
  malformedLeadIn,
  malformedMeeting,
  malformedPolicyNumber,
  misplacedAnd,
  misplacedNoteReference,
  misquotation,
  missingContact,
  missingMover,
  missingQuotation,
  missingRole,
  missingSeconder,
  missingSemicolon,
  misspeltFormula,
  mixedNoteForm,
  mixedQuotationMarks,
  namelessSource,
  needlessAllow,
  nestedNote,
  noteGap,
  noteInResolved,
  noteInTitle,
  noteInsideQuotation,
  noteNumberMismatch,
  noteOutOfOrder,
  noteStart,
  reusedNote,
  sameMoverAndSeconder,
  sameSourceTwice,
  sentenceBreakInClause,
  shortQuotation,
  spaceBeforeNote,
  straySpace,
  trackingAddress,
  typedNoteReference,
  unansweredWhereas,
  unbalancedQuotationMark,
  uncheckedQuotation,
  uncitedPolicy,
  undatedAccess,
  undatedDocumentNumber,
  undatedSource,
  undefinedNote,
  unexpandedAcronym,
  unknownRule,
  unknownSource,
  unlocatableSource,
  unmarkedChange,
  unquotedWords,
  unreferencedNote,
  unsafeAddress,
  unsourcedQuotation,
  untitledSource,
  unusedSource,
  unusualActor,
  unusualTitle,
  vagueDeadline,
  vanishedQuotation,
  wrongPage,
  ...described
]

/**
 * What is wrong with a resolved resolution: what resolving found and what the rules find, in reading order,
 * without what the file or the options allow. Pure.
 */
export function check(resolved: ResolvedResolution, options: CheckOptions = {}): readonly Diagnostic[] {
  const {ofReading = []} = options
  const ofRules = rules.flatMap(rule => rule.check?.(resolved, options) ?? [])
  const ids = rules.map(rule => rule.id)
  return weigh([...ofReading, ...resolved.diagnostics, ...ofRules], resolved.resolution, ids, options)
}
