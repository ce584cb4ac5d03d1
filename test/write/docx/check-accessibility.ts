import type {Package} from './read-docx.ts'
import {type Element, findAll, parseXml, valOf, wordsIn} from './xml.ts'

interface Parts {
  readonly body: Element
  readonly styles: Element
  readonly notes: Element
  readonly files: Package
}

/** Rules for accessible documents that can be tested on the package; each is true where it is kept. */
const rules: Readonly<Record<string, (parts: Parts) => boolean>> = {
  'title in the properties': ({files}) => /<dc:title>[^<]+</.test(files['docProps/core.xml']!),
  'default language': ({styles}) => /^[a-z]{2}/.test(valOf(findAll(styles, 'w:docDefaults')[0], 'w:lang') ?? ''),
  'language in the properties': ({files}) => /<dc:language>[a-z]{2}/.test(files['docProps/core.xml']!),
  'one heading of level 1, the title': parts => headings(parts).join() === '0',
  'no level left out': parts => headings(parts).every((level, index, all) => level <= (all[index - 1] ?? -1) + 1),
  'a style for each paragraph': ({body}) => findAll(body, 'w:p').every(one => valOf(one, 'w:pStyle') !== undefined),
  'no empty paragraph': ({body}) => findAll(body, 'w:p').every(paragraph => wordsIn(paragraph).trim() !== ''),
  'no layout by tabs and spaces': ({body}) =>
    findAll(body, 'w:p').every(paragraph => findAll(paragraph, 'w:tab').length < 2 && !/ {3}/.test(wordsIn(paragraph))),
  'no number typed before a clause': ({body}) =>
    findAll(body, 'w:p').every(paragraph => !/^\(?(\d{1,2}|[a-z])[.)]\s/.test(wordsIn(paragraph))),
  'links with words': ({body, notes}) =>
    [...findAll(body, 'w:hyperlink'), ...findAll(notes, 'w:hyperlink')].every(
      link => !/^(|click here|here|more)$/i.test(wordsIn(link).trim())
    ),
  'no picture without a description': ({body}) =>
    findAll(body, 'wp:docPr').every(({attributes}) => (attributes.descr ?? '') !== ''),
  'nothing floats in the text': ({files}) =>
    !/<wp:anchor|<v:textbox|<v:shape |<w:framePr/.test(files['word/document.xml']!),
  'no table for layout': ({body}) => findAll(body, 'w:tbl').length === 0,
  'contrast of 4.5 to 1': ({files}) =>
    ['styles', 'document', 'footnotes'].every(name =>
      [...files[`word/${name}.xml`]!.matchAll(/<w:color w:val="([\dA-F]{6})"/gi)].every(
        ([, color]) => contrastWithWhite(color!) >= 4.5
      )
    ),
  'compatibility mode of today': ({files}) =>
    /w:name="compatibilityMode"[^>]*w:val="15"/.test(files['word/settings.xml']!),
  'not protected': ({files}) => !/documentProtection/.test(files['word/settings.xml']!),
  'text of 11 points or more': ({styles}) => Number(valOf(findAll(styles, 'w:docDefaults')[0], 'w:sz') ?? 20) >= 22
}

export const accessibilityRules = Object.keys(rules)

/** The accessibility rules that a package breaks. */
export function checkAccessibility(files: Package): readonly string[] {
  const part = (path: string): Element => parseXml(files[path]!)
  const parts: Parts = {
    body: part('word/document.xml'),
    styles: part('word/styles.xml'),
    notes: part('word/footnotes.xml'),
    files
  }
  return Object.entries(rules).flatMap(([name, isKept]) => (isKept(parts) ? [] : [name]))
}

function headings({body, styles}: Parts): readonly number[] {
  const levels = new Map(
    findAll(styles, 'w:style').map(style => [style.attributes['w:styleId'], valOf(style, 'w:outlineLvl')])
  )
  return findAll(body, 'w:p').flatMap(paragraph => {
    const level = levels.get(valOf(paragraph, 'w:pStyle'))
    return level === undefined ? [] : [Number(level)]
  })
}

/** WCAG 2: the relative luminance of white over that of the color. */
function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map(start => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map(share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
