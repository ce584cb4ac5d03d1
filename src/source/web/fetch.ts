import type {IncomingMessage} from 'node:http'
import {STATUS_CODES} from 'node:http'
import {readBody} from './body.ts'
import {readContentType} from './content-type.ts'
import {describeNetworkFailure} from './network-problem.ts'
import {ask, internet, isRefusal, type Network, type RequestOptions, refusalOf} from './request.ts'

export interface FetchOptions {
  /** Whether addresses of private networks and of this machine are fetched too. */
  readonly allowPrivate?: boolean
  /** For everything together, in milliseconds; 30 seconds unless told. */
  readonly timeLimit?: number
  /** For what came, and for what it decompresses to; 50 MB unless told. */
  readonly byteLimit?: number
  /** How many redirects are followed; 10 unless told. */
  readonly redirectLimit?: number
  readonly userAgent?: string
  readonly network?: Network
}

/** A page as its server gave it. */
export interface FetchedPage {
  /** Decompressed, else as they came. */
  readonly bytes: Uint8Array
  /** The address that answered, without a fragment, which is never sent. */
  readonly finalAddress: string
  /** In small letters, without parameters; empty when the server names none. */
  readonly mediaType: string
  /** In small letters; only when the server names it. */
  readonly charset: string | undefined
  /** Always 200; anything else is a problem. */
  readonly status: number
  /** The addresses that led on to others, in order; the first is the one that was asked for. */
  readonly redirects: readonly string[]
}

/** Why there is no page, in words that go on from "cannot be fetched: ". */
export interface FetchProblem {
  readonly problem: string
}

const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308]

/** Honest about what asks: a program, once, because a person named this address. */
const defaultUserAgent = 'whereas (keeps a copy of one page that a person cites)'

/**
 * Fetches one page. Whatever the network does becomes a problem; nothing is thrown.
 * Each address on the way is checked before it is asked, and each answer of the DNS before it is connected to.
 * A `<meta http-equiv="refresh">` is not followed, and robots.txt not read: a person asks for a single page.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage | FetchProblem> {
  if (!URL.canParse(address)) return {problem: `\`${address}\` is not an address, expected one such as \`https://…\``}
  const {timeLimit = 30_000, byteLimit = 50_000_000, redirectLimit = 10} = options
  const signal = AbortSignal.timeout(timeLimit)
  const asking: RequestOptions = {
    network: options.network ?? internet,
    allowPrivate: options.allowPrivate ?? false,
    userAgent: options.userAgent ?? defaultUserAgent,
    signal
  }
  const redirects: string[] = []
  let target = withoutFragment(address)
  try {
    for (;;) {
      const refused = refusalOf(target, asking)
      if (refused !== undefined) return {problem: refused}
      const response = await ask(target, asking)
      const next = redirectOf(response, target)
      if (next === undefined) return await pageFrom(response, target, redirects, byteLimit, signal)
      response.destroy()
      if ('problem' in next) return next
      if (redirects.length === redirectLimit) return {problem: `there are more than ${redirectLimit} redirects`}
      redirects.push(target.href)
      target = next
    }
  } catch (failure) {
    if (signal.aborted) return {problem: `it took longer than ${secondsInWords(timeLimit)}`}
    if (isRefusal(failure)) return {problem: failure.message}
    return {problem: describeNetworkFailure(failure, target.host)}
  }
}

async function pageFrom(
  response: IncomingMessage,
  target: URL,
  redirects: readonly string[],
  byteLimit: number,
  signal: AbortSignal
): Promise<FetchedPage | FetchProblem> {
  const status = response.statusCode ?? 0
  if (status !== 200) {
    response.destroy()
    return {problem: `\`${target.href}\` answered ${statusInWords(status)}`}
  }
  const bytes = await readBody(response, byteLimit, signal)
  if (bytes.length === 0) return {problem: `\`${target.href}\` answered with an empty page`}
  const {mediaType, charset} = readContentType(response.headers['content-type'])
  return {bytes, finalAddress: target.href, mediaType, charset, status, redirects}
}

/** Where an answer leads on to; undefined when it does not. */
function redirectOf(response: IncomingMessage, target: URL): URL | FetchProblem | undefined {
  if (!redirectStatuses.includes(response.statusCode ?? 0)) return undefined
  const location = response.headers.location
  if (location === undefined) return {problem: `\`${target.href}\` leads on and does not say where`}
  const typed = inUtf8(location)
  return URL.canParse(typed, target.href)
    ? withoutFragment(typed, target)
    : {problem: `\`${target.href}\` leads on to \`${typed}\`, which is not an address`}
}

/** Node reads header bytes as Latin-1; servers that write letters beyond ASCII mean UTF-8. */
function inUtf8(header: string): string {
  const text = Buffer.from(header, 'latin1').toString('utf8')
  return text.includes('\uFFFD') ? header : text
}

function withoutFragment(address: string, base?: URL): URL {
  const url = new URL(address, base)
  url.hash = ''
  return url
}

function statusInWords(status: number): string {
  const meaning = STATUS_CODES[status]
  return meaning === undefined ? String(status) : `${status} (${meaning.toLowerCase()})`
}

function secondsInWords(milliseconds: number): string {
  const seconds = milliseconds / 1000
  return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
}
