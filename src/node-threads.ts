import {availableParallelism} from 'node:os'
import type {Worker} from 'node:worker_threads'
import type {Thread, Threads} from './tree/index.ts'

/** Threads that each run the file `program`, which answers one message after the other; `data` comes as its `workerData`. */
export function nodeThreads(program: string): Threads {
  return {
    get cores() {
      return availableParallelism()
    },
    start: async data => {
      // Loaded when it is needed: it takes as long as reading a file.
      const {Worker} = await import('node:worker_threads')
      return startThread(new Worker(program, {workerData: data}))
    }
  }
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

function startThread(worker: Worker): Thread {
  // Where the answer goes that is waited for, and why there will be none any more.
  const state: {waiting?: Waiting | undefined; death?: Error} = {}
  const die = (error: Error): void => {
    state.death ??= error
    state.waiting?.reject(state.death)
    state.waiting = undefined
  }
  worker.on('message', answer => {
    state.waiting?.resolve(answer)
    state.waiting = undefined
  })
  worker.on('error', die)
  worker.on('messageerror', die)
  worker.on('exit', code => die(new Error(`a thread ended with ${code} in the middle of its work`)))
  return {
    work: task =>
      new Promise((resolve, reject) => {
        if (state.death) return reject(state.death)
        state.waiting = {resolve, reject}
        worker.postMessage(task)
      }),
    end: async () => {
      await worker.terminate()
    }
  }
}
