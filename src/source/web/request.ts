import {lookup} from 'node:dns'
import {type IncomingMessage, request as plainRequest} from 'node:http'
import {request as secureRequest} from 'node:https'
import {isIP, type LookupFunction} from 'node:net'
import {isLocalName, isPublicAddress} from './public-address.ts'

/** The network as a fetch sees it; tests bring their own. */
export interface Network {
  /** Looks a name up; answers all its addresses. */
  readonly lookup: LookupFunction
  readonly isPublic: (address: string) => boolean
  /** Certificates to trust in place of the usual ones, as PEM. */
  readonly authorities: string | undefined
}

/** The internet. */
export const internet: Network = {lookup, isPublic: isPublicAddress, authorities: undefined}

export interface RequestOptions {
  readonly network: Network
  readonly allowPrivate: boolean
  readonly userAgent: string
  readonly signal: AbortSignal
}

/** Longest header of an answer, in bytes; a content security policy takes more than Node's 16 KB at times. */
const longestHeader = 65_536

const accepted = [
  'text/html',
  'application/xhtml+xml',
  'application/pdf;q=0.9',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document;q=0.9',
  'text/markdown;q=0.9',
  'text/plain;q=0.9',
  '*/*;q=0.5'
].join(',')

/** Why an address is not asked, by its letters alone; undefined when it may be. */
export function refusalOf(target: URL, options: Pick<RequestOptions, 'network' | 'allowPrivate'>): string | undefined {
  if (target.protocol !== 'https:' && target.protocol !== 'http:')
    return `\`${target.protocol}\` is not a way to fetch a page, expected \`https:\` or \`http:\``
  if (target.username !== '' || target.password !== '')
    return 'there is a user name or password in the address, expected an address that anybody may know'
  if (options.allowPrivate) return undefined
  const host = bareHostOf(target)
  if (isLocalName(host)) return privateRefusal(host)
  return isIP(host) > 0 && !options.network.isPublic(host) ? privateRefusal(host) : undefined
}

/**
 * Asks for one page with GET and answers when the header has come. Rejects with what Node says, or with an error that
 * `isRefusal` knows. Without an agent of our own there is no connection that lives on, no cookie, and no proxy: the
 * variables `HTTP_PROXY` and `HTTPS_PROXY` are not looked at, since a proxy would reach addresses that nobody checked.
 */
export function ask(target: URL, options: RequestOptions): Promise<IncomingMessage> {
  const {network, userAgent, signal} = options
  return new Promise((resolve, reject) => {
    const settings = {
      agent: false as const, // the type wants the literal
      headers: {accept: accepted, 'accept-encoding': 'gzip, br, deflate', 'user-agent': userAgent},
      lookup: options.allowPrivate ? network.lookup : checkedLookup(network),
      maxHeaderSize: longestHeader,
      insecureHTTPParser: false,
      signal
    }
    const request =
      target.protocol === 'https:'
        ? secureRequest(target, {
            ...settings,
            ...(network.authorities && {ca: network.authorities}),
            rejectUnauthorized: true
          })
        : plainRequest(target, settings)
    request.on('response', resolve)
    request.on('error', reject)
    // Answers that turn into another protocol end without either.
    request.on('close', () => reject(Object.assign(new Error('closed'), {code: 'ECONNRESET'})))
    request.end()
  })
}

/**
 * A lookup whose every answer was checked. The socket connects to what it gives, so that a name cannot
 * lead elsewhere between the check and the connection. One private address among several refuses the name.
 */
function checkedLookup(network: Network): LookupFunction {
  return (name, options, callback) => {
    network.lookup(name, {...options, all: true}, (error, answer) => {
      if (error) return callback(error, '', 0)
      const found = Array.isArray(answer) ? answer : [{address: answer, family: isIP(answer)}]
      const refused = found.find(({address}) => !network.isPublic(address))
      if (refused) return callback(refusal(privateRefusal(refused.address)), '', 0)
      const [first] = found
      if (!first) return callback(Object.assign(new Error('no address'), {code: 'ENODATA'}), '', 0)
      return options.all ? callback(null, found) : callback(null, first.address, first.family)
    })
  }
}

/** An error with words for people, for places where only an error gets through. */
export function refusal(words: string): Error {
  return Object.assign(new Error(words), {code: refusalCode})
}

export function isRefusal(failure: unknown): failure is Error {
  return failure instanceof Error && 'code' in failure && failure.code === refusalCode
}

const refusalCode = 'WHEREAS_REFUSAL'

function privateRefusal(host: string): string {
  return `the address leads to a private network (${host}), expected a public address, or \`--allow-private\``
}

function bareHostOf(target: URL): string {
  return target.hostname.replace(/^\[|\]$/g, '')
}
