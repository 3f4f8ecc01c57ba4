import type { Form } from '../form.ts'
import { chaiAssertion } from './chai.ts'
import { expectAssertion } from './expect.ts'
import { nodeAssertion } from './node-assert.ts'
import { supertestAssertion } from './supertest.ts'

/** An assertion of a test on a wording: `expect(…).toBe('…')`, `assert.rejects(…)`, chai, supertest's own `expect`. */
export const assertion: Form = {
  name: 'assertion',
  find: (node, constants) =>
    expectAssertion(node, constants) ??
    chaiAssertion(node, constants) ??
    nodeAssertion(node, constants) ??
    supertestAssertion(node, constants),
}
