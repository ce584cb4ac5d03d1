import {createServer, type IncomingMessage, type RequestListener} from 'node:http'
import {createServer as createSecureServer} from 'node:https'
import {
  type AddressInfo,
  createServer as createPlainServer,
  type LookupFunction,
  type Server,
  type Socket
} from 'node:net'
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from 'node:zlib'
import {afterEach, describe, expect, test} from 'vitest'
import {type FetchOptions, fetchPage} from '../../src/source/web/fetch.ts'
import {describeNetworkFailure} from '../../src/source/web/network-problem.ts'
import {internet} from '../../src/source/web/request.ts'
import {selfSigned} from './self-signed.ts'

const open: {readonly server: Server; readonly sockets: Set<Socket>}[] = []

afterEach(() => {
  for (const {server, sockets} of open.splice(0)) {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
})

/** Starts a server on a free port of this machine; it ends with the test. */
function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  open.push({server, sockets})
  return new Promise(resolve => server.listen(0, host, () => resolve((server.address() as AddressInfo).port))) // it listens on a port, not on a pipe
}

const serve = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(createServer(listener))}`

/** A server that answers bytes of our own to whatever is asked. */
const serveRaw = async (answer: (socket: Socket) => void): Promise<string> => {
  const port = await listen(createPlainServer(socket => socket.once('data', () => answer(socket))))
  return `http://127.0.0.1:${port}`
}

const here: FetchOptions = {allowPrivate: true}
const textOf = (page: Awaited<ReturnType<typeof fetchPage>>): string =>
  'problem' in page ? `problem: ${page.problem}` : new TextDecoder().decode(page.bytes)

