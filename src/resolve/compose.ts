import {
  type Clause,
  type Endorser,
  type Person,
  type PrintedBlock,
  type PrintedClause,
  type PrintedInline,
  type PrintedNote,
  type PrintedParagraph,
  type PrintedResolution,
  type Resolution,
  type Status,
  statuses,
  type Template,
  type Text
} from '../tree/index.ts'
import {actorCutter, type CutClause} from './actor.ts'
import {longDate} from './date.ts'
import {appendJoin, text} from './join.ts'
import {oneBlank, type PrintContext, printBlocks} from './print-inline.ts'

/** What *compose* needs beside the resolution. */
export interface Composition {
  readonly resolution: Resolution
  readonly template: Template
  readonly context: PrintContext
  readonly notes: readonly PrintedNote[]
  /** Used when the file has no date; `YYYY-MM-DD`. */
  readonly fallbackDate: string | undefined
  readonly isMarkedDraft: boolean
}

/** Puts the words of the template round the clauses: from here on every word and its order is decided. */
export function compose(composition: Composition): PrintedResolution {
  const {resolution, template, notes} = composition
  const language = resolution.language?.value ?? template.language
  const title = onOneLine(resolution.title) ?? ''
  const number = onOneLine(resolution.number)
  const meeting = onOneLine(resolution.meeting)
  const header = [number, meeting].filter(line => line !== undefined)
  return {
    type: 'printedResolution',
    language,
    page: {...template.page, hasLineNumbers: resolution.hasLineNumbers ?? template.page.hasLineNumbers},
    properties: {
      title,
      organisation: template.organisation,
      number,
      meeting,
      date: resolution.date?.value ?? composition.fallbackDate,
      status: statusOf(resolution),
      authors: [resolution.mover, resolution.seconder].flatMap(
        person => onOneLine(person?.name) ?? onOneLine(person?.unit) ?? []
      ),
      keywords: ['resolution', template.organisation]
    },
    header,
    mark: composition.isMarkedDraft ? template.labels.draft : undefined,
    blocks: [
      ...statusLine(composition, language),
      {type: 'title', children: text(title)},
      ...resolution.whereas.map((clause, index) => whereasClause(composition, clause, index)),
      ...operativePart(composition),
      ...ending(composition, language)
    ],
    notes,
    labels: {pageOf: template.labels.pageOf, notes: template.labels.notes, backToText: template.labels.backToText}
  }
}

/** The words of a key on one line: blanks that typing and folding left print as one space. */
function onOneLine(text: Text | undefined): string | undefined {
  return text && oneBlank(text.value)
}

/** The status of the file; a word that is none of the statuses counts as draft. */
export function statusOf(resolution: Resolution): Status {
  return statuses.find(status => status === resolution.status?.value) ?? 'draft'
}

function whereasClause({resolution, template, context}: Composition, clause: Clause, index: number): PrintedClause {
  const {words, notes} = template
  const left = resolution.whereas.length - 1 - index
  const join = left === 0 ? words.bridge : left === 1 ? words.lastWhereasJoin : words.whereasJoin
  const paragraphs = opened([{type: 'leadIn', value: words.whereas}, ...text(words.afterWhereas)], clause, context)
  return {...printedClause(clause), paragraphs: appendJoin(paragraphs, join, notes.placement)}
}

function printedClause(clause: Clause): Pick<PrintedClause, 'type' | 'number' | 'id'> {
  return {type: clause.type, number: undefined, id: clause.id?.value}
}

/** The paragraphs of a clause with some words before the first one. */
function opened(before: readonly PrintedInline[], clause: Clause, context: PrintContext): PrintedParagraph[] {
  const [first, ...others] = printBlocks(clause.children, context)
  return first?.type === 'paragraph'
    ? [{...first, children: [...before, ...first.children]}, ...others]
    : [{type: 'paragraph', children: before}, ...(first ? [first] : []), ...others]
}

function operativePart(composition: Composition): PrintedBlock[] {
  const {resolution, template} = composition
  const {words} = template
  const [only] = resolution.resolved
  const lead: PrintedInline[] = [{type: 'leadIn', value: words.resolved}]
  if (only && resolution.resolved.length === 1 && !words.numbersLoneAction) return [loneAction(composition, only, lead)]
  if (!only) return []
  const cutActor = actorCutter(words.actor)
  return [
    {type: 'resolvedLead', children: [...lead, ...text(words.afterResolved + words.actor + words.beforeList)]},
    ...resolution.resolved.map((clause, index) => numberedAction(composition, cutActor(clause, index + 1), index))
  ]
}

