import type {PrintedResolution} from '../../tree/index.ts'
import {type ExportedPdf, exportAccessible} from './export.ts'
import {toPageData} from './page-data.ts'
import {startTypst, toJson} from './typst.ts'

export interface PdfOptions {
  /** The text of `page.typ`. */
  readonly pageTemplate: string
  /** Seconds since 1970; by default the date of the resolution. */
  readonly creationTimestamp?: number
}

/** Writes the PDF: tagged, PDF/UA-1, the same bytes every time. */
export async function writePdf(printed: PrintedResolution, options: PdfOptions): Promise<ExportedPdf> {
  const timestamp = options.creationTimestamp ?? toTimestamp(printed.properties.date)
  const day = new Date(timestamp * 1000)
  const date = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
  const typst = await startTypst()
  try {
    return exportAccessible(
      hasFallback => typst.set(options.pageTemplate, {data: toJson(toPageData(printed, date, hasFallback))}, timestamp),
      printed.page.pdfFont
    )
  } finally {
    typst.forget()
  }
}

/** The first second of the day; 1 January 2000 where there is no date that a calendar knows. */
function toTimestamp(date: string | undefined): number {
  const milliseconds = date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN
  return (Number.isNaN(milliseconds) ? Date.UTC(2000, 0, 1) : milliseconds) / 1000
}