describe('a page that comes', () => {
  test('whole, with what the server says of it', async () => {
    const at = await serve((_, response) => {
      response.setHeader('Content-Type', 'Text/HTML; Charset="ISO-8859-1"')
      response.end(Buffer.from([0x3c, 0x70, 0x3e, 0xe9, 0x00, 0xff]))
    })
    expect(await fetchPage(`${at}/a%20b?c=d#part`, here)).toEqual({
      bytes: new Uint8Array([0x3c, 0x70, 0x3e, 0xe9, 0x00, 0xff]),
      finalAddress: `${at}/a%20b?c=d`,
      mediaType: 'text/html',
      charset: 'iso-8859-1',
      status: 200,
      redirects: []
    })
  })

  test('is asked for once, with an honest name, without cookie, fragment or referrer', async () => {
    const seen: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = []
    const at = await serve(({method, url, headers}, response) => {
      seen.push({method: method!, url: url!, headers})
      response.setHeader('Set-Cookie', 'id=1')
      if (url === '/a') response.writeHead(302, {Location: '/b'})
      response.end('x')
    })
    await fetchPage(`${at}/a#part`, {...here, userAgent: 'whereas/9 (a test)'})
    await fetchPage(`${at}/c`, here)
    expect(seen.map(({method, url}) => `${method} ${url}`)).toEqual(['GET /a', 'GET /b', 'GET /c'])
    for (const {headers} of seen) {
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
      expect(headers.accept).toMatch(/^text\/html,/)
      expect(headers['accept-encoding']).toBe('gzip, br, deflate')
      expect(headers.connection).toBe('close')
    }
    expect(seen.map(({headers}) => headers['user-agent']!.split(/[ /]/)[0])).toEqual(['whereas', 'whereas', 'whereas'])
    expect(seen[0]!.headers['user-agent']).toBe('whereas/9 (a test)')
  })

  const words = 'the right to read '.repeat(100)
  test.each([
    ['gzip', gzipSync(words)],
    ['x-gzip', gzipSync(words)],
    ['GZIP', gzipSync(words)],
    ['br', brotliCompressSync(words)],
    ['deflate', deflateSync(words)],
    ['deflate', deflateRawSync(words)],
    ['identity', Buffer.from(words)]
  ])('is unpacked: %s', async (coding, bytes) => {
    const at = await serve((_, response) => {
      response.setHeader('Content-Encoding', coding)
      // In two parts, so that the first byte alone must tell one kind of deflate from the other.
      response.write(bytes.subarray(0, 1))
      response.end(bytes.subarray(1))
    })
    expect(textOf(await fetchPage(at, here))).toBe(words)
  })

  test.each([
    [undefined, '', undefined],
    ['', '', undefined],
    ['nonsense', '', undefined],
    ['text/html', 'text/html', undefined],
    ['text/html;charset=utf-8', 'text/html', 'utf-8'],
    ['text/html ; boundary=x; CHARSET = "Big5"', 'text/html', 'big5'],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      undefined
    ]
  ])('with Content-Type %s', async (field, mediaType, charset) => {
    const at = await serve((_, response) => {
      if (field !== undefined) response.setHeader('Content-Type', field)
      response.end('x')
    })
    expect(await fetchPage(at, here)).toMatchObject({mediaType, charset})
  })
})

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i is followed', async status => {
    const at = await serve(({url}, response) => {
      if (url === '/end?x=1') response.end('end')
      else response.writeHead(status, {Location: url === '/start' ? 'middle#a' : `${at}/end?x=1#b`}).end('on the way')
    })
    const page = await fetchPage(`${at}/start`, here)
    expect(textOf(page)).toBe('end')
    expect(page).toMatchObject({finalAddress: `${at}/end?x=1`, redirects: [`${at}/start`, `${at}/middle`]})
  })

  test.each([
    [0, 'end'],
    [10, 'end'],
    [11, 'problem: there are more than 10 redirects']
  ])('a chain of %i', async (length, expected) => {
    const at = await serve(({url = '/'}, response) => {
      const left = Number(url.slice(1))
      if (left === 0) response.end('end')
      else response.writeHead(302, {Location: `/${left - 1}`}).end()
    })
    expect(textOf(await fetchPage(`${at}/${length}`, here))).toBe(expected)
  })

  test('a loop ends at the limit', async () => {
    let count = 0
    const at = await serve((_, response) => {
      count++
      response.writeHead(302, {Location: '/'}).end()
    })
    expect(textOf(await fetchPage(at, {...here, redirectLimit: 3}))).toBe('problem: there are more than 3 redirects')
    expect(count).toBe(4)
  })

  test.each([
    ['ftp://example.org/a', '`ftp:` is not a way to fetch a page, expected `https:` or `http:`'],
    ['file:///etc/passwd', '`file:` is not a way to fetch a page, expected `https:` or `http:`'],
    ['javascript:alert(1)', '`javascript:` is not a way to fetch a page, expected `https:` or `http:`'],
    ['data:text/html,x', '`data:` is not a way to fetch a page, expected `https:` or `http:`'],
    [
      'http://user:word@example.org/',
      'there is a user name or password in the address, expected an address that anybody may know'
    ]
  ])('to %s are refused', async (location, problem) => {
    const at = await serve((_, response) => response.writeHead(302, {Location: location}).end())
    expect(await fetchPage(at, here)).toEqual({problem})
  })

  test('that lead nowhere', async () => {
    const at = await serve(({url}, response) => {
      response.writeHead(302, url === '/none' ? {} : {Location: 'http://[broken'}).end()
    })
    expect(await fetchPage(`${at}/none`, here)).toEqual({problem: `\`${at}/none\` leads on and does not say where`})
    expect(await fetchPage(`${at}/bad`, here)).toEqual({
      problem: `\`${at}/bad\` leads on to \`http://[broken\`, which is not an address`
    })
  })

  test('to an address in UTF-8', async () => {
    const at = await serve(({url}, response) => {
      if (url === '/') response.writeHead(302, {Location: Buffer.from('/café').toString('latin1')}).end()
      else response.end(url)
    })
    expect(textOf(await fetchPage(at, here))).toBe('/caf%C3%A9')
  })
})

