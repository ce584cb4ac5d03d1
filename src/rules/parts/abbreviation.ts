/** Words that are written with a full stop, without it. */
const abbreviations = new Set(
  (
    'al arts art ass assn assoc aug ave bldg blvd bros ca cap cf ch chap cir cl co comm con cong corp ct dec dept dist div ' +
    'doc dr ed eds e.g esq est etc ex exec ext feb fed fig ft gen gov hon ibid i.e inc inst int intl jan jr jul jun lib ' +
    'lt ltd mar messrs mr mrs ms mt nat no nos nov oct op p para paras pp pres prof pt pub pubs pvt rd re rec reg rep ' +
    'res rev rs sci sec secs sen sept seq ser soc sr st stat stats supp supr trans treas univ u.s v viz vol vols vs'
  ).split(' ')
)

/** Whether the full stop that ends the words belongs to their last word: an abbreviation, initials, a number in a list. */
export function endsWithAbbreviation(words: string): boolean {
  const last = /(\S+)\.$/.exec(words)?.[1]?.replace(/^[("“‘[]+/, '') ?? ''
  return (
    /^(?:[A-Za-zÀ-ʯͰ-῿]\.?|[A-Za-zÀ-ʯͰ-῿]{1,3}(?:\.[A-Za-zÀ-ʯͰ-῿]{1,3})+|\d{1,2}|[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]|\.+)$/.test(last) ||
    abbreviations.has(last.toLowerCase())
  )
}
