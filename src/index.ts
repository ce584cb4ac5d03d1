export type {Compiled, CompileOptions, Output} from './compile.ts'
export {compile, report, resolve, write} from './compile.ts'
export type {
  DiffPart as QuotationDiffPart,
  Finding as QuotationFinding,
  PreparedSource,
  QuotationOptions,
  SourceOptions
} from './quote/index.ts'
export {prepareSource, verifyQuotation} from './quote/index.ts'
export {read} from './read/index.ts'
export type {CheckedFile, ReportFormat, ReportOptions, RuleSummary} from './report/index.ts'
export type {Rule} from './rules/index.ts'
export {check, rules} from './rules/index.ts'
export type * from './tree/index.ts'
export type {Format, FormatId, Written} from './write/index.ts'
export {formats} from './write/index.ts'
