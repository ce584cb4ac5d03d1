#!/usr/bin/env node
'use strict'
const {join} = require('node:path')
const {load} = require('./load.js')

const {run, nodeHost} = load().cli
run(process.argv.slice(2), nodeHost(`${join(__dirname, '..')}/`, join(__dirname, 'thread.js'))).then(status => {
  // The status is set rather than exited with, so that nothing still being written is cut off.
  process.exitCode = status
})
