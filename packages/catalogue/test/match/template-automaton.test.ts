import { describe, expect, test } from 'vitest'
import { TemplateKeys } from '../../src/match/sorted-templates.ts'
import { TemplateAutomaton } from '../../src/match/template-automaton.ts'
import { template } from './world.ts'

function automatonOf(...sources: readonly string[]): TemplateAutomaton {
  const keys = new TemplateKeys()
  const sorted = sources.map(source => keys.keyOf(template(source))).toSorted()
  return new TemplateAutomaton({ keys: sorted, languages: keys.languages })
}

function walked(automaton: TemplateAutomaton, text: string): readonly number[] {
  return [...text].reduce((threads, unit) => automaton.step(threads, unit.charCodeAt(0)), automaton.start())
}

const noted = (automaton: TemplateAutomaton, text: string) => automaton.note(walked(automaton, text))

describe('what is noted on the way', () => {
  test('a template that alone is left', () => {
    const automaton = automatonOf('Copy {id} lost', 'Loan {id} late')
    expect(noted(automaton, 'C')).toEqual({ alone: [0], ended: [], run: null })
    expect(noted(automaton, 'L')).toEqual({ alone: [1], ended: [], run: null })
    expect(noted(automaton, 'X')).toBeNull()
  })

  test('templates that begin with a hole of their own, each alone from the first unit', () => {
    expect(noted(automatonOf('{id:int} is late', '{name:word} is lost'), '')?.alone.toSorted()).toEqual([0, 1])
  })

  test('the text that every way has in front of it, up to the next hole', () => {
    const automaton = automatonOf('Loan number {id:int} is late', 'Loan number {id:int} is lost')
    const note = noted(automaton, '')
    expect(note?.run?.text).toBe('Loan number ')
    expect(note?.run?.threads).toEqual(walked(automaton, 'Loan number '))
  })

  test('no run where a text is too short to be worth it, or something ends or opens here', () => {
    expect(noted(automatonOf('No {id:int} is late', 'No {id:int} is lost'), '')).toBeNull()
    const ended = noted(automatonOf('Loan {id:int}', 'Loan {id:int} is late', 'Loan {id:int} is lost'), 'Loan 1')
    expect(ended).toMatchObject({ ended: [0], run: null })
    expect(noted(automatonOf('{a} is late', '{a} is lost', 'Loan number late', 'Loan number lost'), '')).toBeNull()
  })

  test('the same for the same way, however often it is gone', () => {
    const automaton = automatonOf('{a} is late', '{a} is lost', 'Loan {b:int} is late', 'Loan {b:int} is lost')
    const first = walked(automaton, 'Loan 12 is l')
    expect(first.length).toBeGreaterThan(1)
    expect(walked(automaton, 'Loan 12 is l')).toEqual(first)
  })
})
