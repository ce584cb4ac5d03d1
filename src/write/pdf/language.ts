/** A language tag as Typst takes it: language and region apart, the script left out. */
export function splitLanguage(tag: string): {readonly language: string; readonly region: string | null} {
  const [, language = 'und', region = null] = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/i.exec(tag) ?? []
  return {language: language.toLowerCase(), region: region?.toUpperCase() ?? null}
}
