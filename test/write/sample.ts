import type {PrintedInline, PrintedResolution} from '../../src/tree/index.ts'

const text = (value: string): PrintedInline => ({type: 'text', value})
const mark = (number: number, isFirst = true, key = 1): PrintedInline => ({type: 'noteReference', number, isFirst, key})

/** Characters that some writer, somewhere, has eaten: each must come out as it is. */
export const hostileWords =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a writer may take it for one
  '1. *a* _b_ \\c `d` #e $f$ <g> &amp; & [h](i) ![j] [k]: l ~m~ ^n^ @o "p" “q” ‘r’ – — … \u00a0s e\u0301 שלום 漢字; #panic("x") ${y} {{z}} //; /* */ || == +1 -2 = > < % ^_~\''

/** A resolution with every node that a writer can meet. */
export const sample: PrintedResolution = {
  type: 'printedResolution',
  language: 'en-US',
  page: {
    paper: 'us-letter',
    margin: 1,
    font: 'Times New Roman',
    pdfFont: 'Tinos',
    size: 12,
    noteSize: 10,
    hangingIndent: 0.5,
    hasLineNumbers: false
  },
  properties: {
    title: 'Resolution on the Privacy of Readers & <Others>',
    organisation: 'American Library Association',
    number: '2025-2026 ALA CD#23',
    meeting: '2026 ALA Annual Conference',
    date: '2026-06-28',
    status: 'adopted',
    authors: ['Pat Example', 'Sam Example'],
    keywords: ['resolution', 'American Library Association']
  },
  header: ['2025-2026 ALA CD#23', '2026 ALA Annual Conference'],
  mark: undefined,
  blocks: [
    {type: 'status', children: [text('This resolution was referred to a committee.')]},
    {type: 'title', children: [text('Resolution on the Privacy of Readers & <Others>')]},
    {
      type: 'whereasClause',
      number: undefined,
      id: 'freedom',
      paragraphs: [
        {
          type: 'paragraph',
          children: [
            {type: 'leadIn', value: 'Whereas'},
            text(' the United Nations proclaims that '),
            {
              type: 'quotation',
              open: '"',
              close: '"',
              children: [
                {type: 'alteration', children: [text('e')]},
                text('veryone has '),
                {type: 'quotation', open: '‘', close: '’', children: [text('the right')]},
                text(' '),
                {type: 'omission', value: '. . .'},
                text(' to freedom')
              ]
            },
            mark(1),
            text('; and')
          ]
        }
      ]
    },
    {
      type: 'whereasClause',
      number: undefined,
      id: undefined,
      paragraphs: [
        {
          type: 'paragraph',
          children: [
            {type: 'leadIn', value: 'Whereas'},
            text(' '),
            {type: 'emphasis', children: [text('The Open Shelf')]},
            text(', '),
            {type: 'strong', children: [text('bold '), {type: 'emphasis', children: [text('and italic')]}]},
            text(', a '),
            {type: 'link', url: 'https://example.org/a?b=1&c=(2)', children: [text('link')]},
            text(', and '),
            text(hostileWords),
            text(' say:')
          ]
        },
        {type: 'blockQuotation', children: [text('A quotation set off from the clause.')]},
        {
          type: 'paragraph',
          children: [text('and it goes on'), mark(2), mark(1, false, 2), text('; now, therefore, be it')]
        }
      ]
    },
    {
      type: 'resolvedLead',
      children: [
        {type: 'leadIn', value: 'Resolved'},
        text(', that the American Library Association (ALA), on behalf of its members:')
      ]
    },
    {
      type: 'resolvedClause',
      number: '1.',
      id: undefined,
      paragraphs: [{type: 'paragraph', children: [text('urges care'), mark(3), text('; and')]}]
    },
    {
      type: 'resolvedClause',
      number: '2.',
      id: 'report',
      paragraphs: [{type: 'paragraph', children: [text('directs its staff to report.')]}]
    },
    {type: 'mover', label: 'Mover:', children: [text('Pat Example, Councilor-at-Large')]},
    {type: 'mover', label: 'Seconder:', children: [text('Sam Example, Chapter Councilor')]},
    {
      type: 'adoption',
      children: [text('Adopted by the Council of the American Library Association, June 28, 2026')]
    },
    {type: 'signature', name: 'Alex Secretary', role: 'Executive Director and Secretary of the ALA Council'}
  ],
  notes: [
    {
      number: 1,
      paragraphs: [
        {
          type: 'paragraph',
          children: [
            text('United Nations, '),
            {type: 'emphasis', children: [text('Universal Declaration')]},
            text(', art. 19, accessed May 2, 2026, '),
            {type: 'link', url: 'https://www.un.org/en/', children: [text('https://www.un.org/en/')]},
            text('.')
          ]
        }
      ]
    },
    {
      number: 2,
      paragraphs: [
        {
          type: 'paragraph',
          children: [
            {type: 'smallCaps', children: [text('Small Caps')]},
            text(', 1'),
            {type: 'superscript', children: [text('st')]},
            text(' ed., H'),
            {type: 'subscript', children: [text('2')]},
            text('O, '),
            {type: 'underline', children: [text('underlined')]},
            text('; a_b [x] 5 * 3.')
          ]
        },
        {type: 'paragraph', children: [text('A second paragraph.')]}
      ]
    },
    {number: 3, paragraphs: [{type: 'paragraph', children: [text(hostileWords)]}]}
  ],
  labels: {pageOf: 'Page {page} of {pages}', notes: 'Notes', backToText: 'Back to the text'}
}
