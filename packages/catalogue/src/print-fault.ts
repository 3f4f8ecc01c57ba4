import type { Fault, FaultCode, FaultFacts, Place } from './fault.ts'
import type { FactsByCode, FaultKinds, FaultWords } from './faults/fault-kind.ts'
import { FILE_FAULTS } from './faults/file-faults.ts'
import { LAW_FAULTS } from './faults/law-faults.ts'
import { SHAPE_FAULTS } from './faults/shape-faults.ts'
import { TEXT_FAULTS } from './faults/text-faults.ts'

/** Every kind of fault: what it means and what to do about it. */
export const FAULT_KINDS: FaultKinds<FaultCode> = { ...FILE_FAULTS, ...TEXT_FAULTS, ...SHAPE_FAULTS, ...LAW_FAULTS }

/** What came, what was expected and what to do next. */
export interface FaultText {
  readonly came: string
  readonly expected: string | null
  readonly next: string
}

/** A fault as text: its place and code, then what came, what was expected and what to do next. */
export function printFault(fault: Fault): string {
  const { came, expected, next } = faultText(fault)
  const lines = [`${printPlace(fault)}  ${fault.code}`, `  came      ${came}`]
  if (expected !== null) lines.push(`  expected  ${expected}`)
  lines.push(`  do        ${next}`)
  if (fault.also !== null) lines.push(`  see       ${printPlace(fault.also)}`)
  return lines.join('\n')
}

/** The sentences of a fault. */
export function faultText(facts: FaultFacts): FaultText {
  const { means, next } = FAULT_KINDS[facts.code]
  const words = wordsOf(facts.code, facts)
  return { came: words.came ?? means, expected: words.expected ?? null, next: words.next ?? next }
}

function wordsOf<Code extends FaultCode>(code: Code, facts: FactsByCode[Code]): FaultWords {
  return FAULT_KINDS[code].words(facts)
}

function printPlace({ file, line, column, path }: Place): string {
  const lines = line === null ? '' : `:${line}:${column ?? 1}`
  const parts = [file === null ? '' : `${file}${lines}`, path].filter(part => part !== '')
  return parts.length === 0 ? 'the definition' : parts.join(' ')
}
