import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linksReader } from '../../src/find/file-links.ts'
import { nearRequests } from '../../src/find/near-requests.ts'
import { readJsonc } from '../../src/find/read-jsonc.ts'
import { createResolver } from '../../src/find/resolve-module.ts'

const linksOf = linksReader({ packages: ['axios', '@angular/common/http'], globals: ['fetch', '$'] })
const sends = (text: string) => linksOf(Buffer.from(text)).sends

describe('a file sends requests', () => {
  it.each([
    `import axios from 'axios'`,
    `import axios from"axios"`,
    `import {\n  HttpClient,\n} from '@angular/common/http'`,
    `import { delay } from 'axios/unsafe/helpers'`,
    `const axios = require( 'axios' )`,
    `const { default: axios } = await import("axios")`,
    `export { default } from 'axios'`,
    `const response = await fetch ('/loans')`,
    `const get = window.fetch`,
    `$.ajax('/loans')`,
    `$('#loans').load('/loans')`,
    `const { ajax } = window.$`,
    `window.$.ajax('/loans')`,
    `this.send = options.fetch ?? fetch`,
    `const send = options.send || fetch`,
    `export const open = (path, send = fetch) => send(path)`,
    `const ways = { browser: fetch }`,
  ])('by %j', text => expect(sends(text)).toBe(true))

  it.each([
    `import axiosMock from 'axios-mock'`,
    `// taken from axios`,
    `class Shelf { async fetch(request) {} }`,
    `env.SERVICE.fetch(request)`,
    `window.$app.loans`,
    `// what is left of a new fetch`,
    `type Send = (fetch: Fetch) => void`,
    `const text = 'fetch'`,
    `const { fetch } = desk`,
    'const text = `$' + '{name} of the desk`',
    `const from = 'axios\n'`,
  ])('but not by %j', text => expect(sends(text)).toBe(false))
})

describe('the files near requests', () => {
  const near = (files: Readonly<Record<string, string>>, wrappers: readonly string[] = []) => {
    const root = mkdtempSync(join(tmpdir(), 'problemshift-near-'))
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    const names = Object.keys(files).filter(file => /\.[jt]sx?$/.test(file))
    const links = new Map(names.map(file => [file, linksOf(Buffer.from(files[file] ?? ''))]))
    return nearRequests(links, wrappers, () => createResolver(root, names))
  }

  it('are the senders and three steps of importers, by the files that imports lead to', () => {
    expect(
      near({
        'http.ts': `import axios from 'axios'`,
        'a.ts': `import { http } from './http.js'`,
        'b.ts': `export * from './a'`,
        'c.ts': `const b = require('./b')`,
        'd.ts': `import './c'\nimport { c } from './c'`,
        'other/http.ts': `export const http = 4`,
        'other/a.ts': `import { http } from './http'`,
      }),
    ).toEqual(['a.ts', 'b.ts', 'c.ts', 'http.ts'])
  })

  it('go through path aliases of a tsconfig with comments', () => {
    expect(
      near({
        'tsconfig.json': '{\n  // of the web\n  "compilerOptions": { "paths": { "@/*": ["./src/*"], }, },\n}',
        'src/http.ts': `fetch('/loans')`,
        'src/desk.ts': `import { http } from '@/http'`,
      }),
    ).toEqual(['src/desk.ts', 'src/http.ts'])
  })

  it('begin at wrappers that the user names', () => {
    expect(
      near({ 'call.ts': 'export const call = 4', 'desk.ts': `import { call } from './call'` }, ['call.ts']),
    ).toEqual(['call.ts', 'desk.ts'])
  })
})

describe('JSON with comments', () => {
  it.each([
    ['{ "a": "// no comment", "b": [1, 2, /* last */], }', { a: '// no comment', b: [1, 2] }],
    ['\uFEFF{ "a": "\\"/*", "b": 1 } // end', { a: '"/*', b: 1 }],
    ['{ "a": ', null],
    ['{ "a": ",}", "b": [",", ], }', { a: ',}', b: [','] }],
  ])('%j', (text, value) => expect(readJsonc(text)).toEqual(value))

  it('of as many comments behind one comma as `tsc --init` writes', () => {
    const comments = Array.from({ length: 100 }, (_, at) => `    // "option${at}": true,   /* What it does. */`)
    const text = ['{ "compilerOptions": {', '    "strict": true,', ...comments, '    "noEmit": true', '} }'].join('\n')
    expect(readJsonc(text)).toEqual({ compilerOptions: { strict: true, noEmit: true } })
  })
})
