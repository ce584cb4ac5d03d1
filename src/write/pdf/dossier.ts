import type {Dossier} from '../../tree/index.ts'
import {toDossierData} from './dossier-data.ts'
import {type ExportedPdf, exportAccessible} from './export.ts'
import {shippedFonts} from './fonts.ts'
import {startTypst, toJson} from './typst.ts'

/** Typst wants a time of making; the template sets no date, so that none is printed in the file. */
const timeless = 0

/** Writes a dossier as a PDF: tagged, with bookmarks, PDF/UA-1, the same bytes every time. */
export async function writeDossierPdf(dossier: Dossier, pageTemplate: string): Promise<ExportedPdf> {
  const typst = await startTypst()
  try {
    return exportAccessible(
      hasFallback => typst.set(pageTemplate, {data: toJson(toDossierData(dossier, hasFallback))}, timeless),
      shippedFonts[0]
    )
  } finally {
    typst.forget()
  }
}
