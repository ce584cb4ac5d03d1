import {defineRule, type Rule} from './define.ts'

/** One person moves and seconds. */
export const sameMoverAndSeconder: Rule = defineRule(
  {
    id: 'same-mover-and-seconder',
    severity: 'error',
    summary: 'A resolution is seconded by somebody else than its mover.'
  },
  ({resolution}, report) => {
    const {mover, seconder, file} = resolution
    const first = mover?.name ?? mover?.unit
    const second = seconder?.name ?? seconder?.unit
    if (!first || !second || plain(first.value) !== plain(second.value)) return
    report({
      message: `“${second.value}” moves and seconds the resolution, expected two people`,
      place: second.place,
      related: [{message: 'the mover', path: file.path, place: first.place}]
    })
  }
)

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim()
