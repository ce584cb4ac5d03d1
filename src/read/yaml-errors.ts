import {inBackticks, type Reading, reportAt, shown} from './reading.ts'

/** What the YAML library says of a flaw. */
export interface YamlFlaw {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

/** The remedy for every flaw that comes of words that YAML takes for marks of its own. */
export const textNote =
  'Text that holds a colon and a blank, or begins with a quotation mark, bracket or other sign, is safe after `>-`, on the next line, indented.'

/** A flaw said plainly. A local one leaves the rest of the file readable. */
interface Explanation {
  readonly message: string
  readonly note?: string
  readonly range?: readonly [number, number]
  readonly isLocal?: true
}

type Explain = (flaw: YamlFlaw, text: string) => Explanation

/**
 * Reports what the YAML library found, in plain English: local flaws, and the first that is not, since those after it are mostly its echo.
 * Returns the offset from which the file cannot be trusted.
 */
export function reportYamlFlaws(reading: Reading, flaws: readonly YamlFlaw[]): number {
  const {text} = reading.file
  for (const flaw of [...flaws].sort((a, b) => a.pos[0] - b.pos[0])) {
    const {message, note, range, isLocal} = explain(flaw, text)
    reportAt(reading, 'malformed-yaml', range ?? wordRange(flaw, text), message, note === undefined ? {} : {note})
    if (!isLocal) return text.lastIndexOf('\n', Math.min(flaw.pos[0], range?.[0] ?? flaw.pos[0]) - 1) + 1
  }
  return Number.POSITIVE_INFINITY
}

function explain(flaw: YamlFlaw, text: string): Explanation {
  const explainer = Object.hasOwn(explainers, flaw.code) ? explainers[flaw.code] : undefined
  return explainer?.(flaw, text) ?? unexplained(flaw)
}

function unexplained({message}: YamlFlaw): Explanation {
  const first = message.split('\n', 1)[0] ?? ''
  return {message: `YAML cannot be read here: ${first.charAt(0).toLowerCase()}${first.slice(1, 100)}`}
}

/** From the place of a flaw to the end of its line; at the end of a file, its last word. */
function wordRange({pos}: YamlFlaw, text: string): readonly [number, number] {
  const [start, lineEnd] = restOfLine(text, Math.min(pos[0], text.length))
  const from = start + (/^[ \t]*/.exec(text.slice(start, lineEnd))?.[0].length ?? 0)
  if (from < lineEnd) return [from, Math.min(lineEnd, Math.max(from + 1, pos[1]))]
  const end = text.slice(0, start).trimEnd().length
  return [Math.max(0, end - 1), end]
}

function restOfLine(text: string, start: number): readonly [number, number] {
  const lineEnd = text.indexOf('\n', start)
  return [start, start + text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd().length]
}

const needsMarks = 'expected quotation marks around the text, or `>-` before it'

/** The message for text that begins with a sign of YAML. */
export const beginsWith = (sign: string): string => `text begins with “${sign}”, ${needsMarks}`

/** The first colon at or after `from` that makes a key. */
function colonAfter(text: string, from: number): readonly [number, number] {
  const found = /:(?=[ \t\r\n]|$)/g
  found.lastIndex = from
  const at = found.exec(text)?.index ?? from
  return [at, at + 1]
}

/** The mark that opens a quotation which is never closed: the last one that is neither escaped nor doubled. */
function openingMark(text: string, end: number, mark: string): readonly [number, number] {
  let at = text.lastIndexOf(mark, end - 1)
  if (mark === '"') while (at > 0 && text[at - 1] === '\\') at = text.lastIndexOf(mark, at - 2)
  else while (at > 0 && text[at - 1] === mark) at = text.lastIndexOf(mark, at - 2)
  return [Math.max(0, at), Math.max(0, at) + 1]
}

/** By the codes of the library; where one code covers several flaws, its message tells them apart. */
const explainers: Readonly<Record<string, Explain>> = {
  TAB_AS_INDENT: ({pos}) => ({
    message: 'a tab indents this line, expected spaces',
    range: [pos[0], pos[0] + 1],
    isLocal: true
  }),
  BAD_SCALAR_START: ({pos}, text) => ({
    message: beginsWith(text[pos[0]] ?? ''),
    note: textNote,
    isLocal: true
  }),
  BAD_ALIAS: ({pos}, text) => ({message: beginsWith(text[pos[0]] ?? ''), note: textNote, isLocal: true}),
  BAD_DQ_ESCAPE: ({pos}, text) => ({
    message: `${inBackticks(text.slice(pos[0], pos[0] + 2))} is not an escape, expected \`\\\\\` for a backslash`,
    note: 'Between double quotation marks a backslash begins an escape; after `>-` it stands for itself.',
    range: [pos[0], pos[0] + 2],
    isLocal: true
  }),
  MULTIPLE_DOCS: ({pos}, text) => ({
    message: 'a second document begins here, expected one in a file',
    range: restOfLine(text, pos[0]),
    isLocal: true
  }),
  RESOURCE_EXHAUSTION: () => ({message: 'lists and maps are nested too deep, expected at most 50 levels'}),
  BLOCK_AS_IMPLICIT_KEY: ({message, pos}, text) =>
    message.startsWith('Nested')
      ? {message: `a colon inside text makes a key, ${needsMarks}`, note: textNote, range: colonAfter(text, pos[0])}
      : {message: 'this item is indented unlike its neighbours, expected the same column'},
  MULTILINE_IMPLICIT_KEY: explainLongKey,
  KEY_OVER_1024_CHARS: ({pos}, text) => ({
    message: `a colon inside text makes a key, ${needsMarks}`,
    note: textNote,
    range: colonAfter(text, pos[1])
  }),
  BAD_INDENT: explainIndent,
  MISSING_CHAR: explainMissing,
  UNEXPECTED_TOKEN: explainUnexpected
}

/** Words on a line of their own run into the key below them; words behind a key or dash run on to a colon of theirs. */
function explainLongKey({pos}: YamlFlaw, text: string): Explanation {
  const isOwnLine = text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1, pos[0]).trim() === ''
  if (isOwnLine) return standsAlone(pos[0], text)
  const range = colonAfter(text, pos[1])
  return {message: `a colon inside text makes a key, ${needsMarks}`, note: textNote, range}
}

