#!/usr/bin/env node
import {fileURLToPath} from 'node:url'
import {nodeHost, run} from '../dist/cli.js'

// The status is set rather than exited with, so that nothing still being written is cut off.
process.exitCode = await run(process.argv.slice(2), nodeHost(fileURLToPath(new URL('..', import.meta.url))))
