import remarkParse from 'remark-parse'
import {unified} from 'unified'

export interface Fence {
  readonly lang: string
  readonly meta: string
  readonly value: string
  readonly line: number
}

/** The code fences of a Markdown page, in order. */
export function fencesOf(page: string): Fence[] {
  const tree = unified().use(remarkParse).parse(page)
  return tree.children.flatMap(node =>
    node.type === 'code'
      ? [{lang: node.lang ?? '', meta: node.meta ?? '', value: node.value, line: node.position?.start.line ?? 0}]
      : []
  )
}
