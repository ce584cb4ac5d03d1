import remarkParse from 'remark-parse'
import {unified} from 'unified'

export interface Fence {
  readonly lang: string
  readonly meta: string
  readonly value: string
  /** The line of the opening fence, 1-based; its words begin on the next one. */
  readonly line: number
  /** The line of the closing fence. */
  readonly endLine: number
}

/** The code fences of a Markdown page, in order. */
export function fencesOf(page: string): Fence[] {
  const tree = unified().use(remarkParse).parse(page)
  return tree.children.flatMap(node =>
    node.type === 'code'
      ? [
          {
            lang: node.lang ?? '',
            meta: node.meta ?? '',
            value: node.value,
            line: node.position?.start.line ?? 0,
            endLine: node.position?.end.line ?? 0
          }
        ]
      : []
  )
}

/** A page with other words in some of its fences: what a test found, for comparing or accepting the whole page. */
export function withFences(page: string, values: ReadonlyMap<Fence, string>): string {
  const lines = page.split('\n')
  for (const [fence, value] of [...values].sort(([a], [b]) => b.line - a.line))
    lines.splice(fence.line, fence.endLine - 1 - fence.line, ...(value === '' ? [] : value.split('\n')))
  return lines.join('\n')
}
