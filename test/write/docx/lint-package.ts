import type {Package} from './read-docx.ts'
import {childrenOf, type Element, findAll, parseXml, valOf, wordsIn} from './xml.ts'

/** What the validator does not see, each as a check of a whole package that names what it finds. */
const checks: readonly ((files: Package) => readonly string[])[] = [
  everyStyleExists,
  everyListExists,
  everyNoteHasOneReference,
  noLooseText,
  everyLanguageIsATag,
  everyDateIsADate,
  deletionsHoldDeletedText,
  everyFieldIsWhole,
  separatorsHoldNoNumber,
  everyTargetExists,
  idsAreCounted
]

/** Faults of a package that Word would stumble over and the Open XML validator lets pass. */
export function lintPackage(files: Package): readonly string[] {
  return checks.flatMap(check => check(files))
}

const loose = new Set(['w:t', 'w:instrText', 'w:delText'])

function parts(files: Package, pattern = /^word\/\w+\.xml$/): readonly (readonly [string, Element])[] {
  return Object.entries(files)
    .filter(([path]) => pattern.test(path))
    .map(([path, xml]) => [path, parseXml(xml)] as const)
}

function all(files: Package, name: string): readonly Element[] {
  return parts(files).flatMap(([, part]) => findAll(part, name))
}

function values(files: Package, name: string): readonly string[] {
  return all(files, name).map(element => element.attributes['w:val'] ?? '')
}

function missing(what: string, wanted: readonly string[], known: ReadonlySet<string | undefined>): readonly string[] {
  return [...new Set(wanted)].filter(one => !known.has(one)).map(one => `${what} ${one} does not exist`)
}

function everyStyleExists(files: Package): readonly string[] {
  const styles = all(files, 'w:style')
  const ids = (type?: string): ReadonlySet<string | undefined> =>
    new Set(
      styles
        .filter(({attributes}) => type === undefined || attributes['w:type'] === type)
        .map(style => style.attributes['w:styleId'])
    )
  return [
    ...missing('paragraph style', values(files, 'w:pStyle'), ids('paragraph')),
    ...missing('character style', values(files, 'w:rStyle'), ids('character')),
    ...['w:basedOn', 'w:next', 'w:link'].flatMap(name => missing(`${name} style`, values(files, name), ids())),
    ...parts(files, /word\/(document|footnotes|header\d|footer\d)\.xml/).flatMap(([path, part]) =>
      findAll(part, 'w:p')
        .filter(paragraph => valOf(paragraph, 'w:pStyle') === undefined && !isSeparator(paragraph))
        .map(() => `a paragraph of ${path} has no style`)
    )
  ]
}

function everyListExists(files: Package): readonly string[] {
  const ids = (name: string, key: string): ReadonlySet<string | undefined> =>
    new Set(all(files, name).map(({attributes}) => attributes[key]))
  return [
    ...missing('list', values(files, 'w:numId'), ids('w:num', 'w:numId')),
    ...missing('abstract list', values(files, 'w:abstractNumId'), ids('w:abstractNum', 'w:abstractNumId'))
  ]
}

function everyNoteHasOneReference(files: Package): readonly string[] {
  const ids = (name: string): readonly string[] =>
    all(files, name)
      .map(({attributes}) => attributes['w:id'] ?? '')
      .filter(id => Number(id) > 0)
      .toSorted()
  const [notes, references] = [ids('w:footnote'), ids('w:footnoteReference')]
  return notes.join() === references.join() ? [] : [`notes ${notes.join()} but references ${references.join()}`]
}

function noLooseText(files: Package): readonly string[] {
  const look = (element: Element): readonly string[] =>
    element.children.flatMap(child => {
      if (typeof child !== 'string') return look(child)
      return loose.has(element.name) ? [] : [`loose text in ${element.name}: ${child}`]
    })
  return parts(files).flatMap(([, part]) => look(part))
}

function everyLanguageIsATag(files: Package): readonly string[] {
  const tags = [...all(files, 'w:lang'), ...all(files, 'w:themeFontLang')].flatMap(({attributes}) =>
    Object.values(attributes)
  )
  const core = files['docProps/core.xml'] ?? ''
  return [...tags, /<dc:language>(.*?)<\/dc:language>/.exec(core)?.[1] ?? 'no language'].filter(tag => {
    try {
      return Intl.getCanonicalLocales(tag)[0] !== tag
    } catch {
      return true
    }
  })
}

