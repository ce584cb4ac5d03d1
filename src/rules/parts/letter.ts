/**
 * The letters of Latin, Greek, Cyrillic and the scripts between as ranges for character classes; the same stand in the
 * expressions of the rules. The Unicode class for letters would be exact for every script, but each expression that
 * holds it takes a millisecond to compile, and a check runs some fifty of them once.
 */
export const letter = 'A-Za-zÀ-ʯͰ-῿'
