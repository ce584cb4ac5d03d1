import {type DecodeOptions, decodeSource} from '../charset.ts'
import {collapse, shorten} from './clean-text.ts'
import {fileKindOf} from './file-name.ts'
import {readDate} from './guess-date.ts'
import {guessFromHtml, readLanguage} from './guess-html.ts'
import {readNames} from './guess-name.ts'
import {type GuessedSource, ordered, withMarkdownTitles} from './guessed-source.ts'

/** A page to guess from; its text is made from the bytes when it is not given. */
export interface GuessablePage {
  readonly bytes: Uint8Array
  readonly text?: string
  readonly mediaType: string
  readonly charset?: string | undefined
  readonly finalAddress: string
}

/** What a Word or PDF file says of itself. */
export interface FileDetails {
  readonly title?: string | undefined
  /** Who wrote it: `creator` in Word, `author` in PDF. */
  readonly creator?: string | undefined
  readonly author?: string | undefined
  /** When the file was made, as ISO 8601 or in the form of PDF, `D:2019…`. */
  readonly created?: string | undefined
  readonly language?: string | undefined
}

/** Guesses what to cite from a page that was fetched. The details are those of a Word or PDF file. */
export async function guessCitation(page: GuessablePage, details: FileDetails = {}): Promise<GuessedSource> {
  const {bytes, mediaType, charset, finalAddress} = page
  if (fileKindOf(mediaType, finalAddress, bytes) === 'html')
    return withMarkdownTitles(
      await guessFromHtml(page.text ?? decodedFor(bytes, {charset, isMarkup: true}), finalAddress)
    )
  const guess = await guessFromFile(bytes, nameIn(finalAddress), details, mediaType)
  return ordered({...nothing, ...guess, URL: finalAddress})
}

/** Guesses what to cite from a file. The title is that of the file's details or its first line, else its name in words. */
export async function guessFromFile(
  bytes: Uint8Array,
  name: string,
  details: FileDetails = {},
  mediaType = ''
): Promise<GuessedSource> {
  const kind = fileKindOf(mediaType, name, bytes)
  const fromPage = kind === 'html' ? await guessFromHtml(decodedFor(bytes, {isMarkup: true}), undefined) : undefined
  const title =
    fromPage?.title ??
    titleOf(details, name) ??
    (kind === 'text' || kind === 'markdown' ? firstLineOf(bytes) : undefined)
  return withMarkdownTitles(
    ordered({
      ...nothing,
      author: readNames(details.creator ?? details.author ?? '', 'byline'),
      issued: readDate(details.created ?? ''),
      language: readLanguage(details.language ?? ''),
      ...fromPage,
      type: fromPage?.type ?? 'document',
      title: shorten(title ?? wordsOf(name))
    })
  )
}

/** The text to guess from: what cannot be decoded, or not as the server says, is read as well as it can be. */
function decodedFor(bytes: Uint8Array, options: DecodeOptions): string {
  for (const attempt of [options, {isMarkup: true}]) {
    const decoded = decodeSource(bytes, attempt)
    if ('text' in decoded) return decoded.text
  }
  return new TextDecoder('utf-8').decode(bytes)
}

/** All fields without a value, so that a spread fits. */
const nothing = {
  title: undefined,
  author: undefined,
  issued: undefined,
  'container-title': undefined,
  publisher: undefined,
  volume: undefined,
  issue: undefined,
  page: undefined,
  number: undefined,
  DOI: undefined,
  ISBN: undefined,
  language: undefined,
  URL: undefined
} as const // so that each is known to be undefined

/** Titles that programs give to what nobody has named. */
const noTitles = /^(?:untitled|document|dokument|new document|powerpoint presentation|presentation|book|sheet)? ?\d*$/i
const madeBy = /^microsoft (?:word|powerpoint|excel) - /i
const fileEnding = /\.(?:docx?|pdf|rtf|odt|txt|md|markdown|html?|xhtml|pptx?|xlsx?|indd|tmp)$/i

function titleOf({title = ''}: FileDetails, name: string): string | undefined {
  const typed = collapse(title).replace(madeBy, '')
  const bare = typed.replace(fileEnding, '')
  // A title that is the name of some file says no more than the name of this one.
  if (bare !== typed) return wordsOf(bare === '' ? name : bare)
  return noTitles.test(typed) ? undefined : typed
}

/** Longer first lines are paragraphs; in UTF-16 units. */
const longestFirstLine = 200

/** The first heading of Markdown, else the first line with words, when it is short enough for a title. */
function firstLineOf(bytes: Uint8Array): string | undefined {
  const lines = decodedFor(bytes, {})
    .slice(0, 20_000)
    .replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .split(/\r?\n/)
  const heading = lines.find(line => /^ {0,3}#{1,6} /.test(line))
  const line = heading ?? lines.find(one => /[\p{L}\p{N}]/u.test(one)) ?? ''
  const title = collapse(
    line
      .replace(/^ {0,3}#{1,6} /, '')
      .replace(/ #+ *$/, '')
      .replace(/\*\*?|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
  )
  return title === '' || title.length > longestFirstLine ? undefined : title
}

/** `freedom-to-read_2004.pdf` in words: "freedom to read 2004". */
function wordsOf(name: string): string {
  const base = name.replace(/^.*[/\\]/, '').replace(/\.[a-z\d]{1,8}$/i, '')
  return collapse(base.replace(/[_\s]+/g, ' ').replace(/(?<=\S)-+(?=\S)/g, ' '))
}

/** The last part of an address that is a name; the host when there is none. */
function nameIn(address: string): string {
  const {pathname, hostname} = new URL(address)
  const last =
    pathname
      .split('/')
      .filter(part => part !== '')
      .at(-1) ?? hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
