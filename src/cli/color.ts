import type {Host} from '../tree/index.ts'

/** Whether to colour a stream: `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function hasColor(host: Host, stream: 'isOutput' | 'isError', wanted: boolean | undefined): boolean {
  if (wanted === false) return false
  const {NO_COLOR, FORCE_COLOR, TERM} = host.environment
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0'
  return host.terminal[stream] && TERM !== 'dumb'
}
