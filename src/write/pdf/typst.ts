import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {NodeCompiler, NodeTypstDocument} from '@myriaddreamin/typst-ts-node-compiler'

/** A page template and its data as Typst has set them. */
export interface SetPages {
  readonly pages: number
  /** Plain sentences of Typst, such as `unknown font family: garamond`. */
  readonly warnings: readonly string[]
  /** The PDF, or why a standard forbids it: plain sentences of Typst. */
  readonly exportPdf: (standard: 'ua-1' | undefined) => Uint8Array | readonly string[]
}

/** Typst with our four faces; `set` runs a template over the inputs. */
export interface Typst {
  readonly set: (template: string, inputs: Record<string, string>, timestamp: number) => SetPages
  /** Empties Typst's memory of earlier documents; what each document shares, such as the template, stays. */
  readonly forget: () => void
}

const faces = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']

/** A place beneath a file, so that nothing can ever lie there: what Typst takes for its folder. */
const nowhere = join(fileURLToPath(import.meta.url), 'nothing')

/**
 * Words by which a template could reach for packages (Typst would download them) or run a string.
 * Typst has no escapes inside words, so that a template without them cannot do either.
 */
const reachingWord = /\b(?:import|include|eval|std)\b/

/** Loads Typst, which is native code, only when a PDF is asked for. */
export async function startTypst(): Promise<Typst> {
  const compiler = (await loadTypst()).create({workspace: nowhere, fontArgs: [{fontBlobs: readFaces()}]})
  return {
    set: (template, inputs, timestamp) => setPages(compiler, template, inputs, timestamp),
    forget: () => compiler.evictCache(2)
  }
}

async function loadTypst(): Promise<typeof NodeCompiler> {
  try {
    return (await import('@myriaddreamin/typst-ts-node-compiler')).NodeCompiler
  } catch (cause) {
    const platform = `${process.platform} ${process.arch}`
    throw new Error(`PDF cannot be written on ${platform}, the other formats still work`, {cause})
  }
}

function readFaces(): Buffer[] {
  const require = createRequire(import.meta.url)
  return faces.map(face => readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)))
}

function setPages(
  compiler: NodeCompiler,
  template: string,
  inputs: Record<string, string>,
  creationTimestamp: number
): SetPages {
  const reaching = reachingWord.exec(template)?.[0]
  if (reaching !== undefined) {
    throw new Error(`\`${reaching}\` is in the page template, expected a template that needs no other files`)
  }
  const result = compiler.compile({mainFileContent: template, inputs})
  const pages: NodeTypstDocument | null = result.result
  const problems = pages === null ? result.takeError() : result.takeWarnings()
  const messages = problems === null ? [] : compiler.fetchDiagnostics(problems).map(({message}) => String(message))
  if (pages === null) throw new Error(`the page template cannot be set: ${messages.join('; ')}`)
  return {
    pages: pages.numOfPages,
    warnings: messages,
    exportPdf: standard => {
      const options = standard === undefined ? {creationTimestamp} : {creationTimestamp, pdfStandard: standard}
      try {
        return compiler.pdf(pages, options)
      } catch (error) {
        const refusals = readRefusals(error instanceof Error ? error.message : String(error))
        if (standard === undefined) throw new Error(`the PDF cannot be written: ${refusals.join('; ')}`)
        return refusals
      }
    }
  }
}

/** The export throws a list in Rust's debug notation; the sentences in it are the `message` fields. */
const debugMessage = /\bmessage: "((?:[^"\\]|\\.)*)"/g

function readRefusals(debugText: string): readonly string[] {
  const messages = Array.from(debugText.matchAll(debugMessage), match => unescapeRust(match[1] ?? ''))
  return messages.length === 0 ? ['unknown reason'] : messages
}

const rustEscape = /\\(?:u\{([0-9a-f]{1,6})\}|(.))/g
const rustLetters: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', 0: '\0'}

/** Undoes the escapes of Rust's debug notation: `\u{301}`, `\"`, `\\`, `\n` … */
export function unescapeRust(text: string): string {
  return text.replace(rustEscape, (_, code: string | undefined, letter: string) =>
    code === undefined ? (rustLetters[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16))
  )
}

/** Half of a character, which Typst takes for broken JSON. */
const loneSurrogate = /\p{Surrogate}/gu

/** Data for a page template. */
export function toJson(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(loneSurrogate, '\ufffd') : value
  )
}
