// The door for jscodeshift: `npx jscodeshift -t node_modules/@problemshift/codemod/jscodeshift.cjs --catalogue=<file> src`.
//
// The work is done in a thread of its own. jscodeshift compiles whatever its process requires with Babel, and the
// TypeScript compiler is ten megabytes; a thread is free of that. Waiting for it keeps the transform synchronous, as
// jscodeshift's own test helpers and other runners expect it.
'use strict'
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const process = require('node:process')
const { MessageChannel, Worker, isMainThread, receiveMessageOnPort, workerData } = require('node:worker_threads')

const DOOR = join(__dirname, 'dist', 'jscodeshift', 'door.js')

if (!isMainThread && workerData?.problemshiftDoor === true) answerRequests(workerData)
else module.exports = transform

let thread = null

function transform(file, api, options) {
  const cwd = process.cwd()
  const catalogue = last(options?.catalogue)
  const config = last(options?.config)
  const reply = ask({ cwd, path: file.path, source: file.source, options: { catalogue, config } })
  if (reply.fault !== undefined) throw new Error(reply.fault)
  const { text, rewritten, kept } = reply.answer
  for (const line of kept) api?.report?.(line)
  if (rewritten > 0) api?.stats?.('rewritten', rewritten)
  if (kept.length > 0) api?.stats?.('kept', kept.length)
  return text ?? undefined
}

// jscodeshift makes a list of an option that is given twice.
function last(value) {
  const one = Array.isArray(value) ? value.at(-1) : value
  return one === undefined ? undefined : String(one)
}

function ask(request) {
  thread ??= openThread()
  const { flag, port } = thread
  Atomics.store(flag, 0, 0)
  port.postMessage(request)
  Atomics.wait(flag, 0, 0)
  return receiveMessageOnPort(port).message
}

function openThread() {
  if (!existsSync(DOOR)) throw new Error(`${DOOR} is missing: build or install @problemshift/codemod again`)
  const { port1, port2 } = new MessageChannel()
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(__filename, {
    workerData: { problemshiftDoor: true, port: port2, flag },
    transferList: [port2],
    execArgv: [],
  })
  worker.unref()
  port1.unref()
  return { flag, port: port1 }
}

function answerRequests({ port, flag }) {
  const opening = import('./dist/jscodeshift/door.js').then(({ openDoor }) => openDoor())
  // Whatever goes wrong is an answer, too: the other side waits without a way to be woken by anything else.
  const answer = async request => {
    try {
      return { answer: await (await opening)(request) }
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) }
    }
  }
  port.on('message', async request => {
    port.postMessage(await answer(request))
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
  })
}
