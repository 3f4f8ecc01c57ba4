import type { TextTest } from '../text-test.ts'
import { callMethod } from './test-methods.ts'
import { type TestFault, type TestFaultCode, TestSyntaxError } from './test-fault.ts'
import { readTokens, type Token } from './test-tokens.ts'
import { compareValues, constant, joinValues, negate, type TestValue, truthOf } from './test-value.ts'

export type ParsedTest =
  | { readonly outcome: 'test'; readonly test: TextTest }
  | { readonly outcome: 'fault'; readonly fault: TestFault }

/**
 * Reads a test as a person types it: `message.includes("not found")`, `=== "Loan not found"`, `/loan \d+/i`,
 * `["a", "b"].includes(message)`. Nothing is evaluated.
 */
export function parseTest(source: string): ParsedTest {
  try {
    return { outcome: 'test', test: new TestReader(readTokens(source)).readTest() }
  } catch (fault) {
    if (fault instanceof TestSyntaxError) return { outcome: 'fault', fault: fault.fault }
    // Templates in each other are cut into tokens by recursion.
    if (fault instanceof RangeError) return { outcome: 'fault', fault: { code: 'too-deep', at: 0, came: '' } }
    throw fault
  }
}

const DEPTH_LIMIT = 200

/** How tightly an operator binds. */
const BINDING: Readonly<Record<string, number>> = {
  '??': 1,
  '||': 1,
  '&&': 2,
  '===': 3,
  '!==': 3,
  '==': 3,
  '!=': 3,
  '>': 4,
  '>=': 4,
  '<': 4,
  '<=': 4,
  '+': 5,
}

/** What a test may begin with, when the message before it goes without saying. */
const LEADING: ReadonlySet<string> = new Set(['===', '!==', '==', '!=', '.', '?.'])

const MESSAGE: TestValue = { kind: 'message', steps: [] }

class TestReader {
  #tokens: readonly Token[]
  #index = 0
  #depth = 0
  /** How the message is spelled, once it has been met. */
  #message: string | null = null
  readonly #bound = new Map<string, string>()

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  readTest(): TextTest {
    const first = this.#peek()
    const leads = first.kind === 'sign' && LEADING.has(first.text)
    if (leads) this.#message = 'message'
    const value = leads ? this.#operators(this.#postfix(MESSAGE), 0) : this.#expression(0)
    this.#expectEnd()
    if (value.kind === 'regex') return { kind: 'regex', source: value.source, flags: value.flags }
    if (this.#message === null) throw fault('no-test', first)
    return this.#truth(value, first)
  }

  #expression(least: number): TestValue {
    this.#depth += 1
    if (this.#depth > DEPTH_LIMIT) throw fault('too-deep', this.#peek())
    const value = this.#operators(this.#unary(), least)
    this.#depth -= 1
    return value
  }

  #operators(first: TestValue, least: number): TestValue {
    let left = first
    for (let token = this.#peek(); ; token = this.#peek()) {
      const binding = token.kind === 'sign' ? BINDING[token.text] : undefined
      if (binding === undefined || binding < least) return left
      this.#index += 1
      left = this.#apply(token, left, this.#expression(binding + 1))
    }
  }

