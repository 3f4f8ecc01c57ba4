/** Why an expression could not be read as a test. */
export type TestFaultCode =
  | 'character-unknown'
  | 'text-unclosed'
  | 'regex-unclosed'
  | 'token-unexpected'
  /** A method or a function that says nothing about wording, or whose answer depends on more than the text. */
  | 'call-unknown'
  | 'argument-wrong'
  /** Two operands that cannot be compared here: a message with another one, a length with a number. */
  | 'operands-wrong'
  /** Two different values are tested: only one of them can be the message. */
  | 'two-messages'
  /** It reads no message at all, or it is a value and no test. */
  | 'no-test'
  | 'too-deep'

export interface TestFault {
  readonly code: TestFaultCode
  /** Where it is in the expression, from 0. */
  readonly at: number
  /** What stands there. */
  readonly came: string
}

/** Thrown inside the reader and caught at its door. */
export class TestSyntaxError extends Error {
  readonly fault: TestFault
  constructor(code: TestFaultCode, at: number, came: string) {
    super(code)
    this.name = 'TestSyntaxError'
    this.fault = { code, at, came }
  }
}
