/** Does a piece of work when it is first asked for and keeps what came of it. */
export function once<T>(work: () => T): () => T {
  let done: {readonly value: T} | undefined
  return () => {
    done ??= {value: work()}
    return done.value
  }
}
