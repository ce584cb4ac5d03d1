import {defineRule, type Finding, type Rule} from './define.ts'
import {type Address, addressesIn} from './parts/addresses.ts'

// Parameters that tell a site how its visitor came; the page is the same without them.
const tracking =
  /^(?:utm_[a-z_]{1,30}|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|__hstc|__hssc|hsctatracking|vero_id|oly_enc_id|oly_anon_id|wickedid|s_kwcid|_openstat|__twitter_impression)(?:=|$)/i

/** An address that carries the traces of the way on which its page was found. */
export const trackingAddress: Rule = defineRule(
  {
    id: 'tracking-address',
    severity: 'warning',
    summary: 'The address of a source has no parts that only follow its visitors.'
  },
  (resolved, report) => {
    for (const address of addressesIn(resolved)) {
      const finding = findingOf(address)
      if (finding) report(finding)
    }
  }
)

function findingOf({value, path, place, part}: Address): Finding | undefined {
  const hash = value.includes('#') ? value.indexOf('#') : value.length
  const mark = value.slice(0, hash).indexOf('?')
  if (mark < 0) return undefined
  const parameters = value.slice(mark + 1, hash).split('&')
  const first = parameters.find(parameter => tracking.test(parameter))
  if (first === undefined) return undefined
  const kept = parameters.filter(parameter => !tracking.test(parameter))
  const start = mark + 1 + parameters.slice(0, parameters.indexOf(first)).join('&').length
  const at = parameters.indexOf(first) === 0 ? start : start + 1
  const query = part(mark, hash)
  const text = kept.length > 0 ? `?${kept.join('&')}` : ''
  const name = first.split('=', 1)[0] ?? ''
  return {
    message: `\`${name}\` follows the visitor, expected the address without it`,
    path,
    place: part(at, at + first.length) ?? place,
    ...(query ? {fixes: [{title: 'take it out', isOfQuotation: false, edits: [{place: query, text}]}]} : {})
  }
}
