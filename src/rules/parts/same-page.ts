/** Whether two addresses are of one page: scheme, `www.`, port, capitals of the host, a last slash and the fragment aside. */
export function samePage(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

function bare(address: string): string {
  const [, host = '', rest = ''] = /^(?:https?:\/{1,2})?(?:www\.)?([^/?#]*)([^#]*)/i.exec(address) ?? []
  const path = rest.replace(/\/$/, '').replace(/\/(?=\?)/, '')
  return host.toLowerCase().replace(/:(?:80|443)$/, '') + path.replace(/%[0-9a-f]{2}/gi, code => code.toUpperCase())
}
