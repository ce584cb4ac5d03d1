import {parse as parseHtml} from 'parse5'
import {extractText, getDocumentProxy} from 'unpdf'
import {expect} from 'vitest'
import {lintPackage} from '../write/docx/lint-package.ts'
import {unpack} from '../write/docx/read-docx.ts'
import {wordsOfDocx, wordsOfMarkdown} from '../write/words.ts'

/** Whether a document that was written, told by its name, is whole, can be read and holds nothing that acts. */
export async function expectWhole(name: string, bytes: Uint8Array): Promise<void> {
  const text = Buffer.from(bytes).toString()
  if (name.endsWith('.docx')) {
    expect(lintPackage(unpack(bytes))).toEqual([])
    wordsOfDocx(bytes)
  } else if (name.endsWith('.pdf')) {
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    const {totalPages} = await extractText(await getDocumentProxy(Uint8Array.from(bytes)))
    expect(totalPages).toBeGreaterThan(0)
  } else {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is looked for.
    expect(text).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/)
    expect(text).not.toContain('\ufffe')
  }
  if (name.endsWith('.md')) wordsOfMarkdown(bytes)
  if (name.endsWith('.html')) {
    const problems: string[] = []
    const page = parseHtml(text, {onParseError: ({code}) => problems.push(code), sourceCodeLocationInfo: true})
    // The controls from U+0080 on are characters of XML and of YAML; HTML shows them, and minds.
    expect(problems.filter(code => !code.endsWith('-in-input-stream'))).toEqual([])
    expect(JSON.stringify(page, (key, value) => (key === 'parentNode' ? undefined : value))).not.toMatch(
      /"tagName":"script"|"name":"(?:href|src)","value":"javascript:|"name":"on/
    )
  }
}
