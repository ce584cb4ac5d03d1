/** A resolution that has eaten words somewhere, what its documents must say, and what its notes must. */
export interface Tricky {
  readonly yaml: string
  readonly says: readonly string[]
  readonly notes?: readonly string[]
}

const sources = `
sources:
  mill: {type: book, title: On Liberty, author: {family: Mill, given: John Stuart}, publisher: Parker, issued: 1859}
  udhr: {type: treaty, title: Universal Declaration of Human Rights}
`

export const tricky: Readonly<Record<string, Tricky>> = {
  'numbers given by hand': {
    yaml: `
title: Numbers
whereas:
  - the first[^2]
  - the second[^5], and again[^5]
  - the third [@mill]
  - the last[^9]
resolved:
  - acts[^2]
notes:
  2: Two, see [@mill, 12].
  5: "Five: [@udhr, art. 19]."
  9: Nine.
${sources}`,
    says: ['the first[^2];', 'the second[^5], and again[^5]', 'the third[^6]', 'the last[^9]; now', 'acts.[^2]'],
    notes: ['2 Two, see John Stuart Mill, On Liberty (Parker, 1859), 12.', '9 Nine.']
  },
  'nested quotations': {
    yaml: `
title: Quotations
whereas:
  - 'he said "she said ''they said \\"no\\" to it'' and left" [@mill]'
  - he said “she said ‘they said “no” to it’ and left” [@mill]
  - "the readers' \\"right\\" of the '90s, 5' 10\\" tall"
resolved:
  - acts on “[t]he … right . . . of [all]” [@mill]
${sources}`,
    says: [
      `he said "she said 'they said "no" to it' and left"[^1]; `.trim(),
      'he said “she said ‘they said “no” to it’ and left”[^2]',
      `the readers' "right" of the '90s, 5' 10" tall`,
      'acts on “[t]he … right . . . of [all]”.[^3]'
    ]
  },
  'hostile characters': {
    yaml: `
title: "#1 *Title* <with> & _signs_ $5 [x] \`y\`"
whereas:
  - '[t]he * star, _ line, \\ stroke, < less & more, # hash, $ dollar, \`tick\`, ~wave~, ^roof^, {brace}, |bar|, =, +'
  - 1. is a number and so is 2)
  - "# is no heading, - is no list"
  - "- dash, + plus, > more, --- rule, === rule, \\u00a0no-break\\u00a0space, soft\\u00adhyphen, 1990–2020, em—dash"
  - "http://example.org/a_b*c?d=1&e=2 and pat@example.org and &amp; &#38; &nbsp; <b>bold</b> <!-- comment -->"
  - "straight ' and \\" beside curly ‘ ’ “ ” and … and ′ ″"
resolved:
  - "2. is not its number"
  - "1) likewise no item; *emphasis* and **strong** are"
`,
    says: [
      '#1 *Title* <with> & _signs_ $5 [x] `y`',
      '[t]he * star, _ line, \\ stroke, < less & more, # hash, $ dollar, `tick`, ~wave~, ^roof^, {brace}, |bar|, =, +',
      'Whereas 1. is a number and so is 2)',
      '# is no heading, - is no list',
      '- dash, + plus, > more, --- rule, === rule, \u00a0no-break\u00a0space, soft\u00adhyphen, 1990–2020, em—dash',
      'http://example.org/a_b*c?d=1&e=2 and pat@example.org and &amp; &#38; &nbsp; <b>bold</b> <!-- comment -->',
      'emphasis and strong are.'
    ]
  },
  scripts: {
    yaml: `
title: "R\\u00e9solution, Re\\u0301solution"
whereas:
  - "caf\\u00e9 and cafe\\u0301, o\\u0308 and \\u00f6, Å and A\\u030a"
  - "שלום is peace, 和平 and 平和 are peace"
  - "Ελλάδα and Россия"
resolved:
  - acts
`,
    says: ['Re\u0301solution', 'café and cafe\u0301', 'שלום is peace, 和平 and 平和 are peace']
  },
  'several paragraphs with a quotation set off': {
    yaml: `
title: Paragraphs
whereas:
  - |
    the declaration says:

    > Everyone has the right to freedom
    > of opinion and expression [@udhr, art. 19]

    and it goes on to say why
resolved:
  - |
    acts so:

    > first
  - acts again
${sources}`,
    says: [
      'the declaration says:\nEveryone has the right to freedom of opinion and expression[^1]\nand it goes on to say why; now'
    ]
  },
  'a note with several sources': {
    yaml: `
title: Notes
whereas:
  - the right to read [see @mill, chap. 2; @udhr, art. 19, for the words]^[Written by hand, with *emphasis*, 5 * 3, and [@mill].]
resolved:
  - acts
${sources}`,
    says: ['the right to read[^1][^2]; now']
  },
  'addresses with notes right behind them': {
    yaml: `
title: Addresses
whereas:
  - see https://example.org/a_b[^7] and https://example.org/c?d=[e][@mill]
  - and (https://example.org/f)^[https://example.org/g_h_i.]
resolved:
  - acts
notes: {7: Seven.}
${sources}`,
    says: ['a_b[^7] and https://example.org/c?d=[e][^8];', '(https://example.org/f)[^9]; now'],
    notes: ['9 https://example.org/g_h_i.']
  },
  'many pages': {
    yaml: `
title: Pages
number: CD#1
whereas:
${Array.from({length: 60}, (_, index) => `  - ${'many words of a clause '.repeat(12)}number ${index + 1} [@mill, ${index + 1}; @udhr]`).join('\n')}
resolved:
${Array.from({length: 12}, (_, index) => `  - ${'acts at some length '.repeat(9)}${index + 1}`).join('\n')}
${sources}`,
    says: ['number 60[^60]; now, therefore, be it', '12. acts at some length']
  },
  'a draft by a committee': {
    yaml: `
title: Draft
number: CD#1
meeting: Midwinter – 2026
date: 2026-02-03
status: referred
mover: {unit: Committee on <Rights> & *Duties*}
seconder: {name: Sam_Example, role: "Councilor, 5th", email: sam_e@example.org, phone: "+1 (555) 0100"}
endorsers:
  - {unit: 'Round Table #1', in-principle: true, date: 2026-01-02}
  - {name: Kim Example}
resolved:
  - acts
`,
    says: [
      'Referred by the Council of the American Library Association February 3, 2026',
      'Mover: Committee on <Rights> & *Duties*',
      'Seconder: Sam_Example, Councilor, 5th, +1 (555) 0100, sam_e@example.org',
      'Endorsed in principle by Round Table #1, January 2, 2026',
      'Endorsed by Kim Example'
    ]
  }
}
