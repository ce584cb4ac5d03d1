export {extractPdf} from './extract.ts'
export type {PdfLimits} from './read.ts'
export {readPdf} from './read.ts'
