/** Families that come with the package and with Typst, in the order in which they are tried after the template's own. */
export const shippedFonts = [
  'Tinos',
  'Libertinus Serif',
  'New Computer Modern',
  'New Computer Modern Math',
  'DejaVu Sans Mono'
] as const
