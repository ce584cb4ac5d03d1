import type {Dossier} from '../../tree/dossier.ts'
import {toDossierData} from './dossier-data.ts'
import {type ExportedPdf, exportAccessible} from './export.ts'
import {startTypst} from './typst.ts'

/** Typst wants a time of making; the template sets no date, so that none is printed in the file. */
const timeless = 0

/** Half of a character, which Typst takes for broken JSON. */
const loneSurrogate = /\p{Surrogate}/gu

/** Writes a dossier as a PDF: tagged, with bookmarks, PDF/UA-1, the same bytes every time. */
export async function writeDossierPdf(dossier: Dossier, pageTemplate: string): Promise<ExportedPdf> {
  const typst = await startTypst()
  return exportAccessible(hasFallback => {
    const data = JSON.stringify(toDossierData(dossier, hasFallback), (_, value: unknown) =>
      typeof value === 'string' ? value.replace(loneSurrogate, '\ufffd') : value
    )
    return typst.set(pageTemplate, {data}, timeless)
  })
}
