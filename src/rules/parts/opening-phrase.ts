/** Words that begin a phrase before the subject of a sentence. */
const openers = new Set(
  (
    'about above according across after against albeit along although amid amidst among apart as aside at based ' +
    'because before behind below beneath beside besides between beyond but by building concerning considering ' +
    'consistent contrary despite due during even every except faced fearing finding following for from furthermore ' +
    'given having historically however if in including indeed inside instead irrespective knowing lacking last later ' +
    'like meanwhile moreover near nearly nevertheless next no notwithstanding now of on once only out outside over ' +
    'owing past pending per prior pursuant rather recently recognizing regarding regardless relying seeking ' +
    'similarly since so speaking thanks though through throughout thus to today together toward towards under ' +
    'underlining unless unlike until up upon using what when whenever where whereas whether while with within ' +
    'without'
  ).split(' ')
)

/** How far the comma that closes the phrase is looked for. */
const reach = 160

/** Whether words open with a phrase that a comma closes: "despite this advice, the". */
export function opensPhrase(words: string): boolean {
  const first = /^\s*([A-Za-zÀ-ʯͰ-῿]+)/.exec(words)?.[1]?.toLowerCase() ?? ''
  return openers.has(first) && words.slice(0, reach).includes(',')
}
