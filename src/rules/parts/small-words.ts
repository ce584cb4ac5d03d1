/** Words that begin a sentence with a small letter: they are never names by themselves. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its he she they their his her we our us you your all any both each every either ' +
    'few many more most much neither no none one other several some such there here in on at by for from to of with ' +
    'without within under over through throughout during despite although though because since while when where if ' +
    'unless until after before as and or but not nor so than then upon among amid against between beyond whereas ' +
    'who what which how why nearly only since'
  ).split(' ')
)

/** Names and titles that begin with "The", "In" or "On"; behind other words two capitals more make a title. */
export function isName(word: string, rest: string): boolean {
  if (word === 'The') return theNames.test(rest)
  if (word === 'A' || word === 'An') return /^\s+[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]/.test(rest)
  return (
    /^\s+re\s/i.test(rest) ||
    (!prepositions.has(word) && /^\s+[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]\S*\s+(?:of |the |and )?[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]/.test(rest))
  )
}

const prepositions = new Set([
  'In',
  'On',
  'At',
  'By',
  'For',
  'From',
  'To',
  'Of',
  'With',
  'Since',
  'Under',
  'During',
  'After',
  'Before'
])

const theNames =
  /^\s+(?:Hague|Bronx|Gambia|Bahamas|New Yorker|New York Times|New York Review|Washington Post|Guardian|Atlantic|Nation|Economist|Times|Wall Street Journal|Ohio State|Trevor Project|Hill|Hunger Games|Bluest Eye)(?![A-Za-zÀ-ʯͰ-῿])/
