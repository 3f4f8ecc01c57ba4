import type { Budget } from './budget.ts'
import { buildMachine, type Machine, NO, settledAt, YES } from './machine.ts'
import { meet } from './partition.ts'

type Joint = 'and' | 'or'

/** The message does not pass the test. */
export function notMachine(machine: Machine): Machine {
  const flip = (state: number) => (state === NO ? YES : state === YES ? NO : state)
  return {
    partition: machine.partition,
    start: flip(machine.start),
    step: (state, cls) => flip(machine.step(flip(state), cls)),
    accepts: state => !machine.accepts(flip(state)),
  }
}

/** The message passes all of the tests, or any of them. Joined as a balanced tree, so that depth stays logarithmic. */
export function joinMachines(joint: Joint, machines: readonly Machine[], budget: Budget): Machine | null {
  const [first, ...rest] = machines
  if (first === undefined) return null
  if (rest.length === 0) return first
  const middle = machines.length >> 1
  const left = joinMachines(joint, machines.slice(0, middle), budget)
  const right = joinMachines(joint, machines.slice(middle), budget)
  if (left === null || right === null) return left ?? right
  return joinTwo(joint, left, right, budget)
}

function joinTwo(joint: Joint, a: Machine, b: Machine, budget: Budget): Machine {
  const partition = meet(a.partition, b.partition)
  const inA = partition.samples.map(unit => a.partition.classOf(unit))
  const inB = partition.samples.map(unit => b.partition.classOf(unit))
  return buildMachine<readonly [number, number]>(
    {
      partition,
      start: [a.start, b.start],
      key: ([x, y]) => x * 0x100000 + y,
      step: ([x, y], cls) => [a.step(x, inA[cls] ?? 0), b.step(y, inB[cls] ?? 0)],
      accepts: ([x, y]) => (joint === 'and' ? a.accepts(x) && b.accepts(y) : a.accepts(x) || b.accepts(y)),
      settled: ([x, y]) => settle(joint, settledAt(x), settledAt(y)),
    },
    budget,
  )
}

function settle(joint: Joint, x: boolean | null, y: boolean | null): boolean | null {
  const decisive = joint === 'or'
  if (x === decisive || y === decisive) return decisive
  return x === null || y === null ? null : !decisive
}