  #apply(token: Token, left: TestValue, right: TestValue): TestValue {
    const operator = token.text
    if (operator === '??') return left.kind === 'nothing' ? right : left
    if (operator === '+') return joinValues(left, right) ?? this.#wrong('operands-wrong', token)
    if (operator === '||' || operator === '&&') return this.#joint(token, left, right)
    const test = compareValues(operator, left, right)
    return test === null ? this.#wrong('operands-wrong', token) : { kind: 'boolean', test }
  }

  #joint(token: Token, left: TestValue, right: TestValue): TestValue {
    // `(message || "").includes(…)`
    if (token.text === '||' && left.kind === 'message' && right.kind === 'text' && right.text === '') return left
    const kind = token.text === '||' ? 'or' : 'and'
    const tests = [this.#truth(left, token), this.#truth(right, token)].flatMap(test =>
      test.kind === kind && test.tests.length > 0 ? test.tests : [test],
    )
    return { kind: 'boolean', test: { kind, tests } }
  }

  #unary(): TestValue {
    const token = this.#peek()
    if (token.kind === 'sign' && (token.text === '!' || token.text === '-')) {
      this.#index += 1
      const value = this.#nested(() => this.#unary())
      if (token.text === '!') return { kind: 'boolean', test: negate(this.#truth(value, token)) }
      return value.kind === 'number' ? { kind: 'number', number: -value.number } : this.#wrong('operands-wrong', token)
    }
    if (token.kind === 'name' && token.text === 'typeof') {
      this.#index += 1
      const value = this.#nested(() => this.#unary())
      return value.kind === 'message' ? { kind: 'text', text: 'string' } : this.#wrong('operands-wrong', token)
    }
    return this.#postfix(this.#primary())
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > DEPTH_LIMIT) throw fault('too-deep', this.#peek())
    const value = read()
    this.#depth -= 1
    return value
  }

  #primary(): TestValue {
    const token = this.#next()
    switch (token.kind) {
      case 'text':
        return { kind: 'text', text: token.text }
      case 'number':
        return { kind: 'number', number: Number(token.text) }
      case 'regex':
        return { kind: 'regex', source: token.text, flags: token.flags }
      case 'template':
        return this.#template(token)
      case 'name':
        return this.#name(token)
      case 'sign':
        if (token.text === '(') return this.#closed(() => this.#expression(0), ')')
        if (token.text === '[') return this.#list()
        throw fault('token-unexpected', token)
      case 'end':
        throw fault('token-unexpected', token)
      default:
        return token satisfies never
    }
  }

  #name(token: Token): TestValue {
    const bound = this.#bound.get(token.text)
    if (bound !== undefined) return { kind: 'text', text: bound }
    switch (token.text) {
      case 'true':
      case 'false':
        return { kind: 'boolean', test: constant(token.text === 'true') }
      case 'null':
      case 'undefined':
        return { kind: 'nothing' }
      case 'new':
        return this.#construct(this.#next())
    }
    return this.#isSign('(') ? this.#construct(token) : this.#path(token)
  }

  /** `RegExp("…", "i")`, `Set([…])`, `String(message)`, `Boolean(message)`. */
  #construct(token: Token): TestValue {
    this.#expect('(')
    const [first, second] = this.#arguments()
    if (token.text === 'RegExp' && first?.kind === 'text') {
      const flags = second?.kind === 'text' ? second.text : ''
      return { kind: 'regex', source: first.text, flags }
    }
    if (token.text === 'RegExp' && first?.kind === 'regex') return first
    if (token.text === 'Set' && first?.kind === 'list') return first
    if (token.text === 'String' && (first?.kind === 'message' || first?.kind === 'text')) return first
    if (token.text === 'Boolean' && first !== undefined) return { kind: 'boolean', test: this.#truth(first, token) }
    throw fault('call-unknown', token)
  }

  /** `err.response?.data.errors[0].message`: how it is spelled says which message it is. */
  #path(first: Token): TestValue {
    let path = first.text
    for (;;) {
      const at = this.#index
      const key = this.#member()
      if (key === null) break
      if (key === '.length') throw fault('call-unknown', this.#tokens[at + 1] ?? first)
      if (this.#isSign('(')) {
        this.#index = at
        break
      }
      path += key
    }
    if (this.#message !== null && this.#message !== path) throw fault('two-messages', { ...first, text: path })
    this.#message = path
    return MESSAGE
  }

  /** One step of a path; `null` where there is none. */
  #member(): string | null {
    const optional = this.#take('?.')
    if ((optional || this.#isSign('.')) && !this.#isSign('[')) {
      if (!optional) this.#index += 1
      const name = this.#next()
      if (name.kind !== 'name') throw fault('token-unexpected', name)
      return `.${name.text}`
    }
    if (!this.#take('[')) return null
    const key = this.#next()
    if (key.kind !== 'text' && key.kind !== 'number') throw fault('token-unexpected', key)
    this.#expect(']')
    return key.kind === 'text' ? `.${key.text}` : `[${key.text}]`
  }

  #postfix(first: TestValue): TestValue {
    let value = first
    while (this.#isSign('.') || this.#isSign('?.')) {
      this.#index += 1
      const method = this.#next()
      if (method.kind !== 'name') throw fault('token-unexpected', method)
      if (!this.#isSign('(')) throw fault('call-unknown', method)
      value = this.#call(value, method)
    }
    return value
  }

  #call(value: TestValue, method: Token): TestValue {
    this.#expect('(')
    if (value.kind === 'list' && (method.text === 'some' || method.text === 'every')) {
      return this.#each(method.text === 'some' ? 'or' : 'and', value.texts)
    }
    const given = this.#arguments()
    const called = callMethod(value, method.text, given)
    return typeof called === 'string' ? this.#wrong(called, method) : called
  }

  /** `["a", "b"].some(text => message.includes(text))`: the body is read once for each text. */
  #each(kind: 'and' | 'or', texts: readonly string[]): TestValue {
    const opened = this.#take('(')
    const name = this.#next()
    if (name.kind !== 'name') throw fault('token-unexpected', name)
    if (opened) this.#expect(')')
    this.#expect('=>')
    const start = this.#index
    // With no text at all the body is still read, to find its end.
    const tests = (texts.length === 0 ? [''] : texts).map(text => {
      this.#index = start
      this.#bound.set(name.text, text)
      return this.#truth(this.#expression(0), name)
    })
    this.#bound.delete(name.text)
    this.#take(',')
    this.#expect(')')
    return { kind: 'boolean', test: { kind, tests: texts.length === 0 ? [] : tests } }
  }

  #list(): TestValue {
    const texts: string[] = []
    while (!this.#isSign(']')) {
      const token = this.#peek()
      const value = this.#expression(0)
      if (value.kind !== 'text') throw fault('argument-wrong', token)
      texts.push(value.text)
      if (!this.#take(',')) break
    }
    this.#expect(']')
    return { kind: 'list', texts }
  }

  #template(token: Extract<Token, { kind: 'template' }>): TestValue {
    let value: TestValue = { kind: 'text', text: '' }
    for (const part of token.parts) {
      const piece: TestValue = typeof part === 'string' ? { kind: 'text', text: part } : this.#inside(part)
      if (piece.kind === 'text' && piece.text === '') continue
      value =
        value.kind === 'text' && value.text === ''
          ? piece
          : (joinValues(value, piece) ?? this.#wrong('operands-wrong', token))
    }
    return value
  }

  /** An expression with tokens of its own. */
  #inside(tokens: readonly Token[]): TestValue {
    const [outer, index] = [this.#tokens, this.#index]
    this.#tokens = tokens
    this.#index = 0
    const value = this.#expression(0)
    this.#expectEnd()
    this.#tokens = outer
    this.#index = index
    return value
  }

  #arguments(): TestValue[] {
    const values: TestValue[] = []
    while (!this.#isSign(')')) {
      values.push(this.#expression(0))
      if (!this.#take(',')) break
    }
    this.#expect(')')
    return values
  }

  #closed<T>(read: () => T, sign: string): T {
    const value = read()
    this.#expect(sign)
    return value
  }

  #truth(value: TestValue, token: Token): TextTest {
    const test = truthOf(value)
    if (test === null) throw fault('no-test', token)
    return test
  }

  #wrong(code: TestFaultCode, token: Token): never {
    throw fault(code, token)
  }

  #peek(): Token {
    return this.#tokens[this.#index] ?? { kind: 'end', at: 0, text: '' }
  }

  #next(): Token {
    const token = this.#peek()
    if (token.kind !== 'end') this.#index += 1
    return token
  }

  #isSign(text: string): boolean {
    const token = this.#peek()
    return token.kind === 'sign' && token.text === text
  }

  #take(text: string): boolean {
    if (!this.#isSign(text)) return false
    this.#index += 1
    return true
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw fault('token-unexpected', this.#peek())
  }

  #expectEnd(): void {
    if (this.#peek().kind !== 'end') throw fault('token-unexpected', this.#peek())
  }
}

function fault(code: TestFaultCode, token: Token): TestSyntaxError {
  return new TestSyntaxError(code, token.at, token.text)
}
