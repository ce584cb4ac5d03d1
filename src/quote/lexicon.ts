import {once} from './once.ts'

/** Words of one language whose loss turns a sentence round. */
export interface Lexicon {
  /** Negations. */
  readonly negation: Expression
  /** Words that begin a condition, an exception or a limit. */
  readonly condition: Expression
  /** Words of time that may be a condition. */
  readonly time: Expression
  /** Words that begin a limit in time right after what they limit. */
  readonly limit: Expression
  /** Words that limit or weaken what they stand with. */
  readonly qualifier: Expression
  /** Words that put what follows into another's mouth. */
  readonly claim: Expression
  /** A negation, or words to the same effect, at the very end of what stands before a quotation. */
  readonly before: Expression
  /** Ends of a clause on which a clause depends that could be quoted alone. */
  readonly complement: Expression
  /** In such a clause: words that deny or doubt what depends on it. */
  readonly doubt: Expression
  /** Begins a clause before a comma that limits what follows the comma. */
  readonly leading: Expression
  /** Words right before a quotation that weaken it. */
  readonly qualifierBefore: Expression
  /** A condition at the very end of what stands before a quotation. */
  readonly conditionBefore: Expression
  /** A condition or exception at the very beginning of what follows a quotation. */
  readonly after: Expression
  /** The same where the quotation began with the sentence: what follows takes it back. */
  readonly afterWhole: Expression
  /** Verbs of duty and leave; verbs in one group differ in tense only. */
  readonly modals: readonly Expression[]
}

/**
 * Letters and marks as plain ranges, punctuation of a few scripts among them. The classes \p{L} and \p{M} with the
 * flags iu cost 1 to 2 ms a regular expression to compile, which was a sixth of a whole check; these cost a tenth of it.
 */
const letter = 'a-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u02ff\\u0300-\\u1fff\\u2c00-\\u2dff\\u3041-\\ud7ff\\uf900-\\ufdff'
const wordBefore = `(?<![${letter}0-9])`
const wordAfter = `(?![${letter}0-9])`

/** What is used of a regular expression. */
export interface Expression {
  readonly test: (text: string) => boolean
  readonly exec: (text: string) => {readonly 0: string; readonly index: number} | null
}

/**
 * Words of a lexicon in small letters, in which \p{L} stands for any letter, as an expression without regard to case.
 * Texts are put into small letters, since the flag i doubles the time that an expression takes to compile.
 */
function compiled(pattern: string): Expression {
  const small = once(() => new RegExp(pattern.replaceAll('\\p{L}', `[${letter}]`)))
  return {
    test: text => small().test(inSmallLetters(text)),
    exec: text => {
      const found = small().exec(inSmallLetters(text))
      return found && {0: text.slice(found.index, found.index + found[0].length), index: found.index}
    }
  }
}

/** Letters whose small form is another letter to the flag i, or two. */
const otherwiseSmall = /[\u0130\u1c80-\u1c88\u1e9e\u2126\u212a\u212b]/

/** A text of the same length in small letters; letters are the same here when they are to the flag i. */
export function inSmallLetters(text: string): string {
  if (!otherwiseSmall.test(text)) return text.toLowerCase()
  return text
    .replace(/[\u1c80-\u1c88]/g, letter => letter.toUpperCase())
    .replace(/[^\u0130\u1e9e\u2126\u212a\u212b]+/g, part => part.toLowerCase())
}

const anywhere = (words: string): Expression => compiled(`${wordBefore}(?:${words})${wordAfter}`)
const atEnd = (words: string): Expression => compiled(`${wordBefore}(?:${words})[\\s"'“”‘’«»„]*$`)
const atStart = (words: string): Expression => compiled(`^[\\s,;–—"'“”‘’«»-]*(?:${words})${wordAfter}`)
const inside = (words: string): RegExp => new RegExp(`(?:${words})`, 'u')
const insideEnd = (words: string): RegExp => new RegExp(`(?:${words})[「『“"]?$`, 'u')
const insideStart = (words: string): RegExp => new RegExp(`^[，、,]?(?:${words})`, 'u')
const modals = (...groups: string[]): Expression[] => groups.map(anywhere)

