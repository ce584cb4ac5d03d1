import {anything, type Key, type Keys, type MapShape, type Shape, text} from './shape.ts'

/** The kinds of source of CSL 1.0.2 (its appendix III), the usual ones first. */
export const sourceTypes: readonly string[] = [
  'webpage',
  'book',
  'article-journal',
  'article-newspaper',
  'article-magazine',
  'report',
  'legislation',
  'treaty',
  'legal_case',
  'regulation',
  'bill',
  'hearing',
  'chapter',
  'document',
  'standard',
  'post-weblog',
  'post',
  'speech',
  'interview',
  'personal_communication',
  'paper-conference',
  'thesis',
  'manuscript',
  'pamphlet',
  'article',
  'broadcast',
  'classic',
  'collection',
  'dataset',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'map',
  'motion_picture',
  'musical_score',
  'patent',
  'performance',
  'periodical',
  'review',
  'review-book',
  'software',
  'song'
]

const textKey = (description: string, ...examples: readonly unknown[]): Key =>
  examples.length > 0 ? {shape: text, description, examples} : {shape: text, description}

const namePart = (description: string): Key => ({shape: text, description})

/** A name: text for a body, family and given name for a person. */
const name: MapShape = {
  kind: 'map',
  name: 'a name',
  definition: 'name',
  short: 'literal',
  keys: {
    family: namePart('Family name, by which the person is sorted.'),
    given: namePart('Given names or initials.'),
    literal: namePart('The whole name as it is to be printed: a body, or a person whose name has no parts.'),
    'non-dropping-particle': namePart('A particle that stays with the family name, such as “de” in “de Gaulle”.'),
    'dropping-particle': namePart('A particle that is left out when only the family name is printed.'),
    suffix: namePart('A suffix such as “Jr.” or “III”.'),
    'comma-suffix': {shape: {kind: 'flag'}, description: 'Whether a comma stands before the suffix.'},
    'static-ordering': {shape: {kind: 'flag'}, description: 'Whether the family name always stands first.'},
    'parse-names': {shape: {kind: 'flag'}, description: 'Whether particles are to be found in the names.'},
    isInstitution: {shape: {kind: 'flag'}, description: 'Whether the name is that of a body.'},
    name: namePart('The whole name, as some programs export it; the same as `literal`.')
  }
}

/** A date: text such as `2019-06-25`, or the parts that programs export. */
const dateValue: MapShape = {
  kind: 'map',
  name: 'a date',
  definition: 'date',
  short: 'raw',
  keys: {
    'date-parts': {
      shape: anything,
      description: 'Year, month and day in lists; two lists for a range: `[[2019, 6, 25]]`.'
    },
    raw: namePart('The date as text, such as `2019-06-25`.'),
    literal: namePart('Words to be printed as they are, such as “ca. 1912”.'),
    season: namePart('A season, by name or number.'),
    circa: {shape: anything, description: 'Whether the date is approximate.'},
    year: namePart('The year, with all its digits.'),
    month: namePart('The month as a number.'),
    day: namePart('The day of the month.')
  }
}

const names: Shape = {kind: 'list', items: name, orOne: true}
const dates: Shape = {kind: 'list', items: dateValue, orOne: true}
const nameKey = (description: string, ...examples: readonly unknown[]): Key =>
  examples.length > 0 ? {shape: names, description, examples} : {shape: names, description}
const dateKey = (description: string, ...examples: readonly unknown[]): Key =>
  examples.length > 0 ? {shape: dates, description, examples} : {shape: dates, description}

/** What most sources need, in the order in which one writes it. */
export const commonVariables: Keys = {
  title: textKey('Title of the work. `*Emphasis*` is kept.', 'Universal Declaration of Human Rights'),
  author: nameKey(
    'Who wrote it: text for a body, `{family: …, given: …}` for a person, or a list of these.',
    'American Library Association',
    [{family: 'Knox', given: 'Emily J. M.'}]
  ),
  issued: dateKey('When it was published: a year, a month or a day.', '1948-12-10', '2019'),
  URL: textKey('Address on the web.', 'https://www.ala.org/advocacy/intfreedom/librarybill'),
  accessed: dateKey('The day on which the address was last visited.', '2026-05-02'),
  'container-title': textKey('The journal, newspaper, book or site in which it stands.'),
  publisher: textKey('Who published it.'),
  'publisher-place': textKey('Where it was published.'),
  volume: textKey('Volume, of a journal or of a book in several.'),
  issue: textKey('Issue of a journal.'),
  page: textKey('Pages of an article or chapter within its container.', '12-34'),
  number: textKey('Number of a report, bill, statute or document.'),
  section: textKey('Section of a law or of a newspaper.', '§ 793'),
  edition: textKey('Edition, as a number or in words.'),
  genre: textKey('What kind of work it is, such as “press release”, “petition” or “PhD thesis”.'),
  DOI: textKey('Digital object identifier.', '10.5860/crl.79.2.161'),
  editor: nameKey('Who edited it.'),
  translator: nameKey('Who translated it.')
}