function everyDateIsADate(files: Package): readonly string[] {
  const dates = [...(files['docProps/core.xml'] ?? '').matchAll(/<dcterms:\w+[^>]*>([^<]*)/g)].map(([, date]) => date!)
  const wrong = dates.filter(date => !/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(date) || Number.isNaN(Date.parse(date)))
  return dates.length === 2 ? wrong : ['no dates']
}

function deletionsHoldDeletedText(files: Package): readonly string[] {
  return all(files, 'w:del')
    .filter(deletion => findAll(deletion, 'w:t').length > 0)
    .map(deletion => `a deletion holds ${wordsIn(deletion)}`)
}

function everyFieldIsWhole(files: Package): readonly string[] {
  return all(files, 'w:p').flatMap(paragraph => {
    const steps = findAll(paragraph, 'w:fldChar').map(({attributes}) => attributes['w:fldCharType'])
    return /^(begin separate end ?)*$/.test(steps.join(' ')) ? [] : [`a field goes ${steps.join(' ')}`]
  })
}

function isSeparator(paragraph: Element): boolean {
  return findAll(paragraph, 'w:separator').length + findAll(paragraph, 'w:continuationSeparator').length > 0
}

function separatorsHoldNoNumber(files: Package): readonly string[] {
  const special = [...all(files, 'w:footnote'), ...all(files, 'w:endnote')].filter(note => note.attributes['w:type'])
  const numbers = special.flatMap(note => [...findAll(note, 'w:footnoteRef'), ...findAll(note, 'w:endnoteRef')])
  return [
    ...(special.length === 4 ? [] : ['not four separators']),
    ...numbers.map(({name}) => `a separator holds ${name}`)
  ]
}

function everyTargetExists(files: Package): readonly string[] {
  const starts = all(files, 'w:bookmarkStart')
  const names = starts.map(({attributes}) => attributes['w:name'] ?? '')
  const wanted = [
    ...all(files, 'w:hyperlink').flatMap(({attributes}) => (attributes['r:id'] ? [] : [attributes['w:anchor'] ?? ''])),
    ...all(files, 'w:instrText').flatMap(code => /NOTEREF (\w+)/.exec(wordsIn(code))?.[1] ?? [])
  ]
  return [
    ...missing('bookmark', wanted, new Set(names)),
    ...names.filter(name => !/^[A-Za-z_]\w{0,39}$/.test(name)).map(name => `bookmark ${name} has no lawful name`),
    ...(new Set(names.map(name => name.toLowerCase())).size === names.length ? [] : ['two bookmarks of one name']),
    ...(all(files, 'w:bookmarkEnd').length === starts.length ? [] : ['a bookmark without an end']),
    ...relationships(files)
  ]
}

function relationships(files: Package): readonly string[] {
  return parts(files).flatMap(([path, part]) => {
    const rels = files[`${path.replace('word/', 'word/_rels/')}.rels`]
    const known = rels === undefined ? [] : childrenOf(parseXml(rels)).map(({attributes}) => attributes.Id)
    const used = allAttributes(part, 'r:id')
    return missing(`relationship of ${path}`, used, new Set(known))
  })
}

function allAttributes(element: Element, name: string): readonly string[] {
  const own = element.attributes[name]
  return [...(own === undefined ? [] : [own]), ...childrenOf(element).flatMap(child => allAttributes(child, name))]
}

/** Ids that run 1 to n show that nothing random and nothing counted by the process is left. */
function idsAreCounted(files: Package): readonly string[] {
  const isCounted = (ids: readonly string[], prefix = ''): boolean =>
    ids.every((id, index) => id === `${prefix}${index + 1}`)
  const lists = Object.entries(files).filter(([path]) => path.endsWith('.rels'))
  const wrong = lists.filter(
    ([, xml]) =>
      !isCounted(
        [...xml.matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id!),
        'rId'
      )
  )
  const bookmarks = all(files, 'w:bookmarkStart').map(({attributes}) => attributes['w:id'] ?? '')
  return [
    ...wrong.map(([path]) => `ids of ${path} are not counted`),
    ...(isCounted(bookmarks) ? [] : [`bookmarks have ids ${bookmarks.join()}`])
  ]
}
