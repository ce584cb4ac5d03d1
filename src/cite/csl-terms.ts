/** The types of CSL 1.0.2. */
export const cslTypes: readonly string[] = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage'
]

/** The types that cover most sources of a resolution: what is offered when nothing is near. */
export const commonTypes: readonly string[] = [
  'webpage',
  'book',
  'chapter',
  'article-journal',
  'article-newspaper',
  'report',
  'legislation',
  'legal_case'
]

/** Types that people write, without blanks and hyphens, and the CSL type to offer for them. */
export const typeAliases: Readonly<Record<string, string>> = {
  act: 'legislation',
  blog: 'post-weblog',
  booksection: 'chapter',
  case: 'legal_case',
  conference: 'paper-conference',
  conferencepaper: 'paper-conference',
  court: 'legal_case',
  dictionary: 'entry-dictionary',
  dissertation: 'thesis',
  email: 'personal_communication',
  encyclopedia: 'entry-encyclopedia',
  film: 'motion_picture',
  incollection: 'chapter',
  journal: 'article-journal',
  journalarticle: 'article-journal',
  law: 'legislation',
  letter: 'personal_communication',
  magazine: 'article-magazine',
  misc: 'document',
  movie: 'motion_picture',
  news: 'article-newspaper',
  newspaper: 'article-newspaper',
  online: 'webpage',
  podcast: 'broadcast',
  policy: 'standard',
  press: 'webpage',
  pressrelease: 'webpage',
  resolution: 'document',
  socialpost: 'post',
  statute: 'legislation',
  talk: 'speech',
  television: 'broadcast',
  tweet: 'post',
  video: 'motion_picture',
  website: 'webpage'
}

/** Name variables of CSL 1.0.2. */
export const nameFields: ReadonlySet<string> = new Set([
  'author',
  'chair',
  'collection-editor',
  'compiler',
  'composer',
  'container-author',
  'contributor',
  'curator',
  'director',
  'editor',
  'editor-translator',
  'editorial-director',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'interviewer',
  'narrator',
  'organizer',
  'original-author',
  'performer',
  'producer',
  'recipient',
  'reviewed-author',
  'script-writer',
  'series-creator',
  'translator'
])

/** Date variables of CSL 1.0.2. */
export const dateFields: ReadonlySet<string> = new Set([
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted'
])

/** Titles: their values hold the rich text of CSL (`<i>…</i>`), with `&lt;` and `&amp;` for typed signs. */
export const titleFields: ReadonlySet<string> = new Set([
  'collection-title',
  'container-title',
  'container-title-short',
  'event-title',
  'original-title',
  'part-title',
  'reviewed-title',
  'title',
  'title-short',
  'volume-title'
])

/** Text and number variables of CSL 1.0.2 that are not titles. */
export const textFields: ReadonlySet<string> = new Set([
  'abstract',
  'annote',
  'archive',
  'archive-place',
  'archive_collection',
  'archive_location',
  'authority',
  'call-number',
  'chapter-number',
  'citation-key',
  'citation-label',
  'citation-number',
  'collection-number',
  'dimensions',
  'division',
  'DOI',
  'edition',
  'event-place',
  'first-reference-note-number',
  'genre',
  'ISBN',
  'ISSN',
  'issue',
  'jurisdiction',
  'keyword',
  'language',
  'license',
  'locator',
  'medium',
  'note',
  'number',
  'number-of-pages',
  'number-of-volumes',
  'original-publisher',
  'original-publisher-place',
  'page',
  'page-first',
  'part-number',
  'PMCID',
  'PMID',
  'printing-number',
  'publisher',
  'publisher-place',
  'references',
  'reviewed-genre',
  'scale',
  'section',
  'source',
  'status',
  'supplement-number',
  'URL',
  'version',
  'volume',
  'year-suffix'
])

/** Older spellings that are read as if the new one stood there. */
export const oldFields: Readonly<Record<string, string>> = {
  event: 'event-title',
  journalAbbreviation: 'container-title-short',
  shortTitle: 'title-short'
}

/** Fields whose value may be a list of texts, and what joins them. */
export const listFields: Readonly<Record<string, string>> = {categories: ', ', ISBN: ' ', ISSN: ' ', keyword: ', '}

/** All field names, for suggestions. */
export const cslFields: readonly string[] = ['type', ...nameFields, ...dateFields, ...titleFields, ...textFields]

/** Field names that people write, without blanks and hyphens, and the CSL field to offer for them. */
export const fieldAliases: Readonly<Record<string, string>> = {
  accessdate: 'accessed',
  address: 'publisher-place',
  authors: 'author',
  booktitle: 'container-title',
  date: 'issued',
  editors: 'editor',
  institution: 'publisher',
  journal: 'container-title',
  link: 'URL',
  location: 'publisher-place',
  month: 'issued',
  newspaper: 'container-title',
  pages: 'page',
  place: 'publisher-place',
  published: 'issued',
  retrieved: 'accessed',
  series: 'collection-title',
  subtitle: 'title',
  urldate: 'accessed',
  website: 'container-title',
  year: 'issued'
}
