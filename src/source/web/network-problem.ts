/** What the codes of Node, OpenSSL and the HTTP parser say to people; `host` stands in backticks already. */
const sentences: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: host => `the name ${host} is not known`,
  ENODATA: host => `the name ${host} has no address`,
  EAI_AGAIN: host => `the name ${host} could not be looked up; there may be no network`,
  ECONNREFUSED: host => `${host} refuses connections`,
  ECONNRESET: () => brokenOff,
  EPIPE: () => brokenOff,
  ERR_STREAM_PREMATURE_CLOSE: () => brokenOff,
  Z_BUF_ERROR: () => brokenOff,
  Z_DATA_ERROR: () => notPacked,
  ETIMEDOUT: host => `${host} cannot be reached`,
  EHOSTUNREACH: host => `${host} cannot be reached`,
  ENETUNREACH: host => `${host} cannot be reached; there may be no network`,
  EADDRNOTAVAIL: host => `${host} cannot be reached`,
  EPROTO: noTls,
  CERT_HAS_EXPIRED: host => `the certificate of ${host} has expired`,
  CERT_NOT_YET_VALID: host => `the certificate of ${host} is not valid yet`,
  CERT_REVOKED: host => `the certificate of ${host} was revoked`,
  ERR_TLS_CERT_ALTNAME_INVALID: host => `the certificate is not for ${host} but for another name`,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownSigner,
  SELF_SIGNED_CERT_IN_CHAIN: unknownSigner,
  UNABLE_TO_GET_ISSUER_CERT: unknownSigner,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownSigner,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownSigner,
  HPE_HEADER_OVERFLOW: host => `the header of the answer of ${host} is longer than 64 KB`
}

const notPacked = 'it is not compressed in the way it says'
const brokenOff = 'the connection broke off before all of it had come'

function unknownSigner(host: string): string {
  return `the certificate of ${host} is not signed by an authority that is known here`
}

function noTls(host: string): string {
  return `${host} does not speak TLS at this port, or in another way; the address may be one of \`http:\``
}

/** Says why a connection failed, in words that go on from "cannot be fetched: ". */
export function describeNetworkFailure(failure: unknown, host: string): string {
  const code = codeOf(failure)
  const named = `\`${host}\``
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  if (sentence) return sentence(named)
  if (code.startsWith('HPE_')) return `the answer of ${named} is not HTTP`
  if (code.startsWith('ERR_SSL_')) return noTls(named)
  // What Brotli says, with a name for each of its thirty flaws.
  if (code.startsWith('ERR__ERROR_')) return notPacked
  if (code.startsWith('CERT_')) return `the certificate of ${named} is not in order (${code})`
  return `the connection to ${named} failed (${code})`
}

/** The code of an error; several attempts at once give an AggregateError, of which the first cause counts. */
function codeOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'no reason given'
  if ('code' in failure && typeof failure.code === 'string') return failure.code
  if (failure instanceof AggregateError && failure.errors.length > 0) return codeOf(failure.errors[0])
  return failure.message
}
