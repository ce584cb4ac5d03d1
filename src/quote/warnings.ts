import type {Hidden} from './compare.ts'
import type {Warning} from './types.ts'

const messages: Readonly<Record<Exclude<Hidden['kind'], 'number'>, string>> = {
  capitals: 'a capital was changed without brackets',
  apostrophe: 'an apostrophe was changed',
  spacing: 'words were joined or parted',
  punctuation: 'punctuation inside the quotation was changed'
}

/** One warning a kind, at the first place of it. */
export function hiddenWarnings(hidden: readonly Hidden[]): Warning[] {
  const warnings: Warning[] = []
  for (const {kind, at, passage} of hidden)
    if (kind !== 'number' && !warnings.some(warning => warning.kind === kind))
      warnings.push({kind, message: messages[kind], start: at.start, end: at.end, passage})
  return warnings
}
