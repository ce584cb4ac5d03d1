export type {PreparedSource} from './prepare.ts'
export {prepareSource} from './prepare.ts'
export {findRepeatedWords} from './repeated.ts'
export type {
  DiffPart,
  Finding,
  QuotationOptions,
  QuotationVerdict,
  Repetition,
  SourceFormat,
  SourceOptions,
  Span,
  Warning,
  WarningKind
} from './types.ts'
export {verifyQuotation} from './verify.ts'