function standsAlone(start: number, text: string): Explanation {
  const range = restOfLine(text, start)
  const words = shown(text.slice(...range))
  return {message: `“${words}” stands alone, expected a key with a colon, or more indentation`, range}
}

/** A bracket that is never closed is shown where it opens. */
function explainUnclosed({message, pos}: YamlFlaw, text: string): Explanation | undefined {
  const closing = /(?:end with a|with an?) ([\]}])/.exec(message)?.[1]
  if (closing === undefined) return undefined
  const opening = closing === ']' ? '[' : '{'
  let depth = 1
  let at = Math.min(pos[0], text.length)
  while (at > 0 && depth > 0) {
    at--
    if (text[at] === closing) depth++
    else if (text[at] === opening) depth--
  }
  // Closing marks in comments and quotations are counted above; when they hide the right one, the last one will do.
  if (depth > 0) at = Math.max(0, text.lastIndexOf(opening, pos[0]))
  return {message: `\`${opening}\` is never closed, expected \`${closing}\``, range: [at, at + 1]}
}

function explainIndent(flaw: YamlFlaw, text: string): Explanation {
  const {message} = flaw
  const unclosed = explainUnclosed(flaw, text)
  if (unclosed) return unclosed
  if (message.startsWith('Block scalar')) {
    return {message: 'text after `|` or `>` is indented too little, expected more blanks than before its key'}
  }
  return {message: 'this line is indented unlike its neighbours, expected the same column'}
}

function explainMissing(flaw: YamlFlaw, text: string): Explanation {
  const {message, pos} = flaw
  if (message.startsWith('Missing closing')) {
    const mark = message.includes('"') ? '"' : "'"
    return {
      message: `the quotation mark is never closed, expected \`${mark}\` at the end of the text`,
      note: textNote,
      range: openingMark(text, pos[0], mark)
    }
  }
  if (message.startsWith('Implicit map keys')) return standsAlone(pos[0], text)
  if (message.startsWith('Comments')) {
    return {message: '`#` follows another sign, expected a blank before a comment', isLocal: true}
  }
  if (message.startsWith('Missing ,')) return {message: 'two entries stand side by side, expected a comma between them'}
  if (message.startsWith('Sequence item')) return {message: 'no dash stands before this item, expected `- `'}
  if (message.startsWith('Block scalars')) {
    return {message: 'the first line is indented less than the empty line above it, expected as much'}
  }
  return explainUnclosed(flaw, text) ?? unexplained(flaw)
}

function explainUnexpected({message, pos}: YamlFlaw, text: string): Explanation {
  const range = restOfLine(text, pos[0])
  const words = shown(text.slice(...range))
  if (/^Unexpected .*scalar (at node end|token)/.test(message)) {
    const isLocal = message.endsWith('node end') ? ({isLocal: true} as const) : {}
    return {
      message: `“${words}” stands after a complete value, expected \`>-\` before the whole text`,
      note: textNote,
      range,
      ...isLocal
    }
  }
  if (message.startsWith('Not a YAML token')) {
    return {message: `“${words}” stands beside \`|\` or \`>\`, expected text from the next line on`, range}
  }
  if (message.startsWith('Unexpected block-seq-ind')) {
    return {
      message: '`-` stands on the line of its key, expected the list from the next line on',
      range: [pos[0], pos[0] + 1]
    }
  }
  if (/^Unexpected (?:,|empty item)/.test(message)) {
    return {message: 'nothing stands before this comma, expected a value', range: [pos[0], pos[0] + 1], isLocal: true}
  }
  return {message: `“${words}” has no meaning here, expected a key, a list or text`, range}
}
