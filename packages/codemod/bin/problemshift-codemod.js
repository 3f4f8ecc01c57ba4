#!/usr/bin/env node
// Here before the first build, so that an install can link it.
import '../dist/cli.js'
