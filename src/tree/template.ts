/** Where a note reference stands beside a mark that the template supplies: `ama` before ; and : but after , and . – `chicago` after all – `before` before all. */
export type NotePlacement = 'ama' | 'chicago' | 'before'

/** `notes`: each number once; `references`: numbers of a reference list, which recur. */
export type NoteNumbering = 'notes' | 'references'

/** The looks and set words of a body's resolutions. Lengths are in inches, type sizes in points. */
export interface Template {
  readonly type: 'template'
  readonly name: string
  /** The folder that holds `page.typ` and `notes.csl`, as a path for the Host. */
  readonly folder: string
  readonly language: string
  readonly organisation: string
  readonly words: TemplateWords
  readonly notes: {
    readonly placement: NotePlacement
    readonly numbering: NoteNumbering
    /** What a note in a resolved clause is. */
    readonly inResolved: 'allowed' | 'warning'
    /** A CSL file, relative to the folder. */
    readonly style: string
  }
  readonly quotations: {
    /** What a capital changed without brackets is. */
    readonly silentCapitals: 'warning' | 'error' | 'allowed'
  }
  readonly sources: {
    /** Which web sources need the day on which they were read. */
    readonly accessDates: 'undated' | 'always' | 'never'
  }
  /** Which names of policies call for a title and section, and the parts of the manual that sections begin with. */
  readonly policies: {
    readonly names: readonly string[]
    readonly parts: readonly string[]
  }
  readonly documents: TemplateDocuments
  /** What is long; 0 for no limit. */
  readonly limits: {
    readonly whereasClauses: number
    readonly clauseWords: number
  }
  readonly submission: {
    /** The keys of `submission` that the form of the body asks for. */
    readonly answers: readonly string[]
    /** How long before the meeting it must be in; 0 for no deadline. */
    readonly hoursBeforeMeeting: number
  }
  readonly page: TemplatePage
  readonly labels: TemplateLabels
  readonly statuses: TemplateStatuses
}

export interface TemplateWords {
  readonly whereas: string
  /** Between the lead-in and the clause; a space. */
  readonly afterWhereas: string
  readonly whereasJoin: string
  readonly lastWhereasJoin: string
  readonly bridge: string
  readonly resolved: string
  readonly afterResolved: string
  readonly actor: string
  readonly beforeList: string
  readonly beforeOne: string
  readonly actionJoin: string
  readonly lastActionJoin: string
  readonly actionEnd: string
  /** Holds `{n}`. */
  readonly actionNumber: string
  /** Whether a lone resolved clause is printed as a list of one. */
  readonly numbersLoneAction: boolean
}

/** The usual forms of what stands at the head of a resolution; what is empty is not checked. */
export interface TemplateDocuments {
  /** How titles open. */
  readonly titles: readonly string[]
  /** Holds `{years}`, `{series}` and `{n}`. */
  readonly number: string
  readonly series: readonly string[]
  /** Holds `{year}` and `{name}`. */
  readonly meeting: string
}

export interface TemplatePage {
  readonly paper: 'us-letter' | 'a4'
  readonly margin: number
  /** The font of the Word file; the PDF uses `pdfFont`, of the same widths. */
  readonly font: string
  readonly pdfFont: string
  readonly size: number
  readonly noteSize: number
  readonly hangingIndent: number
  readonly hasLineNumbers: boolean
}

/** Words that stand around the resolution; `{page}` and `{pages}` are filled in by the writers. */
export interface TemplateLabels {
  readonly mover: string
  readonly seconder: string
  readonly endorser: string
  readonly endorserInPrinciple: string
  readonly pageOf: string
  readonly notes: string
  readonly backToText: string
  readonly draft: string
}

/** A sentence for each status, `{date}` and `{meeting}` filled in; an empty sentence prints nothing. */
export interface TemplateStatuses {
  readonly draft: string
  readonly submitted: string
  readonly adopted: string
  readonly defeated: string
  readonly withdrawn: string
  readonly referred: string
  /** The office that attests an adopted copy; empty for no attestation. */
  readonly attestation: string
}
