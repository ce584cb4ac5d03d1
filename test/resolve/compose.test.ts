import {describe, expect, test} from 'vitest'
import {make, ours} from './support.ts'

const resolving = async (...resolved: readonly string[]): Promise<readonly string[]> => {
  const list = resolved.map(text => `  - ${JSON.stringify(text)}\n`).join('')
  const {lines} = await make(`title: T\nwhereas: [x]\nresolved:\n${list}sources: {a: {type: book, title: Apples}}\n`)
  return lines.slice(2)
}

const lead = 'Resolved, that the American Library Association (ALA), on behalf of its members'

describe('the end of a resolved clause', () => {
  test.each([
    ['acts', 'acts.'],
    ['acts.', 'acts.'],
    ['acts in the U.S.', 'acts in the U.S.'],
    ['acts with Acme, Inc.', 'acts with Acme, Inc.'],
    ['says "act"', 'says "act".'],
    ['says “act.”', 'says “act.”'],
    ['says “act!”', 'says “act!”'],
    ['asks (why?)', 'asks (why?)'],
    ['says “act . . .”', 'says “act . . .”'],
    ['says “act.” [@a]', 'says “act.”[^1]'],
    ['acts [@a]', 'acts.[^1]'],
    ['acts in the U.S. [@a]', 'acts in the U.S.[^1]'],
    ['acts; and', 'acts.'],
    ['reads *Emma.*', 'reads Emma.']
  ])('%s', async (typed, printed) => {
    expect(await resolving(typed)).toEqual([`${lead}, ${printed}`])
  })

  test('a stop that belongs to a word stays before the join', async () => {
    expect(await resolving('acts in the U.S.', 'acts with Acme, Inc.; and', 'rests.')).toEqual([
      `${lead}:`,
      '1. acts in the U.S.;',
      '2. acts with Acme, Inc.; and',
      '3. rests.'
    ])
  })
})

describe('who resolves', () => {
  test.each([
    'urges care',
    'Resolved, that the American Library Association (ALA), on behalf of its members, urges care',
    'RESOLVED, That the American  Library Association (ALA), on behalf of its members: urges care',
    'the American Library Association (ALA), on behalf of its members, urges care',
    'Be it resolved that The American Library Association (ALA), on behalf of its members, urges care.'
  ])('the actor is printed once: %s', async typed => {
    expect(await resolving(typed)).toEqual([`${lead}, urges care.`])
  })

  test('another actor is kept', async () => {
    const typed = 'Resolved, that the Council of the American Library Association urges care'
    expect(await resolving(typed)).toEqual([`${typed}.`])
    const short = 'Resolved, that the American Library Association (ALA) urges care'
    expect(await resolving(short)).toEqual([`${short}.`])
  })

  test('in a list the actor stands in the lead', async () => {
    expect(
      await resolving(
        '1. Resolved, that the American Library Association (ALA), on behalf of its members, urges care; and',
        'be it further resolved that the American Library Association (ALA), on behalf of its members, rests'
      )
    ).toEqual([`${lead}:`, '1. urges care; and', '2. rests.'])
  })

  test('the number of the clause behind the actor is printed once, another number stays', async () => {
    const typed = (number: string) =>
      `Resolved, that the American Library Association (ALA), on behalf of its members: ${number} urges care`
    expect(await resolving(typed('1.'), '2. rests')).toEqual([`${lead}:`, '1. urges care; and', '2. rests.'])
    expect(await resolving(typed('3.'), 'rests')).toEqual([`${lead}:`, '1. 3. urges care; and', '2. rests.'])
  })

  test('the words after the actor keep their place in the file', async () => {
    const {resolved} = await make(
      `title: T\nwhereas: [x]\nresolved:\n  - "Resolved, that the American Library Association (ALA), on behalf of its members, acts ‘so"\n`
    )
    expect(resolved.printed.blocks.at(-1)).toMatchObject({type: 'resolvedClause', number: undefined})
  })
})

describe('one resolved clause and several', () => {
  test('two clauses: the and comes before the last', async () => {
    expect(await resolving('acts', 'rests')).toEqual([`${lead}:`, '1. acts; and', '2. rests.'])
  })

  test('a template may number a lone clause', async () => {
    const files = {
      'ours/template.yaml': 'name: o\norganisation: O\nwords: {actor: our association, numbers-lone-action: true}\n'
    }
    const {lines} = await make('template: ./ours\ntitle: T\nwhereas: [x]\nresolved: [acts]\n', files)
    expect(lines.slice(2)).toEqual(['Resolved, that our association:', '1. acts.'])
  })

  test('no whereas clause: the resolution begins with what is resolved', async () => {
    const {lines, findings} = await make('title: T\nresolved: [acts]\n')
    expect(lines).toEqual(['T', `${lead}, acts.`])
    expect(findings).toEqual(['missing-key: the resolution has no `whereas`, expected a list'])
  })

  test('one whereas clause has the bridge, the last but one the and', async () => {
    expect((await make('title: T\nwhereas: [a]\nresolved: [acts]\n')).lines[1]).toBe('Whereas a; now, therefore, be it')
    expect((await make('title: T\nwhereas: [a, b, c]\nresolved: [acts]\n')).lines.slice(1, 4)).toEqual([
      'Whereas a;',
      'Whereas b; and',
      'Whereas c; now, therefore, be it'
    ])
  })
})

