/** Whether an address may become a link; anything else is printed as words. Control characters and blanks never belong to one. */
export function isLinkable(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url)
}
