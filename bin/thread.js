'use strict'
const {join} = require('node:path')
const {load} = require('./load.js')

const {nodeHost, serve} = load().cli
serve(nodeHost(`${join(__dirname, '..')}/`))