describe('private networks', () => {
  const refused = (host: string) => ({
    problem: `the address leads to a private network (${host}), expected a public address, or \`--allow-private\``
  })

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0x7f.0.0.1', '127.0.0.1'],
    ['017700000001', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['①②⑦.0.0.1', '127.0.0.1'],
    ['0', '0.0.0.0'],
    ['169.254.169.254', '169.254.169.254'],
    ['192.168.0.1', '192.168.0.1'],
    ['[::1]', '::1'],
    ['[::]', '::'],
    ['[::ffff:127.0.0.1]', '::ffff:7f00:1'],
    ['[64:ff9b::127.0.0.1]', '64:ff9b::7f00:1'],
    ['[2002:7f00:1::]', '2002:7f00:1::'],
    ['[fe80::1]', 'fe80::1'],
    ['[fd00::1]', 'fd00::1'],
    ['localhost', 'localhost'],
    ['LocalHost.', 'localhost.'],
    ['printer.localhost', 'printer.localhost']
  ])('%s is not asked', async (host, named) => {
    let asked = 0
    const at = await serve((_, response) => {
      asked++
      response.end('secret')
    })
    const {port} = new URL(at)
    expect(await fetchPage(`http://${host}:${port}/`)).toEqual(refused(named))
    expect(asked).toBe(0)
  })

  /** A name server of our own; each look-up takes the next answer, and the last one stays. */
  const names = (
    ...answers: readonly (readonly string[])[]
  ): {readonly lookup: LookupFunction; readonly asked: string[]} => {
    const asked: string[] = []
    const lookup: LookupFunction = (name, options, callback) => {
      const found = answers[Math.min(asked.length, answers.length - 1)]!
      asked.push(name)
      const all = found.map(address => ({address, family: address.includes(':') ? 6 : 4}))
      if (options.all) callback(null, all)
      else callback(null, all[0]!.address, all[0]!.family)
    }
    return {lookup, asked}
  }
  /** As if the servers of these tests stood in the open. */
  const isPublic = (address: string): boolean => address === '127.0.0.1'

  test('a name that leads to one is not asked', async () => {
    let asked = 0
    const at = await serve((_, response) => {
      asked++
      response.end('secret')
    })
    const {port} = new URL(at)
    for (const answer of [
      ['127.0.0.1'],
      ['1.1.1.1', '127.0.0.1'],
      ['::1', '1.1.1.1'],
      ['::ffff:127.0.0.1'],
      ['fe80::1%eth0']
    ]) {
      const {lookup} = names(answer)
      const page = await fetchPage(`http://library.example:${port}/`, {network: {...internet, lookup}})
      expect(page).toEqual(refused(answer.find(each => each !== '1.1.1.1')!))
    }
    expect(asked).toBe(0)
  })

  test('a public server may not lead there', async () => {
    let asked = 0
    const secret = await serve((_, response) => {
      asked++
      response.end('secret')
    })
    const {port} = new URL(secret)
    const at = await serve(({url}, response) =>
      response.writeHead(302, {Location: decodeURIComponent(url!.slice(1))}).end()
    )
    const {lookup} = names(['127.0.0.1'])
    const network = {...internet, lookup, isPublic}
    const start = `http://library.example:${new URL(at).port}`
    for (const [target, host] of [
      [`http://127.0.0.2:${port}/`, '127.0.0.2'],
      [`//[::1]:${port}/`, '::1'],
      [`http://localhost:${port}/`, 'localhost'],
      [`http://2130706434:${port}/`, '127.0.0.2'],
      ['http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
      ['http://[::ffff:10.0.0.1]/', '::ffff:a00:1']
    ] as const) {
      expect(await fetchPage(`${start}/${encodeURIComponent(target)}`, {network})).toEqual(refused(host))
    }
    expect(asked).toBe(0)
    // The same way on to a public address is taken.
    expect(textOf(await fetchPage(`${start}/${encodeURIComponent(`http://other.example:${port}/`)}`, {network}))).toBe(
      'secret'
    )
  })

  test('an answer of the DNS that changes between two look-ups', async () => {
    let asked = 0
    const at = await serve((_, response) => {
      asked++
      response.writeHead(302, {Location: '/again'}).end()
    })
    const server = names(['127.0.0.1'], ['10.0.0.1'])
    const network = {...internet, lookup: server.lookup, isPublic}
    expect(await fetchPage(`http://library.example:${new URL(at).port}/`, {network})).toEqual(refused('10.0.0.1'))
    // One look-up a connection: what was checked is what was connected to.
    expect(server.asked).toEqual(['library.example', 'library.example'])
    expect(asked).toBe(1)
  })

  test('a name without an address', async () => {
    const {lookup} = names([])
    expect(await fetchPage('http://library.example/', {network: {...internet, lookup}})).toEqual({
      problem: 'the name `library.example` has no address'
    })
  })

  test('are asked when that is allowed', async () => {
    const at = await serve((_, response) => response.end('intranet'))
    expect(textOf(await fetchPage(at, {allowPrivate: true}))).toBe('intranet')
    const {lookup} = names(['127.0.0.1'])
    const named = `http://intranet.example:${new URL(at).port}/`
    expect(textOf(await fetchPage(named, {allowPrivate: true, network: {...internet, lookup}}))).toBe('intranet')
  })
})

describe('addresses that are none', () => {
  test.each([
    ['www.example.org/a', '`www.example.org/a` is not an address, expected one such as `https://…`'],
    ['', '`` is not an address, expected one such as `https://…`'],
    ['http://', '`http://` is not an address, expected one such as `https://…`'],
    ['ftp://example.org/', '`ftp:` is not a way to fetch a page, expected `https:` or `http:`'],
    ['file:///etc/passwd', '`file:` is not a way to fetch a page, expected `https:` or `http:`'],
    [
      'https://me:secret@example.org/',
      'there is a user name or password in the address, expected an address that anybody may know'
    ],
    [
      'https://me@example.org/',
      'there is a user name or password in the address, expected an address that anybody may know'
    ]
  ])('%s', async (address, problem) => {
    expect(await fetchPage(address)).toEqual({problem})
  })
})

describe('servers that fail', () => {
  test.each([
    [404, '404 (not found)'],
    [500, '500 (internal server error)'],
    [403, '403 (forbidden)'],
    [204, '204 (no content)'],
    [206, '206 (partial content)'],
    [304, '304 (not modified)'],
    [300, '300 (multiple choices)'],
    [799, '799']
  ])('status %i', async (status, words) => {
    const at = await serve((_, response) => response.writeHead(status).end())
    expect(await fetchPage(`${at}/a`, here)).toEqual({problem: `\`${at}/a\` answered ${words}`})
  })

  test('an empty page', async () => {
    const at = await serve((_, response) => response.end())
    expect(await fetchPage(at, here)).toEqual({problem: `\`${at}/\` answered with an empty page`})
  })

  test('a refused connection', async () => {
    const server = createServer()
    const port = await listen(server)
    await new Promise(resolve => server.close(resolve))
    expect(await fetchPage(`http://127.0.0.1:${port}/`, here)).toEqual({
      problem: `\`127.0.0.1:${port}\` refuses connections`
    })
  })

  const broken = {problem: 'the connection broke off before all of it had come'}
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
  test.each<readonly [string, (socket: Socket) => void, {readonly problem: RegExp | string}]>([
    ['closes at once', socket => socket.destroy(), broken],
    ['resets the connection', socket => socket.resetAndDestroy(), broken],
    ['sends less than it says', socket => socket.end(`${head}Content-Length: 100\r\n\r\nshort`), broken],
    [
      'leaves out the last chunk',
      socket => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n`),
      broken
    ],
    [
      'resets in the middle',
      socket => socket.write(`${head}Content-Length: 100\r\n\r\nshort`, () => socket.resetAndDestroy()),
      broken
    ],
    ['sends half a header', socket => socket.end(`${head}X-Half`), broken],
    [
      'changes the protocol',
      socket => socket.end('HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      broken
    ]
  ])('one that %s', async (_, answer, expected) => {
    expect(await fetchPage(await serveRaw(answer), here)).toEqual(expected)
  })

  test('one that does not speak HTTP', async () => {
    const at = await serveRaw(socket => socket.end('SSH-2.0-OpenSSH_9.6\r\n'))
    expect(await fetchPage(at, here)).toEqual({problem: `the answer of \`${new URL(at).host}\` is not HTTP`})
  })

  test('one that names two lengths', async () => {
    const at = await serveRaw(socket => socket.end(`${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nshort!`))
    expect(await fetchPage(at, here)).toEqual({problem: `the answer of \`${new URL(at).host}\` is not HTTP`})
  })

  test.each([
    ['one long field', `X-Long: ${'x'.repeat(200_000)}\r\n`],
    ['many fields', 'X-Many: 1234567890\r\n'.repeat(20_000)]
  ])('a header of %s', async (_, fields) => {
    const at = await serveRaw(socket => socket.end(`${head}${fields}\r\nbody`))
    expect(await fetchPage(at, here)).toEqual({
      problem: `the header of the answer of \`${new URL(at).host}\` is longer than 64 KB`
    })
  })

  test.each([
    ['gzip', gzipSync('a page '.repeat(1000)).subarray(0, 30), broken],
    ['gzip', Buffer.from('<p>no gzip at all'), {problem: 'it is not compressed in the way it says'}],
    ['deflate', Buffer.from('<p>no deflate at all'), {problem: 'it is not compressed in the way it says'}],
    ['br', Buffer.from('<p>no brotli at all'), {problem: 'it is not compressed in the way it says'}],
    ['zstd', Buffer.from('x'), {problem: 'it is compressed with `zstd`, expected `gzip`, `br` or `deflate`'}],
    [
      'gzip, gzip',
      Buffer.from('x'),
      {problem: 'it is compressed with `gzip, gzip`, expected `gzip`, `br` or `deflate`'}
    ]
  ])('bad compression: %s', async (coding, bytes, expected) => {
    const at = await serve((_, response) => response.writeHead(200, {'Content-Encoding': coding}).end(bytes))
    expect(await fetchPage(at, here)).toEqual(expected)
  })
})

describe('limits', () => {
  const inTime: FetchOptions = {...here, timeLimit: 200}
  const late = {problem: 'it took longer than 0.2 seconds'}

  test('a server that never answers', async () => {
    expect(await fetchPage(await serveRaw(() => undefined), inTime)).toEqual(late)
  })

  test('a name server that never answers', async () => {
    const network = {...internet, lookup: () => undefined}
    expect(await fetchPage('http://library.example/', {...inTime, network})).toEqual(late)
  })

  /** Writes without end, a little at a time. */
  const drip = (socket: Socket, start: string, drop: string): void => {
    socket.write(start)
    const timer = setInterval(() => socket.write(drop), 10)
    socket.on('close', () => clearInterval(timer))
  }
  const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n'

  test.each([
    ['a header', 'HTTP/1.1 200 OK\r\n', 'X-Drop: 1\r\n'],
    ['hints', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['a page', `${head}\r\n`, '1\r\nx\r\n'],
    ['a packed page', `${head}Content-Encoding: br\r\n\r\n`, ''],
    ['a page in deflate', `${head}Content-Encoding: deflate\r\n\r\n`, '']
  ])('a drip: %s', async (_, start, drop) => {
    const at = await serveRaw(socket => drip(socket, start, drop))
    expect(await fetchPage(at, inTime)).toEqual(late)
  })

  test('a chain of slow redirects shares one limit', async () => {
    const at = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, {Location: '/'}).end(), 50)
    })
    expect(await fetchPage(at, {...inTime, redirectLimit: 1000})).toEqual(late)
  })

  const small: FetchOptions = {...here, byteLimit: 100_000}
  const tooLarge = {problem: 'it is larger than 100 KB'}
  /** Not the page: a report of how millions of bytes differ takes minutes. */
  const problemOf = (page: Awaited<ReturnType<typeof fetchPage>>): string | undefined =>
    'problem' in page ? page.problem : undefined

  test('a page of just the limit, and one more', async () => {
    const at = await serve(({url}, response) => response.end('x'.repeat(Number(url!.slice(1)))))
    expect(textOf(await fetchPage(`${at}/100000`, small))).toHaveLength(100_000)
    expect(await fetchPage(`${at}/100001`, small)).toEqual(tooLarge)
  })

  test('a page that says it is too large is not read', async () => {
    const at = await serveRaw(socket => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 50000001\r\n\r\n'))
    expect(await fetchPage(at, here)).toEqual({problem: 'it is larger than 50 MB'})
  })

  test('an endless page is stopped', async () => {
    let sent = 0
    const at = await serve((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) sent += 10_000
      }
      response.on('drain', more)
      more()
    })
    expect(problemOf(await fetchPage(at, small))).toBe(tooLarge.problem)
    expect(sent).toBeLessThan(50_000_000)
  })

  test.each([
    ['gzip', gzipSync(Buffer.alloc(30_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(30_000_000))],
    ['deflate', deflateSync(Buffer.alloc(30_000_000))]
  ])('a bomb: %s', async (coding, bytes) => {
    expect(bytes.length).toBeLessThan(small.byteLimit!)
    const at = await serve((_, response) => response.writeHead(200, {'Content-Encoding': coding}).end(bytes))
    expect(problemOf(await fetchPage(at, small))).toBe(tooLarge.problem)
  })
})

