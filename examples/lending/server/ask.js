// `node server/ask.js [v2]` asks the server for each of its errors and prints what it answers.
import process from 'node:process'
import { createServer } from './main.js'

const REQUESTS = [
  ['GET', '/loans/99'],
  ['POST', '/loans/17/renewals'],
  ['POST', '/loans', { copy: 4, member: 7 }],
  ['POST', '/loans', { copy: 5, member: 8 }],
  ['POST', '/loans', { copy: 5 }],
]
// A trace of the caller's, so that the answer is the same each time.
const TRACE = { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }
const V2 = { accept: 'application/problem+json' }

const app = await createServer()
for (const [method, url, payload] of REQUESTS) {
  const headers = process.argv[2] === 'v2' ? { ...TRACE, ...V2 } : TRACE
  const { statusCode, body } = await app.inject({ method, url, payload, headers })
  console.log(`${method} ${url} ${statusCode} ${body}`)
}
await app.close()
