import {
  BUILT_IN_DIALECTS,
  CONTRACTS,
  type Problem,
  serializeProblem,
  toProblem,
  type WireResponse,
} from '@problemshift/catalogue'
import { loadZoo, type Specimen, specimenBytes } from '@problemshift/fixtures'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readError } from '../../src/read-error.ts'
import { library, occurrence } from './library.ts'
import { CONTRACT_SCHEMAS } from './contract-schemas.ts'

const zoo = loadZoo().filter(specimen => specimen.facts.isError && specimen.facts.passThrough !== true)

function convert(specimen: Specimen, contract = CONTRACTS.kordiam): Problem | null {
  const response: WireResponse = { ...specimen.response, body: specimenBytes(specimen) }
  const reading = readError(response, null, BUILT_IN_DIALECTS)
  if (reading.outcome === 'left') return null
  return toProblem(library({}, contract), reading.error, { outcome: 'unmatched' }, occurrence())
}

const ajv = new Ajv2020({ strict: true, formats: { uri: text => URL.canParse(text) } })

describe.each([CONTRACTS.kordiam, CONTRACTS.contraforce])('every error of the zoo under $name', contract => {
  const validate = ajv.compile(CONTRACT_SCHEMAS[contract.name === 'contraforce' ? 'contraforce' : 'kordiam'])

  test('becomes a body that the schema of the contract accepts', () => {
    expect(zoo.length).toBeGreaterThan(200)
    const wrong = zoo.flatMap(specimen => {
      const problem = convert(specimen, contract)
      if (problem === null || validate(JSON.parse(serializeProblem(problem)))) return []
      return [`${specimen.id}: ${ajv.errorsText(validate.errors)}`]
    })
    expect(wrong).toEqual([])
  })

  test('lets nothing out that must not leave', () => {
    const leaky = zoo.flatMap(specimen => {
      const problem = convert(specimen, contract)
      const body = problem === null ? '' : serializeProblem(problem)
      const out = (specimen.facts.leakStrings ?? []).filter(leak => body.includes(leak))
      return out.map(leak => `${specimen.id}: ${leak}`)
    })
    expect(leaky).toEqual([])
  })
})

test('a machine code of v1 stays as it was sent', () => {
  const changed = zoo.flatMap(specimen => {
    const { code, tolerate = [] } = specimen.facts
    const problem = convert(specimen)
    if (problem === null || code === null || tolerate.includes('code') || problem.code === String(code)) return []
    return [`${specimen.id}: ${code} became ${problem.code}`]
  })
  expect(changed).toEqual([])
})

test('a problem whose code v1 did not send has the code of its status', () => {
  const codes = zoo.flatMap(specimen => {
    const { code, status, tolerate = [] } = specimen.facts
    const problem = convert(specimen)
    return problem === null || code !== null || tolerate.length > 0
      ? []
      : [[specimen.id, status, problem.code] as const]
  })
  const generic = new Map(library().generic.map(one => [one.status, one.code]))
  expect(codes.filter(([, status, code]) => generic.get(status) !== code)).toEqual([])
})
