import { describe, expect, test } from 'vitest'
import { TemplateSet } from '../../src/match/template-set.ts'
import { template } from './world.ts'

describe('a set of templates', () => {
  test('tells each template once, however often its text stands in the message', () => {
    const sources = ['{what} is lost', '{what} is late', 'All {what} is lost']
    const set = new TemplateSet(sources.map(source => [template(source), () => source] as const))
    const found = (text: string) =>
      set
        .find(text)
        .map(({ value }) => value)
        .toSorted()
    expect(found('Copy 1 is lost and copy 2 is lost')).toEqual(['{what} is lost'])
    expect(found('All of it is lost and copy 2 is lost')).toEqual(['All {what} is lost', '{what} is lost'])
    // What was looked at for one message is looked at again for the next.
    expect(found('Copy 1 is lost and copy 2 is lost')).toEqual(['{what} is lost'])
  })
})
