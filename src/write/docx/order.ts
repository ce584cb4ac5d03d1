/** The children of `w:pPr` and `w:rPr` in the order of the schema (ECMA-376, Part 1, CT_PPr and EG_RPrBase). */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': names(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs',
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd',
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment',
    'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'
  ),
  'w:rPr': names(
    'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint',
    'noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText',
    'vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'
  )
}

interface Element {
  readonly name: string
  readonly children: {readonly name: string; readonly xml: string}[]
  readonly tag: string
}

/** A tag or the text between two tags; attribute values hold no `>`, the writer escapes it. */
const token = /<[^>]*>|[^<]+/g

/** Puts the properties of paragraphs and runs in order, however deep they are nested; everything else stays as it is. */
export function orderProperties(xml: string): string {
  const root: Element = {name: '', children: [], tag: ''}
  const open: Element[] = [root]
  for (const [part] of xml.matchAll(token)) {
    const top = open.at(-1) ?? root
    const name = /^<\/?([\w:]+)/.exec(part)?.[1] ?? ''
    if (part.startsWith('</') && open.length > 1) {
      open.pop()
      const outer = open.at(-1) ?? root
      outer.children.push({name, xml: top.tag + inOrder(top) + part})
    } else if (name === '' || part.endsWith('/>')) top.children.push({name, xml: part})
    else open.push({name, children: [], tag: part})
  }
  return inOrder(root)
}

function inOrder(element: Element): string {
  const order = orders[element.name]
  const children =
    order === undefined
      ? element.children
      : element.children.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
  return children.map(child => child.xml).join('')
}

function names(...lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => line.split(' ').map(name => `w:${name}`))
}
