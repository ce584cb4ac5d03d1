const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Words made safe for the text of an element and for a quoted attribute. Quotation marks stay as they are in text. */
export function escapeText(words: string): string {
  return words.replace(/[&<>]/g, character => references[character] ?? character)
}

export function escapeAttribute(words: string): string {
  return words.replace(/[&<>"']/g, character => references[character] ?? character)
}

/** Attributes in the order given, each with a space before it; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(`${value}`)}"`)
    .join('')
}

/** A CSS string; whatever could end it, or the style element around it, is written as a number. */
export function cssString(words: string): string {
  return `"${words.replace(/["\\<>&\p{Cc}]/gu, character => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`
}
