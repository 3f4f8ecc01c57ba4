import type { Fault, Place } from '../fault.ts'
import { FAULT_KINDS, faultText } from '../print-fault.ts'
import { printFrame } from './code-frame.ts'
import type { World } from './command.ts'
import { shownPath } from './find-catalogues.ts'
import { harmless, labelled, paintFor } from './paint.ts'

/** A fault for a person: the place, what it means, the line with a caret, what came, what to do. */
export function printFaults(faults: readonly Fault[], texts: ReadonlyMap<string, string>, world: World): string {
  return faults.map(fault => printOne(fault, texts, world)).join('\n')
}

function printOne(fault: Fault, texts: ReadonlyMap<string, string>, world: World): string {
  const paint = paintFor(world.colour)
  const width = Math.min(100, Math.max(40, world.width))
  const { came, expected, next } = faultText(fault)
  const { means } = FAULT_KINDS[fault.code]
  const frame = frameOf(fault, texts, world)
  const fact = (label: string, text: string) => labelled(`  ${label}`, harmless(text), 12, width)
  const parts = [
    `${paint.bold(printPlace(fault, world))}  ${paint.red(fault.code)}`,
    labelled('', harmless(fault.path === '' ? means : `${fault.path}: ${means}`), 2, width),
    ...(frame === null ? [] : [frame]),
    ...(came === means ? [] : [fact('came', came)]),
    ...(expected === null ? [] : [fact('expected', expected)]),
    fact('do', next),
    ...(fault.also === null ? [] : [fact('see', `${printPlace(fault.also, world)} ${fault.also.path}`.trim())]),
  ]
  return `${parts.join('\n')}\n`
}

function frameOf({ file, line, column }: Place, texts: ReadonlyMap<string, string>, world: World): string | null {
  const text = file === null ? undefined : texts.get(file)
  if (text === undefined || line === null) return null
  return printFrame(text, line, column ?? 1, Math.min(100, world.width), paintFor(world.colour))
}

function printPlace({ file, line, column }: Place, world: World): string {
  const name = file === null ? 'the definition' : shownPath(file, world)
  return harmless(line === null ? name : `${name}:${line}:${column ?? 1}`)
}
