import type {GuessedName} from './guess-name.ts'
import type {GuessedType} from './linked-work.ts'

/**
 * What could be guessed of a source, by the names that `sources` of a resolution knows; only what was found.
 * A type and no interface, so that it is a map of fields too.
 */
export type GuessedSource = {
  readonly type: GuessedType
  readonly title?: string
  readonly author?: readonly GuessedName[]
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly issued?: string
  /** The journal, book, conference or site. */
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly volume?: string
  readonly issue?: string
  /** `12-34`. */
  readonly page?: string
  readonly number?: string
  readonly DOI?: string
  readonly ISBN?: string
  readonly language?: string
  readonly URL?: string
}

/** The same with gaps. */
export type Guesses = {readonly [Field in keyof GuessedSource]: GuessedSource[Field] | undefined}

const order: readonly (keyof GuessedSource)[] = [
  'type',
  'title',
  'author',
  'issued',
  'container-title',
  'publisher',
  'volume',
  'issue',
  'page',
  'number',
  'DOI',
  'ISBN',
  'language',
  'URL'
]

/** Puts the fields in the order in which one writes them, and leaves out those without a value. */
export function ordered(guesses: Guesses & {readonly type: GuessedType}): GuessedSource {
  const found = order.filter(field => guesses[field] !== undefined && guesses[field].length > 0)
  return {type: guesses.type, ...Object.fromEntries(found.map(field => [field, guesses[field]]))}
}

/** Escapes the signs that titles of sources have a meaning for: a star, a caret, a tilde, a low line at the edge of a word. */
export function withMarkdownTitles(guess: GuessedSource): GuessedSource {
  const {title, 'container-title': container} = guess
  return {
    ...guess,
    ...(title === undefined ? {} : {title: escaped(title)}),
    ...(container === undefined ? {} : {'container-title': escaped(container)})
  }
}

function escaped(title: string): string {
  return title.replace(/[\\*^~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
}
