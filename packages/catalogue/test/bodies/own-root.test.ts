import { describe, expect, it } from 'vitest'
import { withoutOwnRoot } from '../../src/own-root.ts'
import { parsePath } from '../../src/dialects/generic/field-path.ts'
import { requestFacts } from './request-facts.ts'

const request = requestFacts({ query: ['page'], body: ['isbn', 'copies', 'path'] })

function strip(paths: readonly string[], scope: string | null = null): readonly string[] {
  const fields = paths.map(path => ({ scope, path: parsePath(path) }))
  return withoutOwnRoot(fields, request).map(({ path }) => path.join('.'))
}

describe('withoutOwnRoot', () => {
  it.each([
    [['loan.isbn'], ['isbn']],
    [
      ['Loan.Isbn', 'Loan.Days'],
      ['Isbn', 'Days'],
    ],
    [
      ['create.loan.isbn', 'create.loan.copies.0.shelf', 'create.page'],
      ['isbn', 'copies.0.shelf', 'page'],
    ],
  ])('takes off what stands in front of the names of the input: %j', (paths, stripped) => {
    expect(strip(paths)).toEqual(stripped)
  })

  it.each([
    // Another field has no such root.
    [['path', 'project_namespace.path']],
    // The request has it.
    [['copies.isbn']],
    // No field of the request is behind it.
    [['member.card', 'member.name']],
    [['isbn']],
    [[]],
  ])('leaves %j', paths => {
    expect(strip(paths)).toEqual(paths)
  })

  it('leaves a path whose place the response told', () => {
    expect(strip(['loan.isbn'], 'body')).toEqual(['loan.isbn'])
  })
})
