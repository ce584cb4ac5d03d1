import type {SourceProblem} from './types.ts'

const mark = 'a source that cannot be read'

/** Gives up on a file from deep within its reader; `orProblem` turns it into a value again. */
export function refuse(problem: string): never {
  throw new Error(problem, {cause: mark})
}

/** What a reader made of a file, or why it gave up; our own defects stay exceptions. */
export function orProblem<Value>(read: () => Value): Value | SourceProblem {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && error.cause === mark) return {problem: error.message}
    throw error
  }
}