describe('what became of the resolution', () => {
  const people = `
mover: {name: Pat Example, role: Councilor, email: pat@example.org, phone: 555 0100}
seconder: {unit: Committee on Rights}
endorsers:
  - {unit: Round Table, in-principle: true, date: 2026-05-15}
  - Kim Example
attested-by: {name: Alex Example}
`
  const made = async (status: string, more = '') =>
    (await make(`title: T\nstatus: ${status}\nwhereas: [x]\nresolved: [acts]\n${people}${more}`)).lines
  const date = 'date: 2026-06-30\n'
  const movers = [
    'Mover: Pat Example, Councilor, 555 0100, pat@example.org',
    'Seconder: Committee on Rights',
    'Endorsed in principle by Round Table, May 15, 2026',
    'Endorsed by Kim Example'
  ]

  test.each(['draft', 'submitted'])('%s: no sentence, the people behind it', async status => {
    expect(await made(status, date)).toEqual(['T', 'Whereas x; now, therefore, be it', `${lead}, acts.`, ...movers])
  })

  test.each([
    ['withdrawn', 'Withdrawn from consideration'],
    ['referred', 'Referred by the Council of the American Library Association'],
    ['defeated', 'Defeated by the Council of the American Library Association']
  ])('%s: a sentence before the title, the people behind it', async (status, sentence) => {
    expect(await made(status, date)).toEqual([
      `${sentence} June 30, 2026`,
      'T',
      'Whereas x; now, therefore, be it',
      `${lead}, acts.`,
      ...movers
    ])
    expect((await made(status))[0]).toBe(sentence)
  })

  test('adopted: endorsers, adoption and attestation, not mover and seconder', async () => {
    expect((await made('adopted', date)).slice(3)).toEqual([
      'Endorsed in principle by Round Table, May 15, 2026',
      'Endorsed by Kim Example',
      'Adopted by the Council of the American Library Association June 30, 2026',
      'Alex Example',
      'Executive Director and Secretary of the ALA Council'
    ])
  })

  test('a status that there is none of counts as draft', async () => {
    const {findings, lines} = await make(`title: T\nstatus: adoptd\nwhereas: [x]\nresolved: [acts]\n${people}`)
    expect(findings).toEqual(['unknown-value: `adoptd` is not a status, expected `adopted`'])
    expect(lines.slice(3)).toEqual(movers)
  })

  test('a template words its statuses, and may leave out the attestation', async () => {
    const statuses = 'statuses: {adopted: "Carried on {date} at the {meeting}.", attestation: ""}\n'
    const files = {'ours/template.yaml': ours(statuses)}
    const yaml =
      'template: ./ours\ntitle: T\nstatus: adopted\nmeeting: General $& Meeting\ndate: 2026-06-30\nwhereas: [x]\nresolved: [a]\n'
    expect((await make(yaml, files)).lines.at(-1)).toBe('Carried on June 30, 2026 at the General $& Meeting.')
  })
})

describe('dates', () => {
  const sentence = async (language: string, date: string) =>
    (await make(`title: T\nlanguage: ${language}\nstatus: withdrawn\ndate: ${date}\nwhereas: [x]\nresolved: [a]\n`))
      .lines[0]

  test.each([
    ['en-US', 'Withdrawn from consideration June 3, 2026'],
    ['en-GB', 'Withdrawn from consideration 3 June 2026'],
    ['fr-CA', 'Withdrawn from consideration 3 juin 2026'],
    ['de', 'Withdrawn from consideration 3. Juni 2026'],
    ['es', 'Withdrawn from consideration 3 de junio de 2026']
  ])('%s', async (language, printed) => {
    expect(await sentence(language, '2026-06-03')).toBe(printed)
  })

  test('the first and the last of a month are the same in every time zone', async () => {
    expect(await sentence('en-US', '2026-01-01')).toBe('Withdrawn from consideration January 1, 2026')
    expect(await sentence('en-US', '2024-02-29')).toBe('Withdrawn from consideration February 29, 2024')
  })

  test('what is no date is printed as typed, and reported', async () => {
    expect(await sentence('en-US', 'next June')).toBe('Withdrawn from consideration next June')
    expect(await sentence('en-US', '2026-02-30')).toBe('Withdrawn from consideration 2026-02-30')
    const {findings} = await make('title: T\ndate: 2026-02-30\nwhereas: [x]\nresolved: [a]\n')
    expect(findings).toEqual(['malformed-date: `2026-02-30` is not a date, expected a day such as `2026-06-28`'])
  })

  test('the date of the outputs is that of the file, or else the one that is given', async () => {
    const dated = 'title: T\ndate: 2026-06-28\nwhereas: [x]\nresolved: [a]\n'
    const undated = 'title: T\nwhereas: [x]\nresolved: [a]\n'
    const options = {fallbackDate: '2000-01-02'}
    expect((await make(dated, {}, options)).resolved.printed.properties.date).toBe('2026-06-28')
    expect((await make(undated, {}, options)).resolved.printed.properties.date).toBe('2000-01-02')
    expect((await make(undated)).resolved.printed.properties.date).toBeUndefined()
  })
})
