import {defineRule, type Rule} from './define.ts'

/** The page was fetched again and no longer has the words; an earlier copy has them. */
export const vanishedQuotation: Rule = defineRule(
  {
    id: 'vanished-quotation',
    severity: 'warning',
    summary: 'A quotation still stands in its source as it was fetched last.'
  },
  ({quotations}, report) => {
    for (const {vanished, quotation, sourceId} of quotations) {
      if (!vanished) continue
      const {path, accessed, currentPath, currentAccessed} = vanished
      report({
        message: `\`${sourceId}\` has changed: the words stood there on ${accessed}, and no longer on ${currentAccessed}`,
        place: quotation.place,
        note: `the quotation is right by \`${path}\`, which was kept, and is not in \`${currentPath}\`; cite an archived copy of the page (\`archive\`), with \`accessed: ${accessed}\``
      })
    }
  }
)