describe('TLS', () => {
  const {key, cert} = selfSigned(['library.example'])
  const lookup: LookupFunction = (_, options, callback) =>
    options.all ? callback(null, [{address: '127.0.0.1', family: 4}]) : callback(null, '127.0.0.1', 4)
  const network = {...internet, lookup, isPublic: () => true}
  const serveSecurely = (...pair: readonly [typeof key, string]): Promise<number> =>
    listen(createSecureServer({key: pair[0], cert: pair[1]}, (_, response) => response.end('secure')))

  test('a certificate that is known', async () => {
    const at = `https://library.example:${await serveSecurely(key, cert)}/`
    const page = await fetchPage(at, {network: {...network, authorities: cert}})
    expect(textOf(page)).toBe('secure')
    expect(page).toMatchObject({finalAddress: at})
  })

  test('one that is not', async () => {
    const port = await serveSecurely(key, cert)
    expect(await fetchPage(`https://library.example:${port}/`, {network})).toEqual({
      problem: `the certificate of \`library.example:${port}\` is not signed by an authority that is known here`
    })
  })

  test('one of another name', async () => {
    const port = await serveSecurely(key, cert)
    expect(await fetchPage(`https://other.example:${port}/`, {network: {...network, authorities: cert}})).toEqual({
      problem: `the certificate is not for \`other.example:${port}\` but for another name`
    })
  })

  test.each([
    ['20200101000000Z', '20200201000000Z', 'has expired'],
    ['20980101000000Z', '20990101000000Z', 'is not valid yet']
  ])('one of %s to %s', async (from, until, words) => {
    const other = selfSigned(['library.example'], from, until)
    const port = await serveSecurely(other.key, other.cert)
    expect(
      await fetchPage(`https://library.example:${port}/`, {network: {...network, authorities: other.cert}})
    ).toEqual({
      problem: `the certificate of \`library.example:${port}\` ${words}`
    })
  })

  test('at a port without it', async () => {
    const at = await serve((_, response) => response.end('plain'))
    const {host} = new URL(at)
    expect(await fetchPage(`https://${host}/`, here)).toEqual({
      problem: `\`${host}\` does not speak TLS at this port, or in another way; the address may be one of \`http:\``
    })
  })

  test('asked without it', async () => {
    const port = await serveSecurely(key, cert)
    expect(await fetchPage(`http://127.0.0.1:${port}/`, here)).toMatchObject({
      problem: expect.stringMatching(/broke off|not HTTP/)
    })
  })
})

test.each([
  [Object.assign(new Error(), {code: 'ENOTFOUND'}), 'the name `a.example` is not known'],
  [
    Object.assign(new Error(), {code: 'EAI_AGAIN'}),
    'the name `a.example` could not be looked up; there may be no network'
  ],
  [
    new AggregateError([Object.assign(new Error(), {code: 'ENETUNREACH'})]),
    '`a.example` cannot be reached; there may be no network'
  ],
  [
    Object.assign(new Error(), {code: 'CERT_SIGNATURE_FAILURE'}),
    'the certificate of `a.example` is not in order (CERT_SIGNATURE_FAILURE)'
  ],
  [Object.assign(new Error(), {code: 'ESTRANGE'}), 'the connection to `a.example` failed (ESTRANGE)'],
  [Object.assign(new Error(), {code: 'constructor'}), 'the connection to `a.example` failed (constructor)'],
  [new Error('odd'), 'the connection to `a.example` failed (odd)'],
  ['thrown text', 'the connection to `a.example` failed (no reason given)']
])('failure %#', (failure, words) => {
  expect(describeNetworkFailure(failure, 'a.example')).toBe(words)
})