/** The other variables of CSL 1.0.2 (its appendix IV). */
export const rareVariables: Keys = {
  abstract: textKey('Abstract; not printed in notes.'),
  annote: textKey('A remark on the source for the drafter; not printed.'),
  archive_collection: textKey('Collection within the archive that holds the work.'),
  archive_location: textKey('Box, folder or shelf within the archive.'),
  'archive-place': textKey('Where the archive is.'),
  authority: textKey('The court, ministry or body that issued it.', 'U.S. Supreme Court'),
  'available-date': dateKey('When it became available, if before it was issued.'),
  'call-number': textKey('Call number in a library.'),
  categories: {shape: anything, description: 'Categories given by a reference manager; not printed.'},
  chair: nameKey('Who chaired the session.'),
  'chapter-number': textKey('Number of the chapter.'),
  'citation-key': textKey('Key given by a reference manager; not printed.'),
  'citation-label': textKey('Label for styles that cite by labels.'),
  'collection-editor': nameKey('Who edited the series.'),
  'collection-number': textKey('Number within the series.'),
  'collection-title': textKey('Title of the series.'),
  compiler: nameKey('Who compiled it.'),
  composer: nameKey('Who composed it.'),
  'container-author': nameKey('Author of the book in which it stands.'),
  'container-title-short': textKey('Short title of the container.'),
  contributor: nameKey('A contributor.'),
  curator: nameKey('Who curated the exhibition.'),
  custom: {shape: anything, description: 'Anything else; kept, never printed.'},
  dimensions: textKey('Size or running time.'),
  director: nameKey('Who directed the film or broadcast.'),
  division: textKey('Division of the court or body.'),
  'editorial-director': nameKey('Managing editor.'),
  event: textKey('Name of the event; `event-title` is the newer name.'),
  'event-date': dateKey('When the event took place.'),
  'event-place': textKey('Where the event took place.'),
  'event-title': textKey('Name of the conference, hearing or other event.'),
  'executive-producer': nameKey('Executive producer.'),
  guest: nameKey('Guest of a broadcast.'),
  host: nameKey('Host of a broadcast.'),
  illustrator: nameKey('Who illustrated it.'),
  interviewer: nameKey('Who asked the questions.'),
  ISBN: textKey('International standard book number.'),
  ISSN: textKey('International standard serial number.'),
  journalAbbreviation: textKey('Abbreviated title of the journal.'),
  jurisdiction: textKey('Where the law is in force.', 'us'),
  keyword: textKey('Keywords; not printed.'),
  language: textKey('Language of the work as a tag.', 'en'),
  license: textKey('Licence under which it may be used.'),
  medium: textKey('Medium, such as “DVD” or “audio recording”.'),
  narrator: nameKey('Who reads or narrates it.'),
  note: textKey('A remark; not printed by most styles.'),
  'number-of-pages': textKey('How many pages the work has.'),
  'number-of-volumes': textKey('How many volumes the work has.'),
  organizer: nameKey('Who organised the event.'),
  'original-author': nameKey('Author of the work it is based on.'),
  'original-date': dateKey('When the original was published.'),
  'original-publisher': textKey('Who published the original.'),
  'original-publisher-place': textKey('Where the original was published.'),
  'original-title': textKey('Title of the original.'),
  'page-first': textKey('First page.'),
  'part-number': textKey('Number of the part.'),
  'part-title': textKey('Title of the part.'),
  performer: nameKey('Who performs it.'),
  PMCID: textKey('PubMed Central number.'),
  PMID: textKey('PubMed number.'),
  'printing-number': textKey('Number of the printing.'),
  producer: nameKey('Who produced it.'),
  recipient: nameKey('To whom the letter is addressed.'),
  references: textKey('Related works; used for the history of a law.'),
  'reviewed-author': nameKey('Author of the work under review.'),
  'reviewed-genre': textKey('Kind of the work under review.'),
  'reviewed-title': textKey('Title of the work under review.'),
  scale: textKey('Scale of a map.'),
  'script-writer': nameKey('Who wrote the script.'),
  'series-creator': nameKey('Who created the series.'),
  shortTitle: textKey('Short title; `title-short` is the newer name.'),
  source: textKey('The catalogue or database from which the record comes.'),
  status: textKey('State of the work, such as “forthcoming” or “in force”.'),
  submitted: dateKey('When it was submitted.'),
  'supplement-number': textKey('Number of the supplement.'),
  'title-short': textKey('Short title, printed when the source is cited again or in the sentence.'),
  version: textKey('Version of software or of a document.'),
  'volume-title': textKey('Title of the volume.'),
  'year-suffix': textKey('Letter that tells apart works of the same year.')
}
