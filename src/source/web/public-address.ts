import {BlockList, isIP} from 'node:net'

/** IANA IPv4 Special-Purpose Address Registry, and multicast (RFC 5771). */
const specialIpv4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by carriers
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, where clouds keep their secrets
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // automatic multicast tunnelling
  '192.88.99.0/24', // relays of 6to4
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4' // reserved, with the broadcast address
]

/**
 * All but `2000::/3`, from which alone public addresses are given out, and what the IANA IPv6 Special-Purpose
 * Address Registry takes out of that.
 */
const specialIpv6 = [
  '::/3', // loopback, mapped and translated IPv4, discard, segment routing
  '4000::/2', // not given out
  '8000::/1', // not given out, unique local, link-local, site-local, multicast
  '2001::/23', // protocol assignments: Teredo, benchmarking, ORCHID and others
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: IPv4 inside, out of use
  '2620:4f:8000::/48', // AS112
  '3fff::/20' // documentation
]

// Two lists: a BlockList compares an IPv4 address with IPv6 ranges as if it were mapped, and `::/3` would have them all.
const blockedIpv4 = blockListOf(specialIpv4, 'ipv4')
const blockedIpv6 = blockListOf(specialIpv6, 'ipv6')

/** `64:ff9b::/96`, by which a network without IPv4 reaches it (RFC 6052), as `URL` prints it; two groups of IPv4 follow. */
const translated = /^64:ff9b::(?:(?:([\da-f]{1,4}):)?([\da-f]{1,4}))?$/

/**
 * Whether an IP address, without brackets, is one of the public internet. What is no IP address is not public.
 * An IPv4 address that a NAT64 translates is judged by itself, since there every name is answered so.
 */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.split('%') // fe80::1%eth0
  const version = isIP(bare)
  if (version === 4) return !blockedIpv4.check(bare, 'ipv4')
  if (version !== 6) return false
  const inside = translated.exec(new URL(`http://[${bare}]/`).hostname.slice(1, -1))
  return inside ? !blockedIpv4.check(ipv4From(inside[1], inside[2]), 'ipv4') : !blockedIpv6.check(bare, 'ipv6')
}

/** Whether a name leads to one's own machine whatever the DNS says (RFC 6761). */
export function isLocalName(name: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(name)
}

function ipv4From(high = '0', low = '0'): string {
  const [left, right] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [left >> 8, left & 255, right >> 8, right & 255].join('.')
}

function blockListOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', length] = range.split('/')
    list.addSubnet(network, Number(length), family)
  }
  return list
}
