/** A body as text, a person by its parts; what `author` of a source takes. */
export type GuessedName = string | GuessedPerson

/** A type and no interface, so that it is a map of fields too. */
export type GuessedPerson = {
  readonly family: string
  readonly given: string
  readonly suffix?: string
}

/** What a text that names authors is: one name, or a by-line that may name several. */
type NameTradition = 'one name' | 'byline'

/** Words that only the names of bodies have, or nearly so. */
const bodyWords = new RegExp(
  `(?:^|[\\s(])(?:${[
    'academ(?:y|ie)|agency|alliance|archives?|assembly|associat(?:es|ion)|authority|board|bureau|cent(?:er|re)|chamber',
    'church|city|club|coalition|college|commission|committee|company|confederation|conference|congress|consortium',
    'co-?op|corp\\.?|corporation|council|county|court|department|desk|division|editors|editorial|europe|faculty',
    'federation|forum|foundation|fund|gazette|government|group|guild|herald|house|inc\\.?|initiative|institut[eo]?',
    'international|journal|league|librar(?:y|ies|ians)|llc|ltd\\.?|magazine|media|ministry|museum|nations|national',
    'network|news|newsroom|office|organi[sz]ation|parliament|partnership|post|press|project|publishing|review|school',
    'secretariat|senate|service|services|society|staff|state|states|studies|task force|team|times|tribune|trust',
    'union|unit|universit(?:y|[aä]t)|workers|writers'
  ].join('|')})(?=$|[\\s,.)])`,
  'i'
)

/** Accounts and stopgaps that stand where an author should. */
const noNames =
  /^(?:about|admin(?:istrator)?|anonym(?:ous)?|authors?|by|contributor|default|editor|guest|n\/?a|none|null|owner|root|super ?user|test|undefined|unknown|user|various|web ?(?:admin|master|editor)|microsoft office user)\d*$/i

const honours =
  /, (?:ph\.? ?d|m\.? ?d|j\.? ?d|ed\.? ?d|d\.? ?phil|ll\.? ?[bdm]|esq|m\.? ?l\.? ?i?\.? ?s|m\.? ?a|m\.? ?sc|m\.? ?p\.? ?h|r\.? ?n)\.?(?=,| and |$)/gi
const suffixAtEnd = /,? ([JS]r\.?|I{2,3}|IV)$/
const titlesBefore = /^(?:(?:prof(?:essor)?|dr|mr|mrs|ms|sir)\.? )+/i
const particle =
  /^(?:af|al|av|bin|da|das|de|degli|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|zu|zum|zur)$/

/** The names in a text. In a list of one name each, a comma stands after the family name. */
export function readNames(text: string, tradition: NameTradition): readonly GuessedName[] {
  const typed = cleanByline(text)
  if (typed.length > 600 || /[\\{}<>]/.test(typed)) return []
  const parts = typed
    .split(/\s*;\s*/)
    .flatMap(part => (tradition === 'byline' && !isBody(part) ? splitByline(part) : [part]))
  return distinct(parts.flatMap(part => readName(part) ?? []))
}

/** One name: a person when it looks like one, else a text; nothing when it is no name at all. */
export function readName(text: string): GuessedName | undefined {
  const typed = cleanByline(text)
  if (typed.length < 2 || typed.length > 120 || noNames.test(typed) || !/\p{L}/u.test(typed)) return undefined
  if (/@|:\/\/|^www\.|\.(?:com|org|net|html?)$/i.test(typed)) return undefined
  return isBody(typed) ? typed : readPerson(typed)
}

/** A person from the parts that a page names. */
export function personOf(family: string, given: string): GuessedName | undefined {
  if (family === '') return readName(given)
  return given === '' ? family : {family, given}
}

function cleanByline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:story |written |posted |published )?by(?: |: ?)|authors?: ?)/i, '')
    .replace(honours, '')
    .replace(/[\s,;|]+$/, '')
}

function isBody(text: string): boolean {
  return bodyWords.test(text) || /^the /i.test(text) || /[&0-9()/]/.test(text) || hasAcronym(text)
}

/** "PEN America", but neither "JANE DOE" nor "King III". */
function hasAcronym(text: string): boolean {
  return /(?:^| )(?![IVX]+(?: |$))\p{Lu}{3,}(?= |$)/u.test(text) && /\p{Ll}/u.test(text)
}

/** "Jane Doe, John Roe and Ann Poe"; but "Doe, Jane" is one person. */
function splitByline(text: string): readonly string[] {
  const parts = text.split(/,? and |, (?![JS]r\b|I{2,3}\b|IV\b)/).filter(part => part !== '')
  const [first = '', second = ''] = parts
  const isPair = parts.length === 2 && !text.includes(' and ')
  const isInverted = isPair && (familyLength(first) === 1 || !second.replace(suffixAtEnd, '').includes(' '))
  return isInverted ? [text] : parts
}

/** How many words a name has when its particles are not counted. */
function familyLength(text: string): number {
  return text.split(' ').filter(word => !particle.test(word)).length
}

function readPerson(text: string): GuessedName | undefined {
  const bare = text.replace(titlesBefore, '')
  const found = suffixAtEnd.exec(bare)
  const [, suffix] = found ?? []
  const whole = found ? bare.slice(0, found.index) : bare
  const [before = '', after = '', ...more] = whole.split(/, ?/)
  if (more.length > 0) return text
  if (after !== '') return withSuffix({family: before, given: after}, suffix)
  const words = whole.split(' ')
  if (words.length < 2 || words.length > 6) return text
  let at = words.length - 1
  while (at > 1 && particle.test(words[at - 1] ?? '')) at--
  return withSuffix({family: words.slice(at).join(' '), given: words.slice(0, at).join(' ')}, suffix)
}

function withSuffix(person: GuessedPerson, suffix: string | undefined): GuessedPerson {
  return suffix === undefined ? person : {...person, suffix}
}

function distinct(names: readonly GuessedName[]): readonly GuessedName[] {
  const seen = new Set<string>()
  return names.filter(name => {
    const key = JSON.stringify(name).toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}
