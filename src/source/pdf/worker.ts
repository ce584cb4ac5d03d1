import {parentPort} from 'node:worker_threads'
import {extractPdf} from './extract.ts'

// The program of the worker that `readPdf` starts: it answers the bytes of each file with its text.
parentPort?.on('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(await extractPdf(bytes))
})
