import type { Budget } from './budget.ts'
import { decodeMachine } from './code-point-machine.ts'
import { buildMachine, type Machine, NO, YES } from './machine.ts'
import { MAX_POINT, MAX_UNIT, partitionOfSets } from './partition.ts'
import { PositionSets } from './position-sets.ts'
import { compileSearch, type Program } from './regex-program.ts'

/** `new RegExp(source, flags).test(message)` on a fresh regular expression, so that `lastIndex` is 0. */
export function regexMachine(source: string, flags: string, budget: Budget): Machine {
  const program = compileSearch(source, flags)
  const machine = programMachine(program, budget)
  return program.unicode ? decodeMachine(machine, budget) : machine
}

interface ProgramState {
  readonly top: number
  /** Where the look-behinds stand. */
  readonly behinds: readonly number[]
}

function programMachine(program: Program, budget: Budget): Machine {
  const partition = partitionOfSets(program.unicode ? MAX_POINT : MAX_UNIT, program.sets)
  const sets = new PositionSets(program, partition, budget)
  return buildMachine<ProgramState>(
    {
      partition,
      start: sets.start(),
      key: ({ top, behinds }) => (behinds.length === 0 ? top : `${top} ${behinds.join(' ')}`),
      step: (state, cls) => sets.step(state, cls),
      accepts: ({ top }) => sets.holdsAtEnd(top),
      settled: ({ top }) => (top === NO ? false : top === YES ? true : null),
    },
    budget,
  )
}
