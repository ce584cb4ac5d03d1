/** Ways to set words off on a terminal (ECMA-48, SGR). */
export const looks = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  strong: '1',
  faint: '2',
  added: '32',
  removed: '31'
} as const

export type Look = keyof typeof looks

/** Sets words in a look, or leaves them alone without colour. */
export type Paint = (look: Look, words: string) => string

export function painter(hasColor: boolean): Paint {
  return (look, words) => (hasColor && words !== '' ? `\u001b[${looks[look]}m${words}\u001b[0m` : words)
}
