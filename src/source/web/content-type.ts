/** What a `Content-Type` says, in small letters; an empty media type when it says none. */
export interface ContentType {
  readonly mediaType: string
  readonly charset: string | undefined
}

/** The parameter `charset`, quoted or not. */
const charsetParameter = /;\s{0,20}charset\s{0,20}=\s{0,20}"?([^\s";]{1,40})/i

/** Reads the field (RFC 9110, 8.3.1). */
export function readContentType(field: string | undefined): ContentType {
  const [first = ''] = (field ?? '').split(';')
  const mediaType = first.trim().toLowerCase()
  const isNamed = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mediaType)
  return {
    mediaType: isNamed ? mediaType : '',
    charset: charsetParameter.exec(field ?? '')?.[1]?.toLowerCase()
  }
}
