import {isOn, readXml} from './xml.ts'

/** What a run or a style says of how words stand; undefined where it says nothing. */
export interface Look {
  readonly isHidden: boolean | undefined
  readonly isRaised: boolean | undefined
}

/** The looks of styles, with what they take from the styles that they are based on. */
export interface Styles {
  look(id: string | undefined): Look
}

const plain: Look = {isHidden: undefined, isRaised: undefined}
/** Styles may be based on each other in a ring. */
const longestChain = 20

interface Style {
  basedOn?: string
  isHidden?: boolean
  isRaised?: boolean
}

/** Reads which styles hide or raise their words; the rest of them is of no account here. */
export function readStyles(xml: string | undefined, part: string): Styles {
  const styles = new Map<string, Style>()
  let style: Style = {}
  if (xml !== undefined)
    readXml(xml, part, {
      open: ({name, attributes}, parent) => {
        if (name === 'style') {
          style = {}
          styles.set(attributes.styleId ?? '', style)
        } else if (name === 'basedOn' && attributes.val !== undefined) style.basedOn = attributes.val
        else if (name === 'vanish' && parent === 'rPr') style.isHidden = isOn(attributes.val)
        else if (name === 'vertAlign' && parent === 'rPr') style.isRaised = attributes.val === 'superscript'
        return name === 'tblStylePr' || name === 'pPrChange' || name === 'rPrChange' || name === 'docDefaults'
      }
    })
  return {look: id => (id === undefined ? plain : lookOf(styles, id))}
}

function lookOf(styles: ReadonlyMap<string, Style>, id: string): Look {
  let {isHidden, isRaised} = plain
  let style = styles.get(id)
  for (let i = 0; style !== undefined && i < longestChain; i++) {
    isHidden ??= style.isHidden
    isRaised ??= style.isRaised
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
  }
  return {isHidden, isRaised}
}
