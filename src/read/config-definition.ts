import {flag, type Key, type MapShape, text} from './shape.ts'

/** What a rule can be set to. */
export const ruleSettings = ['error', 'warning', 'info', 'off'] as const

/** A rule as the configuration knows it. */
export interface RuleName {
  readonly id: string
  readonly summary: string
  /** Whether its findings stand as errors, whatever is allowed. */
  readonly isFirm?: boolean
}

/** The one definition of `whereas.yaml` and of the `whereas` key of `package.json`; which rules there are is not known here. */
export function configShape(rules: readonly RuleName[]): MapShape {
  const severities = {name: 'a severity', values: ruleSettings}
  const lone = {name: 'a severity that it can have', values: ['error']}
  const setting = ({id, summary, isFirm}: RuleName): [string, Key] => [
    id,
    {shape: {kind: 'text', values: isFirm ? lone : severities}, description: summary}
  ]
  return {
    kind: 'map',
    name: 'the settings',
    keys: {
      rules: {
        shape: {kind: 'map', name: '`rules`', keys: Object.fromEntries(rules.map(setting))},
        description: 'How grave the findings of a rule are: `error`, `warning`, `info` (advice), or `off`.'
      },
      allow: {
        shape: {
          kind: 'list',
          items: {
            kind: 'text',
            values: {name: 'a rule that can be allowed', values: rules.flatMap(({id, isFirm}) => (isFirm ? [] : id))}
          },
          orOne: true
        },
        description: 'Rules that are not to be reported, in no file.'
      },
      template: {
        shape: text,
        description: 'The template of resolutions that name none: a name, or the path of a folder beside this file.'
      },
      csl: {shape: text, description: 'A citation style (CSL) for the notes: the path of a file beside this one.'},
      advice: {shape: flag, description: 'Whether advice is reported too.'},
      strict: {shape: flag, description: 'Whether a quotation that could not be compared with its source is an error.'},
      'max-warnings': {
        shape: {
          kind: 'text',
          format: {
            rule: 'unknown-value',
            name: 'a number of warnings',
            pattern: '\\d{1,6}',
            expected: 'a whole number such as `0`'
          }
        },
        description: 'With more warnings than this `check` fails.'
      }
    }
  }
}
