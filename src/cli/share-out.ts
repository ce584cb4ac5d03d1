import type {Host, Thread, Threads} from '../tree/index.ts'
import {begin, type Calling, type Done, type Job, type Outcome, type WorkName} from './works.ts'

/** What is to be done with files, on how many threads; 1 is this one. */
export interface Sharing<Name extends WorkName> extends Calling<Name> {
  readonly jobs: readonly Job<Name>[]
  readonly threads: number
  /** Called when so many more files are done, in whatever order. */
  readonly onDone: (files: number) => void
}

/**
 * Works on files, on other threads where there are any, and hands over what comes of each in the order of `jobs`.
 * Rejects with what a file, a thread or `deliver` fails with, after everything before it was handed over.
 */
export async function shareOut<Name extends WorkName>(
  sharing: Sharing<Name>,
  deliver: (outcome: Outcome<Name>, index: number) => Promise<void>,
  host: Host
): Promise<void> {
  const {jobs, threads, onDone} = sharing
  if (host.threads && threads > 1) return shareWith(host.threads, sharing, deliver)
  const work = begin(sharing, host)
  for (const [index, job] of jobs.entries()) {
    const outcome = await work(job)
    onDone(1)
    await deliver(outcome, index)
  }
}

/** Neighbours mostly cite the same sources, which a thread prepares once; more would leave a thread idle at the end. */
const mostTogether = 16
/** So many batches a thread may be ahead of what was handed over: what waits its turn takes memory. */
const mostAhead = 4

async function shareWith<Name extends WorkName>(
  threads: Threads,
  {name, way, jobs, threads: wanted, onDone}: Sharing<Name>,
  deliver: (outcome: Outcome<Name>, index: number) => Promise<void>
): Promise<void> {
  const together = Math.max(1, Math.min(mostTogether, Math.ceil(jobs.length / (wanted * 4))))
  const batches = Array.from({length: Math.ceil(jobs.length / together)}, (_, index) =>
    jobs.slice(index * together, (index + 1) * together)
  )
  const calling: Calling<Name> = {name, way}
  const crew = await Promise.all(Array.from({length: Math.min(wanted, batches.length)}, () => threads.start(calling)))
  try {
    let index = 0
    for await (const done of inOrder(batches, crew, onDone)) {
      const {outcomes, failure} = done as Done<Outcome<Name>> // what the same program has sent
      for (const outcome of outcomes) await deliver(outcome, index++)
      if (failure) throw Object.assign(new Error(failure.message), {stack: failure.stack})
    }
  } finally {
    await Promise.all(crew.map(thread => thread.end()))
  }
}

/** Hands batches to whoever is idle; what came of them is waited for in their order. */
async function* inOrder(
  batches: readonly (readonly unknown[])[],
  crew: readonly Thread[],
  onDone: (files: number) => void
): AsyncGenerator<unknown> {
  const idle = [...crew]
  const answers: Promise<unknown>[] = []
  let awaited = 0
  const handOut = (): void => {
    const batch = batches[answers.length]
    if (!batch || answers.length >= awaited + mostAhead * crew.length) return
    const thread = idle.pop()
    if (!thread) return
    const answer = thread.work(batch)
    answers.push(answer)
    answer.then(
      () => {
        onDone(batch.length)
        idle.push(thread)
        handOut()
      },
      // Whoever waits for this answer hears of it; a dead thread gets no more work.
      () => idle.push(thread)
    )
    handOut()
  }
  for (; awaited < batches.length; awaited++) {
    handOut()
    yield await answers[awaited]
    answers[awaited] = Promise.resolve()
  }
}
