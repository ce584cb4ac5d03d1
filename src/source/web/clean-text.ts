/** Words with single blanks between them; control characters, those of writing direction and noncharacters are dropped. */
export function collapse(text: string): string {
  return text
    .replace(/[\s\u200b]+/gu, ' ')
    .replace(/[\p{Cc}\u00ad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]/gu, '')
    .replace(/[\ud800-\udfff]/gu, '') // with the flag `u` these are halves of pairs only
    .trim()
}

/** Character references, as pages leave them in JSON and metadata by escaping twice. */
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/gi
/** Tags that stand for the looks of a word. */
const tag = /<\/?(?:i|em|b|strong|sub|sup|span|small|br|p)(?: [^<>]{0,200})?\/?>/gi

/** What cleans one value of metadata: references decoded by the table of HTML, tags for looks taken out, white space collapsed. */
export async function metadataCleaner(): Promise<(text: string) => string> {
  const {parseFragment} = await import('parse5')
  const decode = (found: string): string => {
    const [child] = parseFragment(found).childNodes
    return child && 'value' in child ? child.value : found
  }
  return text => collapse(text.replace(reference, decode).replace(tag, ''))
}

const longestTitle = 500

/** A title of at most 500 UTF-16 units; a longer one ends with an ellipsis after a whole word. */
export function shorten(title: string): string {
  if (title.length <= longestTitle) return title
  const end = title.lastIndexOf(' ', longestTitle - 1)
  return `${collapse(title.slice(0, end > longestTitle / 2 ? end : longestTitle - 1))}…`
}
