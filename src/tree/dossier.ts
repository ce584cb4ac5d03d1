/** The evidence for a resolution as a document: every word decided, so that all formats say the same. */
export interface Dossier {
  readonly title: string
  /** BCP 47, of our own words: `en`, or the variant of English that the resolution is in. */
  readonly language: string
  readonly labels: DossierLabels
  /** The title first, as the only heading of level 1. */
  readonly blocks: readonly DossierBlock[]
}

/** Words that a format needs at its edges. */
export interface DossierLabels {
  /** Such as `Page {page} of {pages}`. */
  readonly pageOf: string
  /** For the link that passes over what stands at the head of a web page. */
  readonly skip: string
  /** Said before and after marked words to those who hear a page and see no marks. */
  readonly spoken: {
    readonly [Mark in DossierMark]: {readonly before: string; readonly after: string}
  }
}

export type DossierBlock = DossierHeading | DossierParagraph | DossierList | DossierFacts | DossierPassage

/** Level 1 is the title; headings of level 2 and 3 part the document. `id` is unique: links lead to it. */
export interface DossierHeading {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3
  readonly id: string
  readonly runs: readonly DossierRun[]
}

export interface DossierParagraph {
  readonly type: 'paragraph'
  /** `label` names what comes next and stays with it; `wayBack` only leads to another part of the document. */
  readonly role: 'text' | 'label' | 'wayBack'
  readonly runs: readonly DossierRun[]
}

export interface DossierList {
  readonly type: 'list'
  /** Whether its items lead to parts of the document, as a table of contents does. */
  readonly isContents: boolean
  readonly items: readonly (readonly DossierRun[])[]
}

/** Names and what there is to say of each: address, date of access, hash. */
export interface DossierFacts {
  readonly type: 'facts'
  readonly rows: readonly {readonly label: string; readonly runs: readonly DossierRun[]}[]
}

/** Words of others, set apart. */
export interface DossierPassage {
  readonly type: 'passage'
  /** BCP 47, where it is not that of the document. */
  readonly language: string | undefined
  readonly runs: readonly DossierRun[]
}

/** `quoted` marks the words a quotation took; `removed` stands in the quotation only, `added` in the source only. */
export type DossierMark = 'quoted' | 'removed' | 'added'

export interface DossierRun {
  readonly text: string
  readonly style?: 'strong' | 'emphasis' | 'code' | DossierMark
  /** An address (http, https), or `#id` of a heading. */
  readonly link?: string
}
