import type {Dossier} from '../tree/index.ts'
import type {Written} from './index.ts'

export const dossierFormats = ['html', 'md', 'docx', 'pdf'] as const
export type DossierFormat = (typeof dossierFormats)[number]

export interface DossierOptions {
  /** The text of `templates/evidence.typ`; the PDF needs it. */
  readonly pageTemplate?: string | undefined
}

type Writer = (dossier: Dossier, options: DossierOptions) => Promise<Written>

const text = (words: string): Written => ({bytes: new TextEncoder().encode(words), warnings: []})

/** Each loads its libraries when it is called, so that nobody waits for those of another format. */
const writers: {readonly [Format in DossierFormat]: Writer} = {
  html: async dossier => text((await import('./html/dossier.ts')).writeDossierHtml(dossier)),
  md: async dossier => text((await import('./markdown/dossier.ts')).writeDossierMarkdown(dossier)),
  docx: async dossier => ({bytes: (await import('./docx/dossier.ts')).writeDossierDocx(dossier), warnings: []}),
  pdf: async (dossier, {pageTemplate}) => {
    if (pageTemplate === undefined) throw new TypeError('A PDF needs the page template')
    const {bytes, warnings} = await (await import('./pdf/dossier.ts')).writeDossierPdf(dossier, pageTemplate)
    return {bytes, warnings}
  }
}

/** Prints a dossier in a format. */
export function writeDossier(dossier: Dossier, format: DossierFormat, options: DossierOptions = {}): Promise<Written> {
  return writers[format](dossier, options)
}
