/** Whether a number opens a list inside the clause: the next number follows in the same form. */
export function opensList(words: string, number: string): boolean {
  const next = number.replace(/\d+/, digits => String(Number(digits) + 1))
  return words.includes(` ${next} `)
}
