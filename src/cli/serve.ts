import type {Host} from '../tree/index.ts'
import {begin, type Calling, type Done, type Job, type Outcome, type WorkName} from './works.ts'

/** The life of a thread: its calling comes with it, then batches of jobs, each answered by what came of it. */
export async function serve(host: Host): Promise<void> {
  const {parentPort, workerData} = await import('node:worker_threads')
  const work = begin(workerData as Calling, host) // only `shareOut` starts threads
  parentPort?.on('message', async (jobs: readonly Job<WorkName>[]) => parentPort?.postMessage(await doJobs(jobs, work)))
}

async function doJobs(
  jobs: readonly Job<WorkName>[],
  work: (job: Job<WorkName>) => Promise<Outcome<WorkName>>
): Promise<Done<Outcome<WorkName>>> {
  const outcomes: Outcome<WorkName>[] = []
  try {
    for (const job of jobs) outcomes.push(await work(job))
    return {outcomes}
  } catch (error) {
    const {message, stack} = error instanceof Error ? error : new Error(String(error))
    return {outcomes, failure: {message, stack}}
  }
}
