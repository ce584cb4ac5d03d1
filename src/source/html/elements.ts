import type {DefaultTreeAdapterTypes} from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that part paragraphs. */
const blocks = setOf(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre search section summary table caption ul xmp'
)
/** Parts of a table that begin a line. */
const rows = setOf('tr thead tbody tfoot')
const cells = setOf('td th')
/** Elements that keep their white space. */
const preformatted = setOf('listing plaintext pre xmp')
/** Elements without words of their own that part the words beside them. */
const parting = setOf(
  'applet audio button canvas embed iframe img input label meter object option picture progress select svg textarea video'
)
/** Elements whose content no reader of the page sees, or that is no part of the page. */
const unseen = setOf(
  'applet audio canvas datalist embed frame head iframe meter noembed noframes noscript object progress rp rt rtc script select style svg template textarea title video annotation annotation-xml'
)

/** How an element stands in the text. */
export type Flow = 'block' | 'row' | 'cell' | 'break' | 'apart' | 'inline'

/** Custom elements count as parting: nobody knows how they are shown, and words must not join. */
export function flowOf(name: string): Flow {
  if (blocks.has(name)) return 'block'
  if (rows.has(name)) return 'row'
  if (cells.has(name)) return 'cell'
  if (name === 'br') return 'break'
  return parting.has(name) || name.includes('-') ? 'apart' : 'inline'
}

const hidingStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i
const keepingStyle = /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i

/**
 * Whether a reader of the page does not see an element. `aria-hidden` hides from screen readers alone, so what it marks
 * counts; `hidden="until-found"` is there for who searches.
 */
export function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName)) return true
  if (element.attrs.length === 0) return element.tagName === 'dialog'
  const hidden = attributeOf(element, 'hidden')
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true
  if (element.tagName === 'dialog' && attributeOf(element, 'open') === undefined) return true
  const style = attributeOf(element, 'style')
  return style !== undefined && hidingStyle.test(style)
}

export function keepsSpace(element: Element): boolean {
  if (preformatted.has(element.tagName)) return true
  if (element.attrs.length === 0) return false
  const style = attributeOf(element, 'style')
  return style !== undefined && keepingStyle.test(style)
}

const referenceClass =
  /(?:^|\s)(?:(?:foot|end)?note[-_]?(?:ref(?:erence)?|anchor|call|link|marker|number)|fn[-_]?ref|reference|mso(?:foot|end)notereference|sd(?:foot|end)noteanc|template-fact|citation-needed)(?:\s|$)/i
const noteTarget = /^#_?(?:fn|ftn|edn|(?:foot|end)?note|cite_note|sd(?:foot|end)note)(?!.*ref)/i

/** Whether an element says of itself that it refers to a note. */
export function isNoteReference(element: Element): boolean {
  if (element.attrs.length === 0) return false
  if (/\bdoc-noteref\b/.test(attributeOf(element, 'role') ?? '')) return true
  if (/\bnoteref\b/.test(attributeOf(element, 'epub:type') ?? '')) return true
  if (element.tagName === 'a' && noteTarget.test(attributeOf(element, 'href') ?? '')) return true
  return referenceClass.test(attributeOf(element, 'class') ?? '')
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find(attribute => attribute.name === name)?.value
}
