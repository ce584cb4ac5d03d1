import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {deflateSync} from 'node:zlib'
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const faces = ['400Regular', '700Bold'].map(face =>
  readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`))
)
const compiler = NodeCompiler.create({workspace: '/nowhere', fontArgs: [{fontBlobs: faces}]})

/** Sets a source of Typst in Tinos, ten points, on pages of 12 by 16 centimetres. */
export function setByTypst(source: string): Uint8Array {
  const look = '#set page(width: 12cm, height: 16cm, margin: 1.5cm)\n#set text(font: "Tinos", size: 10pt, lang: "en")\n'
  const result = compiler.compile({mainFileContent: look + source})
  const pages = result.result
  const diagnostics = result.takeDiagnostics()
  if (pages === null) throw new Error(JSON.stringify(diagnostics && compiler.fetchDiagnostics(diagnostics)))
  return new Uint8Array(compiler.pdf(pages, {creationTimestamp: 0}))
}

/** A page of a PDF written by hand: its content stream, and entries of its dictionary. */
export interface RawPage {
  readonly content: string | Uint8Array
  readonly entries?: string
  /** The content is deflated already. */
  readonly isDeflated?: boolean
}

/** Writes a PDF of such pages in Courier; `catalog` adds entries to its catalog, `trailer` to its trailer. */
export function writePdf(
  pages: readonly RawPage[],
  {catalog = '', trailer = '', objects = [] as string[]} = {}
): Uint8Array {
  const first = 4 + objects.length
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')
  const bodies: (string | Uint8Array)[][] = [
    [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [
      `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 400 600] /Resources << /Font << /F 3 0 R >> >> >>`
    ],
    ['<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>'],
    ...objects.map(object => [object]),
    ...pages.flatMap(({content, entries = '', isDeflated = false}, i) => {
      const stream = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
      const filter = isDeflated ? '/Filter /FlateDecode' : ''
      return [
        [`<< /Type /Page /Parent 2 0 R /Contents ${first + i * 2 + 1} 0 R ${entries} >>`],
        [`<< /Length ${stream.length} ${filter} >>\nstream\n`, stream, '\nendstream']
      ]
    })
  ]
  return assemble(bodies, trailer)
}

function assemble(bodies: readonly (readonly (string | Uint8Array)[])[], trailer: string): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = chunks[0]?.length ?? 0
  const put = (part: string | Uint8Array): void => {
    const chunk = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)
    chunks.push(chunk)
    length += chunk.length
  }
  for (const [i, body] of bodies.entries()) {
    places.push(length)
    for (const part of [`${i + 1} 0 obj\n`, ...body, '\nendobj\n']) put(part)
  }
  const start = length
  put(`xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`)
  for (const place of places) put(`${String(place).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  return new Uint8Array(Buffer.concat(chunks))
}

/** Shows lines in Courier, each with the matrix that its letters stand in. */
export function showAt(...lines: readonly (readonly [matrix: string, text: string])[]): string {
  const shown = lines.map(([matrix, text]) => `${matrix} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj`)
  return `BT /F 10 Tf ${shown.join('\n')} ET`
}

/** Shows lines from the top of a page down. */
export function showLines(...lines: readonly string[]): string {
  return showAt(...lines.map((line, i) => [`1 0 0 1 40 ${540 - i * 12}`, line] as const))
}

/** A content stream that is so many megabytes long when it is inflated, and a thousandth of that before. */
export function makeBomb(megabytes: number): Uint8Array {
  return deflateSync(Buffer.alloc(megabytes * 1_000_000, '(a) Tj '), {level: 9})
}
