/** Whether clause text can cite a source by this id, `[@id]`: letters, digits and `_`, single other marks between them, as in pandoc. */
export function isCitableId(id: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u.test(id)
}
