import type {EarlierCopy, KeptRecord} from '../tree/index.ts'

/** The name of the list of kept sources; it stands in their folder. */
export const keptListName = 'whereas-sources.json'

/**
 * Reads a list of kept sources. What is in it decides whether a file counts as changed,
 * so a list that is not wholly understood is a problem, and nothing of it is used.
 */
export function readKeptList(text: string): readonly KeptRecord[] | {readonly problem: string} {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return {problem: 'it is not JSON'}
  }
  if (!isRecord(list) || list.version !== 1) return {problem: 'its `version` is unknown, expected `1`'}
  if (!Array.isArray(list.files)) return {problem: '`files` is not a list'}
  const wrong = list.files.findIndex(file => !isKeptRecord(file))
  if (wrong >= 0) return {problem: `entry ${wrong + 1} of \`files\` is not what \`source add\` writes`}
  const files: readonly KeptRecord[] = list.files // each was looked at above
  const names = files.map(({file}) => file)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  return twice === undefined ? files : {problem: `\`${twice}\` is in it twice`}
}

/** Prints the list, by name of file, so that two people who add sources do not change the same lines. */
export function printKeptList(files: readonly KeptRecord[]): string {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  return `${JSON.stringify({version: 1, files: sorted.map(inOrder)}, undefined, 2)}\n`
}

function inOrder(kept: KeptRecord): object {
  const {address, finalAddress, words, earlier} = kept
  return {
    ...copyInOrder(kept),
    ...(address === undefined ? {} : {address}),
    ...(finalAddress === undefined ? {} : {finalAddress}),
    ...(words === undefined ? {} : {words: {file: words.file, sha256: words.sha256}}),
    ...(earlier === undefined || earlier.length === 0 ? {} : {earlier: earlier.map(copyInOrder)})
  }
}

function copyInOrder({file, sha256, size, mediaType, charset, accessed}: EarlierCopy): object {
  return {file, sha256, size, mediaType, ...(charset === undefined ? {} : {charset}), accessed}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isKeptRecord(value: unknown): value is KeptRecord {
  if (!isCopy(value)) return false
  const {address, finalAddress, words, earlier = []} = value
  if (![address, finalAddress].every(isTextOrNone)) return false
  if (words !== undefined && !(isRecord(words) && isFileName(words.file) && isHash(words.sha256))) return false
  return Array.isArray(earlier) && earlier.every(isCopy)
}

function isCopy(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false
  const {file, sha256, size, mediaType, charset, accessed} = value
  const isDay = typeof accessed === 'string' && /^\d{4}-\d\d-\d\d$/.test(accessed)
  return isFileName(file) && isHash(sha256) && isSize(size) && isDay && isText(mediaType) && isTextOrNone(charset)
}

/** A list names files in its own folder and below, so that nobody is led elsewhere. */
function isFileName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(value)
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}
