import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {prepareSource, verifyQuotation} from '../../src/quote/index.ts'
import {readCases} from './read-cases.ts'

const folder = new URL('./cases/', import.meta.url)

for (const name of readdirSync(folder).sort()) {
  const tables = readCases(readFileSync(new URL(name, folder), 'utf8'))
  describe(name.replace('.txt', ''), () => {
    for (const table of tables) {
      const source = prepareSource(table.text, {format: table.format, language: table.language})
      for (const {heading, verdict, quotation, after, warnings, errors} of table.cases)
        test(`${heading}: ${verdict}: ${quotation}${after === undefined ? '' : ` ${after}`}`, () => {
          const finding = verifyQuotation(source, quotation, after === undefined ? {} : {after})
          expect(finding.verdict).toBe(verdict)
          if (verdict === 'verbatim' || verdict === 'altered') {
            const kinds = finding.warnings.map(warning => warning.kind)
            if (warnings.length === 0) expect(finding.warnings).toEqual([])
            for (const kind of warnings) expect(kinds).toContain(kind)
          }
          if (errors !== undefined) expect(finding.errors).toEqual(errors)
        })
    }
  })
}
