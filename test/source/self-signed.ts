import {generateKeyPairSync, sign} from 'node:crypto'

/** A key and a certificate for names, signed by itself, as PEM. Made by hand, since Node has nothing for it (RFC 5280). */
export function selfSigned(names: readonly string[], from = '20200101000000Z', until = '20990101000000Z') {
  const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'})
  const algorithm = der(0x30, hex('06082a8648ce3d040302')) // ecdsa-with-SHA256
  const commonName = der(0x30, hex('0603550403'), der(0x0c, Buffer.from(names[0]!)))
  const name = der(0x30, der(0x31, commonName))
  const validity = der(0x30, der(0x18, Buffer.from(from)), der(0x18, Buffer.from(until)))
  const others = der(0x30, ...names.map(each => der(0x82, Buffer.from(each))))
  const extension = der(0x30, hex('0603551d11'), der(0x04, others)) // subjectAltName
  const body = der(
    0x30,
    hex('a003020102'), // version 3
    hex('020101'), // serial number
    algorithm,
    name,
    validity,
    name,
    publicKey.export({type: 'spki', format: 'der'}),
    der(0xa3, der(0x30, extension))
  )
  const signature = der(0x03, hex('00'), sign('sha256', body, privateKey))
  const lines = der(0x30, body, algorithm, signature)
    .toString('base64')
    .match(/.{1,64}/g)!
  const cert = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  return {key: privateKey.export({type: 'pkcs8', format: 'pem'}), cert}
}

/** Tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}
