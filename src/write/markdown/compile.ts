import type {FootnoteDefinition, FootnoteReference, Parents, Root, Text} from 'mdast'
import remarkStringify, {type Options} from 'remark-stringify'
import {unified} from 'unified'

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>
type State = Parameters<Handle>[2]
type Info = Parameters<Handle>[3]
type Unsafe = NonNullable<Options['unsafe']>[number]

/** Constructs in which emphasis, strikethrough and mathematics cannot begin. */
const notInConstruct: NonNullable<Unsafe['notInConstruct']> = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe'
]

/**
 * What GitHub reads beyond CommonMark: `~struck~`, and `$mathematics$` unless a digit follows, as in $5.
 * And what the table of remark forgets: the address in `<1@example.org>` need not begin with a letter.
 */
const unsafe: readonly Unsafe[] = [
  {character: '<', after: "[\\w.!#$%&'*+/=?^`{|}~-]+@", inConstruct: 'phrasing', notInConstruct},
  {character: '~', inConstruct: 'phrasing', notInConstruct},
  {character: '$', after: '(?=[^\\s\\d])', inConstruct: 'phrasing', notInConstruct},
  {character: '$', before: '(?<=\\S)', after: '(?!\\d)', inConstruct: 'phrasing', notInConstruct}
]

/** A backslash and the punctuation it escapes; pairs are read from the left, so `\\&` is a backslash and a bare `&`. */
const escapePair = /\\[!-/:-@[-`{-~]/g
/** The rest of a character reference, after its `&`. */
const referenceRest = /#?[A-Za-z0-9]{1,31};/y
/** The rest of `[word]`, after its `[`: no bracket inside, and no `^`, which would make it a note. */
const bracketRest = /(?!\^)(?:[^\\[\]]|\\[^[\]])+\]/y
/** The same at the start of a line, where `[x] ` is a box to tick, `[!NOTE]` an alert, and `[word]:` a definition. */
const bracketRestAtBreak = /(?![xX]\])\p{L}(?:[^\\[\]]|\\[^[\]])*\](?!:)/uy

function matchesAt(pattern: RegExp, value: string, index: number): boolean {
  pattern.lastIndex = index
  return pattern.test(value)
}

/** Takes back escapes that guard against nothing: `R\&D`, `\[t]he`. A `(` after a `]` is escaped anyway, and definitions are never written. */
function lighten(escaped: string, isAtBreak: boolean): string {
  return escaped.replace(escapePair, (pair, index: number) => {
    const next = index + pair.length
    if (pair === '\\&' && !matchesAt(referenceRest, escaped, next)) return '&'
    if (pair !== '\\[') return pair
    return matchesAt(isAtBreak && index === 0 ? bracketRestAtBreak : bracketRest, escaped, next) ? '[' : pair
  })
}

/** A bare web address as GitHub finds it: up to a blank or `<`. */
const webAddress = /(?:https?:|ftp:|www\.)[^\s<]*/gi
/** Where a bare web address begins; an escape before the mark keeps it words. */
const webAddressStart = /(https?|ftp)(?=:)|(www)(?=\.)/gi
/** A bare e-mail address, or several run together; it begins where no letter of one stands before, which keeps the search linear. */
const mailAddress = /(?<![\w+.@-])[\w+.-]*@[\w+.@-]*/g

/**
 * GitHub links bare addresses, and reads no escape and no note mark in them: what stands at their end would be swallowed.
 * An address that holds an escape, or touches a neighbour, is therefore written so that it stays words; others stay bare.
 */
function guardAddresses(escaped: string, isFirst: boolean, isLast: boolean): string {
  const guarded = escaped.replace(mailAddress, (address, index: number) => {
    const isTouching = (index === 0 && !isFirst) || (index + address.length === escaped.length && !isLast)
    return isTouching ? address.replaceAll('@', '\\@') : address
  })
  // After the mail addresses: a web address that holds one of their escapes must not stay bare.
  return guarded.replace(webAddress, (address, index: number) => {
    const isTouching = index + address.length === guarded.length && !isLast
    if (!isTouching && !/[\\[\]&]/.test(address)) return address
    return address.replace(webAddressStart, '$&\\')
  })
}

function text(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  const escaped = state.safe(node.value, info)
  // The text of `<https://…>` knows neither escapes nor references.
  if (state.stack.includes('autolink')) return escaped
  const light = lighten(escaped, /[\r\n]$/.test(info.before))
  // Inside `[…](…)` nothing links by itself.
  if (state.stack.includes('label')) return light
  const isOutermost = parent?.type === 'paragraph' || parent?.type === 'heading'
  const isFirst = isOutermost && parent.children[0] === node
  const isLast = isOutermost && parent.children.at(-1) === node
  const guarded = guardAddresses(light, isFirst, isLast)
  // `[^1]:` at the start of a paragraph would define the note.
  const isAfterOpeningMark = parent?.children[0]?.type === 'footnoteReference' && parent.children[1] === node
  return isAfterOpeningMark && guarded.startsWith(':') ? `\\${guarded}` : guarded
}

function footnoteReference(node: FootnoteReference): string {
  return `[^${node.identifier}]`
}
footnoteReference.peek = (): string => '['

function footnoteDefinition(node: FootnoteDefinition, _: unknown, state: State, info: Info): string {
  const tracker = state.createTracker(info)
  const label = tracker.move(`[^${node.identifier}]:`)
  if (node.children.length === 0) return label
  tracker.shift(4)
  const body = state.indentLines(state.containerFlow(node, tracker.current()), (line, index, isBlank) =>
    index === 0 || isBlank ? line : `    ${line}`
  )
  return `${label} ${body}`
}

const processor = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    listItemIndent: 'one',
    handlers: {text, footnoteReference, footnoteDefinition},
    unsafe: [...unsafe]
  })
  .freeze()

/** Markdown of a tree, every word escaped so that it is read again as it is; ends with a new line. */
export function compile(tree: Root): string {
  return processor.stringify(tree)
}