const english = (): Lexicon => {
  const nots =
    "not|never|no(?!\\.\\s?\\d)|nor|neither|none|nobody|nothing|nowhere|cannot|hardly|scarcely|barely|rarely|seldom|without|\\p{L}+n['’]t"
  const undone =
    '(?:false|wrong|untrue|mistaken|incorrect|absurd|misleading) to (?:say|claim|suggest|think|believe|assume|pretend|argue)(?: that)?|no longer|far from|anything but|(?:un|in)able to|(?:refus|fail|declin|ceas|neglect)(?:e|es|ed|ing|s)? to|(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ful)?|disput(?:e|es|ed)|untrue|false|wrong|mistaken|unlikely|impossible|myth|allegation|rumou?r|lie|fiction|nonsense)(?: that)?|(?:lack|absence|want|denial|abolition|end) of|(?:forbid|prohibit|prevent|bar|prohibition|ban|forbade|prohibits|forbids|prevents|bars|forbidden|prohibited|prevented|barred)(?:s|ed)?(?: from| to)?|stop(?:s|ped)?|avoid(?:s|ed|ing)?|opposed to|oppos(?:e|es|ed|ing)|reject(?:s|ed|ing)?|against|less than|fewer than|only if|only when'
  const small =
    '(?:to|be|been|the|a|an|any|in|so|as|yet|even|really|necessarily|have|has|always|all|every|very|that|such|one|say|mean|only|at|by|for|of|on|itself|then|now|think|believe|suggest|imply|permit|allow|authori[sz]e|require)'
  const claims =
    'alleg(?:e|es|ed|edly|ing)|claim(?:s|ed|ing)?|purport(?:s|ed|edly)?|supposed(?:ly)?|ostensibl[ey]|so-called|reported(?:ly)?|rumou?red|according to|contend(?:s|ed)?|assert(?:s|ed)?|argu(?:e|es|ed)|insist(?:s|ed)?|critics|opponents|defendants?|plaintiffs?|petitioners?|would have us|pretend(?:s|ed)?|(?:we|i|they|he|she) (?:hope|think|thought|believe|fear|understand|assume|expect|suppose|suspect)(?:s|d|ed)?|it (?:is|was) (?:said|hoped|thought|believed|feared)|appear(?:s|ed)? to|seem(?:s|ed)? to|tend(?:s|ed)? to|said to|in (?:his|her|their|its|my|our) (?:view|opinion)|believ(?:e|es|ed)|suggest(?:s|ed)?|some (?:say|argue|people|scholars|commentators)'
  const limits =
    'only|alone|jointly|merely|solely|exclusively|partly|partially|largely|mainly|mostly|primarily|chiefly|generally|usually|normally|ordinarily|typically|often|sometimes|occasionally|temporarily|almost|nearly|perhaps|possibly|probably|potentially|arguably|apparently|seemingly|likely|unlikely|limited|temporary|interim|proposed|former|some|few|certain|most|many|at least|at most|up to|no more than|not more than|more than|less than|fewer than|over|under|approximately|about|roughly|may|might|could|should|would|if any|whether|lawful(?:ly)?|unlawful(?:ly)?|reasonabl[ey]|unreasonabl[ey]|arbitrar(?:y|ily)|undul?y|due|excessive(?:ly)?|wilful(?:ly)?|willful(?:ly)?|knowing(?:ly)?|intentional(?:ly)?|voluntar(?:y|ily)|compelling|serious(?:ly)?|substantial(?:ly)?|material(?:ly)?|negligent(?:ly)?|good faith|in part|in principle|in theory|to some extent|so far as|as far as|insofar as|to the extent|currently|initially|eventually|previously|once|formerly|otherwise|however|but|though|although|yet|despite|while|whereas|unfortunately|false(?:ly)?|fake|alleged'
  return {
    negation: anywhere(
      `${nots}|no longer|far from|instead of|rather than|anything but|failed to|fails to|refus(?:e|es|ed) to|den(?:y|ies|ied)|opposed|unable to`
    ),
    condition: anywhere(
      'unless|except(?:ing|ion|ions)?|if(?! any)|provid(?:ed|ing)(?= that|,| always| however|$)|only (?:if|when|in|for|to|with|by|after)|subject to|as long as|so long as|on (?:the )?condition|conditional|contingent|save(?= for| that| where| in| as| when| by)|but (?:not|only|upon)|other than|notwithstanding|absent|without|in (?:the )?(?:time|times|case|cases|event) of|with the (?:\\p{L}+ )?(?:advice|consent|approval|permission|leave|agreement)|in (?:an? )?(?:emergenc|exceptional|limited|certain|rare|extreme|special)\\p{L}*|insofar as|in so far as|with the (?:prior )?(?:consent|approval|permission)|apart from|with the exception|barring|excluding|pending'
    ),
    time: anywhere('when(?:ever)?|until|till|where(?:ver)?|pursuant to|as may be'),
    limit: anywhere('when(?:ever)?|until|till|before|after|during|within'),
    claim: anywhere(claims),
    qualifier: anywhere(
      `${limits}|(?!(?:early|daily|weekly|monthly|yearly|family|only|reply|supply|apply|fully|july|italy|assembly|ally|rely|really|finally|recently|clearly|simply|especially|particularly|truly|certainly|indeed|equally|similarly|accordingly|consequently|additionally|importantly|notably|obviously|naturally)(?!\\p{L}))\\p{L}{3,}ly`
    ),
    before: atEnd(
      `(?:${nots}|${undone})|(?:${nots})\\s+${small}(?:\\s+(?:to|be|the|a|an|any))?|(?:${nots})\\s+(?:\\S+\\s+){0,2}that|(?:nobody|no one|none|nothing|(?:under|in|by|at|on) no)\\s+\\S+(?:\\s+(?:the|a|an))?`
    ),
    complement: atEnd('that|whether|to|to be|how|why'),
    doubt: anywhere(
      `${nots}|few|little|wrong|false|untrue|mistaken|incorrect|refus(?:e|es|ed|al)|fail(?:s|ed|ure)?|doubt(?:s|ed|ful)?|question(?:s|ed|able)?|den(?:y|ies|ied|ial)|reject(?:s|ed)?|disput(?:e|es|ed)|unlikely|impossible|prohibit(?:s|ed)?|forbid(?:s|den)?|unable|unwilling|illegal|unlawful|unconstitutional|pretend(?:s|ed)?|alleg(?:e|es|ed|ation)|claim(?:s|ed)?|rumou?r(?:s|ed)?|myth|lie`
    ),
    leading:
      /^\W*(?:(?:only |even |but |and )?(?:if|unless|when|until|whether|provided|assuming|suppos(?:e|ing)|were|had|should|except|without|absent)\b|according to|in theory|in principle|on paper|hypothetically|allegedly|reportedly|supposedly|purportedly|ostensibly|critics|opponents|some (?:say|argue|believe|claim)|in (?:his|her|their|its|my|our|the \w+['’]s) (?:view|opinion|dissent))/iu,
    qualifierBefore: atEnd(
      '(?:appear|seem|tend|purport|pretend|claim|threaten|attempt|hope|try|tries|tried|hop)(?:s|ed|ing)? to|(?:is|was|are|were|been|be) (?:said|alleged|believed|reported|supposed|thought|rumou?red|claimed|likely) to(?: be| have)?|hardly any|almost|nearly|virtually|practically|arguably|allegedly|supposedly|purportedly|reportedly|so-called|would-be|alleged|purported|supposed'
    ),
    conditionBefore: atEnd(
      '(?:(?:only )?if|unless|whether|except (?:that|when|where|if|as)|suppose(?: that)?|assuming(?: that)?|provided(?: that)?|lest|until|critics (?:say|claim|argue)(?: that)?|(?:claim|alleg|contend|pretend|assert|argu|insinuat|speculat|purport)(?:s|ed|e|es)?(?: that)?|(?:it (?:is|was|has been) )?(?:alleged|claimed|rumou?red|purported)(?:ly)?(?: that)?|(?:claim|allegation|suggestion|assumption|notion|idea|argument|contention|proposition|theory|pretence|pretense|accusation|assertion|submission|objection|fear|charge)s? that|as if|as though|alleged|allegedly|purported|purportedly|supposedly|so-called|almost|nearly)'
    ),
    after: atStart(
      'unless|except(?:ing)?|if|provided|only|merely|solely|exclusively|purely|(?:simply|just) because|in (?:an? )?(?:emergenc|exceptional|limited|certain|rare|extreme|special)\\p{L}*|save(?: for| that| where| in| as| when)?|subject to|so long as|as long as|on condition|other than|until|insofar|in so far|to the extent|barring|apart from|with the exception|excluding|pending|when(?:ever)? (?:authori[sz]ed|necessary|required|permitted)|(?:only )?(?:in|with|by|after|upon|during) (?:the )?(?:case|cases|event|consent|approval|permission|time of war|rebellion|accordance with)|unless'
    ),
    afterWhole: atStart('but|though|although|yet|(?:this|that|which) (?:is|was) (?:not|un|false|wrong)'),
    modals: modals(
      'will|would|wo',
      'shall',
      'should|ought',
      'can|could|able',
      'may|might',
      'must|has to|have to|had to|required'
    )
  }
}

const french = (): Lexicon => ({
  negation: anywhere(
    'ne|n|pas|jamais|aucune?s?|nulle?s?|rien|personne|ni|non|sans|guère|point|refus\\p{L}*|interdi\\p{L}*'
  ),
  condition: anywhere(
    "sauf|sinon|si|s['’]il|à moins|à condition|sous réserve|pourvu|hormis|excepté|lorsque?|quand|jusqu['’]?|dans les conditions|dans le cas|en cas|seulement|qu['’]après|sans|à l['’]exception|tant que"
  ),
  time: anywhere('lorsque?|quand|jusqu|après|avant|pendant|tant que'),
  limit: anywhere('avant|après|pendant|dans un délai|lorsque?|jusqu'),
  claim: anywhere("selon|prétend\\p{L}*|soi-disant|d[’']après|affirm\\p{L}*|allègu\\p{L}*|présumé\\p{L}*"),
  qualifier: anywhere(
    'seulement|uniquement|seule?s?|exclusivement|presque|parfois|souvent|généralement|peut-être|environ|certaine?s?|quelques|prétendu\\p{L}*|selon|soi-disant|au moins|au plus|arbitraire\\p{L}*|toutefois|cependant|mais|\\p{L}{3,}ment'
  ),
  before: atEnd(
    "ne|n['’]|n|pas|jamais|aucune?|nulle?|rien|ni|non|sans|refus\\p{L}* d[e']|(?:pas|jamais|ni|sans) (?:à|de|d|le|la|les|l|un|une|être|avoir|en|pour)|faux que|empêch\\p{L}+ de|interdi\\p{L}+ d[e']|nier que|nie que"
  ),
  complement: atEnd('que|qu|de|d'),
  doubt: anywhere(
    'pas|jamais|aucun\\p{L}*|rien|ni|peu|faux|fausse|refus\\p{L}*|doute\\p{L}*|ni\\p{L}*|conteste\\p{L}*|prétend\\p{L}*|impossible'
  ),
  leading: /^\W*(?:si|s['’]il|lorsque|quand|à moins|sauf|selon|d['’]après|en théorie|en principe)/iu,
  qualifierBefore: atEnd('semble\\p{L}*|paraît|presque|prétendument|certains|quelques|peu de'),
  conditionBefore: atEnd('si|à moins que|à condition que|pourvu que|sauf si|sauf|prétend\\p{L}* que|soi-disant'),
  after: atStart(
    "sauf|si|s['’]il|à moins|à condition|sous réserve|pourvu|hormis|excepté|pas|jamais|sans|seulement|que si|qu['’](?:après|en|avec|à|au|aux|avec)|que (?:dans|pour|par|lorsque|sur)|uniquement|sinon|jusqu|dans les cas"
  ),
  afterWhole: atStart('mais|bien que|quoique|toutefois'),
  modals: modals('peut|peuvent|pourra|pourront|pourrait|pourraient', 'doit|doivent|devra|devront', 'devrait|devraient')
})

const german = (): Lexicon => ({
  negation: anywhere(
    'nicht|nie|niemals|kein\\p{L}*|weder|noch|ohne|nirgends|nichts|niemand\\p{L}*|kaum|unzulässig|verboten|untersagt'
  ),
  condition: anywhere(
    'außer|ausser|sofern|soweit|wenn|falls|es sei denn|nur|unter der bedingung|vorbehaltlich|bis|ausgenommen|mit ausnahme|abgesehen|solange|ohne|auf grund|aufgrund|nach maßgabe|im falle?'
  ),
  time: anywhere('bis|nachdem|bevor|während|solange|sobald'),
  limit: anywhere('bevor|nachdem|während|bis|innerhalb|binnen'),
  claim: anywhere(
    'angeblich\\p{L}*|vermeintlich\\p{L}*|sogenannt\\p{L}*|laut|behaupt\\p{L}*|mutmaßlich\\p{L}*|nach ansicht'
  ),
  qualifier: anywhere(
    'nur|lediglich|allein|bloß|fast|beinahe|manchmal|oft|meist\\p{L}*|grundsätzlich|möglicherweise|vielleicht|angeblich\\p{L}*|vermeintlich\\p{L}*|sogenannt\\p{L}*|einige\\p{L}*|manche\\p{L}*|mindestens|höchstens|etwa|teilweise|willkürlich\\p{L}*|jedoch|aber|laut|in der regel|insbesondere'
  ),
  before: atEnd(
    'nicht|nie|niemals|kein\\p{L}{0,2}|weder|noch|ohne|kaum|statt|(?:nicht|nie) (?:zu|zur|zum|die|der|das|den|ein|eine|mehr|in|auf)|falsch, dass'
  ),
  complement: atEnd('dass|daß|ob|zu'),
  doubt: anywhere(
    'nicht|nie|kein\\p{L}*|wenig\\p{L}*|falsch|bestreit\\p{L}*|bestritt\\p{L}*|leugn\\p{L}*|zweif\\p{L}*|behaupt\\p{L}*|unmöglich'
  ),
  leading: /^\W*(?:wenn|falls|sofern|sollte|laut|nach ansicht|theoretisch)/iu,
  qualifierBefore: atEnd('fast|beinahe|angeblich|scheinbar|einige|manche|wenige'),
  conditionBefore: atEnd('wenn|falls|sofern|es sei denn,?|angeblich|ob|behaupte\\p{L}*, dass|nur wenn'),
  after: atStart(
    'außer|ausser|sofern|soweit|wenn|falls|es sei denn|nicht|nie|nur|vorbehaltlich|ausgenommen|ohne|solange|bis|kein\\p{L}*|mit ausnahme|nach maßgabe'
  ),
  afterWhole: atStart('aber|doch|jedoch|obwohl|allerdings'),
  modals: modals(
    'kann|können|könnte|könnten',
    'muss|muß|müssen|musste',
    'soll|sollen|sollte|sollten',
    'darf|dürfen|durfte',
    'wird|werden|würde|würden'
  )
})

const spanish = (): Lexicon => ({
  negation: anywhere('no|nunca|jamás|ningún|ninguna?s?|ninguno|nadie|nada|ni|sin|tampoco|apenas'),
  condition: anywhere(
    'salvo|excepto|a menos|si|siempre que|con tal|a condición|sujeto a|mientras|hasta|solo si|sólo si|cuando|en caso|sin|sino|con excepción'
  ),
  time: anywhere('cuando|hasta|después|antes|mientras|durante'),
  limit: anywhere('antes|después|durante|cuando|hasta|dentro'),
  claim: anywhere('según|presunt\\p{L}*|supuest\\p{L}*|alega\\p{L}*|afirma\\p{L}*|pretend\\p{L}*'),
  qualifier: anywhere(
    's[oó]lo|solamente|únicamente|casi|quizás?|algun[oa]s?|ciert[oa]s|presunt\\p{L}*|supuest\\p{L}*|según|al menos|a veces|arbitrari\\p{L}*|pero|sin embargo|\\p{L}{3,}mente'
  ),
  before: atEnd(
    'no|nunca|jamás|ning[uú]n|ninguna|ni|sin|no (?:se|ser|será|podrá|es|está|le|lo|la|el|a|de|sea)|falso que'
  ),
  complement: atEnd('que|si|a|de'),
  doubt: anywhere(
    'no|nunca|nadie|nada|pocos?|pocas?|falso|niega\\p{L}*|negó|dud\\p{L}+|rechaz\\p{L}+|alega\\p{L}*|imposible'
  ),
  leading: /^\W*(?:si|cuando|salvo|según|en teoría|en principio)/iu,
  qualifierBefore: atEnd('casi|parece|presuntamente|supuestamente|algunos|pocos'),
  conditionBefore: atEnd('si|a menos que|salvo que|siempre que|presunt\\p{L}*|supuest\\p{L}*'),
  after: atStart(
    'salvo|excepto|a menos|si|siempre que|con tal|a condición|sujeto a|no|sino|sin|hasta|únicamente|s[oó]lo'
  ),
  afterWhole: atStart('pero|aunque|sin embargo'),
  modals: modals('puede|pueden|podrá|podrán|podría|podrían', 'debe|deben|deberá|deberán|debería|deberían')
})

const russian = (): Lexicon => ({
  negation: anywhere('не|ни|нет|никогда|никто|никого|ничто|ничего|нельзя|без|никак\\p{L}*|отнюдь|едва'),
  condition: anywhere(
    'если|кроме|за исключением|при условии|только|лишь|иначе как|пока|когда|до тех пор|без|в случае|в случаях|вопреки'
  ),
  time: anywhere('когда|пока|после|прежде|до тех пор'),
  limit: anywhere('до|после|прежде|когда|пока|в течение'),
  claim: anywhere('якобы|по мнению|по словам|так называем\\p{L}*|утвержда\\p{L}*|будто'),
  qualifier: anywhere(
    'только|лишь|почти|иногда|часто|обычно|возможно|некотор\\p{L}*|якобы|по мнению|по словам|так называем\\p{L}*|произвольн\\p{L}*|однако|но|минимум|хотя бы'
  ),
  before: atEnd(
    'не|ни|нет|никогда|нельзя|без|никак\\p{L}*|вместо|не (?:в|на|с|по|к|для|быть|был\\p{L}*|должен|должн\\p{L}*|может|могут)'
  ),
  complement: atEnd('что|чтобы|ли'),
  doubt: anywhere(
    'не|нет|никто|ничто|мало|ложь|ложно|неверно|отриц\\p{L}*|сомне\\p{L}*|якобы|утвержда\\p{L}*|невозможно'
  ),
  leading: /^[^\p{L}]*(?:если|когда|согласно|по словам|по мнению|теоретически)/iu,
  qualifierBefore: atEnd('почти|якобы|некоторые|кажется'),
  conditionBefore: atEnd('если|якобы|будто|только если'),
  after: atStart('если|кроме|за исключением|при условии|только|лишь|иначе как|пока|без|не|иначе'),
  afterWhole: atStart('но|однако|хотя'),
  modals: modals('может|могут|мог|могла|могли', 'должен|должна|должно|должны', 'следует')
})

const vietnamese = (): Lexicon => ({
  negation: anywhere('không|chẳng|chưa|đừng|chớ|cấm|không thể|không được'),
  condition: anywhere('trừ|ngoại trừ|nếu|trừ phi|miễn là|với điều kiện|chỉ khi|chỉ|cho đến khi|khi|trong trường hợp'),
  time: anywhere('khi|cho đến khi|sau khi|trước khi'),
  limit: anywhere('trước|sau|khi|trong'),
  claim: anywhere('theo|cho rằng|được cho là|cáo buộc'),
  qualifier: anywhere('chỉ|hầu như|có thể|một số|đôi khi|theo|độc đoán|tùy tiện|gần như|nhưng|tuy nhiên|ít nhất'),
  before: atEnd('không|chẳng|chưa|đừng|chớ|không (?:ai|một|thể|được|bị|có|phải)'),
  complement: atEnd('rằng|là'),
  doubt: anywhere('không|chẳng|chưa|phủ nhận|nghi ngờ|sai'),
  leading: /^[^\p{L}]*(?:nếu|khi|theo|trừ khi)/iu,
  qualifierBefore: atEnd('hầu như|gần như|một số|dường như'),
  conditionBefore: atEnd('nếu|trừ khi|trừ phi|chỉ khi'),
  after: atStart('trừ|ngoại trừ|nếu|miễn là|với điều kiện|chỉ khi|không'),
  afterWhole: atStart('nhưng|tuy|mặc dù'),
  modals: modals('phải', 'nên', 'có thể', 'được', 'sẽ')
})

const chinese = (): Lexicon => ({
  negation: inside('不|没|沒|无|無|未|非|莫|勿|毋|否'),
  condition: inside('除非|除|如果|若|只有|仅|僅|但|倘'),
  time: inside('时|時|之前|之后|直到'),
  limit: inside('^(?:在|于|當|当)'),
  claim: inside('据称|據稱|所谓|所謂|声称|指控|认为'),
  qualifier: inside('仅|僅|只|几乎|可能|或许|某些|部分|据称|所谓|任意|但|然而|有时'),
  before: insideEnd('不|不得|没有|沒有|没|无|無|未|非|莫|勿|并非|不能|不应|不可'),
  complement: insideEnd('说|說|认为'),
  doubt: inside('不|没|未|否认|怀疑'),
  leading: /^(?:如果|若|据|據|除非)/iu,
  qualifierBefore: insideEnd('几乎|似乎|某些|部分'),
  conditionBefore: insideEnd('如果|若|除非|只有|据称|所谓'),
  after: insideStart('除非|除|但|如果|只有|的除外'),
  afterWhole: insideStart('但|然而|可是'),
  modals: [inside('应|應'), inside('必须|必須'), inside('可以|可'), inside('能')]
})

const japanese = (): Lexicon => ({
  negation: inside('ない|なか|なけ|ぬ|ず(?=[、。にとも]|$)|ません|まい|非|不|無'),
  condition: inside('ただし|但し|場合|限り|なら|ば(?=、)|除き|除い|以外'),
  time: inside('とき|まで|前に|後に'),
  limit: inside('^(?:まで|前に)'),
  claim: inside('によれば|という|とされ|いわゆる'),
  qualifier: inside('だけ|のみ|しか|ほとんど|おそらく|かもしれ|一部|ほしいまま|恣意|によれば|という|しかし'),
  before: insideEnd('ほとんど|決して|まったく'),
  complement: insideEnd('ように'),
  doubt: inside('ない|否定|疑'),
  leading: /^(?:もし|仮に)/iu,
  qualifierBefore: insideEnd('ほとんど|おそらく'),
  conditionBefore: insideEnd('もし|たとえ'),
  after: insideStart(
    'ない|なかっ|なけれ|ません|ず(?=[、。にと])|ぬ|わけではない|とは限らない|場合を除|ことはでき(?:ない|ません)|まい|とはい'
  ),
  afterWhole: insideStart('が、|しかし|けれど'),
  modals: []
})

const englishLexicon = once(english)

/** Constants, made when a language is first met: compiling the expressions of one takes milliseconds. */
const lexicons: Readonly<Record<string, () => Lexicon>> = {
  en: englishLexicon,
  fr: once(french),
  de: once(german),
  es: once(spanish),
  ru: once(russian),
  vi: once(vietnamese),
  zh: once(chinese),
  ja: once(japanese)
}

/** The words of a language that change the sense of a sentence; of a language we do not know, those of English. */
export function lexiconOf(language: string): Lexicon {
  const known = Object.hasOwn(lexicons, language) ? lexicons[language] : undefined
  return (known ?? englishLexicon)()
}
