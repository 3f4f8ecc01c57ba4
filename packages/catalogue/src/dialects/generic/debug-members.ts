import { heldBy, isList, isRecord, member } from './members.ts'

/** Members that only a serialised exception has. */
const DEBUG = [
  'stack',
  'stacktrace',
  'exception',
  'exceptiontype',
  'exceptionclass',
  'traces',
  'backtrace',
  'sql',
  'sqlmessage',
  'sqlstate',
  'parent',
  'original',
  'drivererror',
  'routine',
  'errno',
  'syscall',
  'traceback',
  'stackentries',
  'clientversion',
  'upstream',
  'innerexception',
  'debuginfo',
] as const

/** Whether an object beside the message is the dump of something thrown: then the message was not written for clients. */
export function isDump(layers: readonly unknown[]): boolean {
  return layers.some(
    layer => heldBy(layer, DEBUG).some(key => saysSomething(member(layer, key))) || isTrace(member(layer, 'trace')),
  )
}

function saysSomething(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  return isRecord(value) || (isList(value) && value.length > 0) || typeof value === 'number'
}

/** A trace of frames, not the id of a trace. */
function isTrace(value: unknown): boolean {
  return isList(value) || (typeof value === 'string' && /\n|^#0 |\bat /.test(value))
}