/** "Resolved, that the association, on behalf of its members, urges …". A typed lead-in with another actor keeps that actor. */
function loneAction({template, context}: Composition, typed: Clause, lead: readonly PrintedInline[]): PrintedClause {
  const {words, notes} = template
  const {clause, isOtherActor} = actorCutter(words.actor)(typed)
  const actor = isOtherActor ? '' : `${words.actor}${words.beforeOne} `
  const paragraphs = opened([...lead, ...text(words.afterResolved + actor)], clause, context)
  return {...printedClause(clause), paragraphs: appendJoin(paragraphs, words.actionEnd, notes.placement)}
}

function numberedAction(
  {resolution, template, context}: Composition,
  {clause}: CutClause,
  index: number
): PrintedClause {
  const {words, notes} = template
  const left = resolution.resolved.length - 1 - index
  const join = left === 0 ? words.actionEnd : left === 1 ? words.lastActionJoin : words.actionJoin
  const paragraphs = appendJoin(printBlocks(clause.children, context), join, notes.placement)
  return {...printedClause(clause), number: words.actionNumber.replace('{n}', String(index + 1)), paragraphs}
}

/** The sentence that tells what became of the resolution, before its title. */
function statusLine({resolution, template}: Composition, language: string): PrintedBlock[] {
  const status = statusOf(resolution)
  if (status === 'adopted') return []
  const sentence = filled(template.statuses[status], resolution, language)
  return sentence === '' ? [] : [{type: 'status', children: text(sentence)}]
}

/** An adopted copy ends with adoption and attestation, any other with the people behind it. */
function ending({resolution, template}: Composition, language: string): PrintedBlock[] {
  const endorsers = resolution.endorsers.map(endorser => endorsement(endorser, template, language))
  if (statusOf(resolution) !== 'adopted')
    return [
      ...personLine(template.labels.mover, resolution.mover),
      ...personLine(template.labels.seconder, resolution.seconder),
      ...endorsers
    ]
  const sentence = filled(template.statuses.adopted, resolution, language)
  const role = onOneLine(resolution.attestedBy?.role) ?? template.statuses.attestation
  return [
    ...endorsers,
    ...(sentence === '' ? [] : [{type: 'adoption' as const, children: text(sentence)}]),
    ...(role === '' ? [] : [{type: 'signature' as const, name: onOneLine(resolution.attestedBy?.name) ?? '', role}])
  ]
}

/** An address by the HTML standard and CommonMark; anything else is printed as words, since a link of it leads nowhere. */
const emailAddress = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*$/

function personLine(label: string, person: Person | undefined): PrintedBlock[] {
  if (!person) return []
  const parts = [person.name, person.role, person.unit, person.phone].flatMap(part => onOneLine(part) ?? [])
  const email = person.email?.value
  const separator = parts.length > 0 && email !== undefined ? ', ' : ''
  const address: PrintedInline[] =
    email !== undefined && emailAddress.test(email)
      ? [{type: 'link', url: `mailto:${email}`, children: text(email)}]
      : text(oneBlank(email ?? ''))
  return [{type: 'mover', label, children: [...text(parts.join(', ') + separator), ...address]}]
}

function endorsement(endorser: Endorser, template: Template, language: string): PrintedBlock {
  const label = endorser.isInPrinciple ? template.labels.endorserInPrinciple : template.labels.endorser
  const parts = [endorser.unit, endorser.name, endorser.role].flatMap(part => onOneLine(part) ?? [])
  const date = endorser.date ? [longDate(endorser.date.value, language)] : []
  return {type: 'mover', label, children: text([...parts, ...date].join(', '))}
}

/** Fills `{date}` and `{meeting}`; a sentence whose date is not known yet loses the blank with it. */
function filled(sentence: string, resolution: Resolution, language: string): string {
  const date = resolution.date ? longDate(resolution.date.value, language) : ''
  return sentence
    .replaceAll('{date}', () => date)
    .replaceAll('{meeting}', () => onOneLine(resolution.meeting) ?? '')
    .replace(/\s+([,.])/g, '$1')
    .replace(/[,\s]+$/, '')
    .trim()
}
