#!/usr/bin/env node
// Here before the first build, so that an install can link it.
import module from 'node:module'
import { whichProgram } from './which-program.js'

// From Node 22.1 on: what was compiled once is read the next time.
module.enableCompileCache?.()
await import(whichProgram())
