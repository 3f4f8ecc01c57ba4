import type { Catalogue, CodeTable, HoleValue, ProblemField } from '@problemshift/catalogue'
import { ProblemError } from './problem-error.ts'

/**
 * Tells TypeScript which catalogue `problem` and `reply.problem` are typed from:
 * `declare module '@problemshift/adapter' { interface Register { catalogue: typeof catalogue } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be added to
export interface Register {}

/**
 * The codes of the registered catalogue and the values of their holes; any code where none is registered. A catalogue
 * in YAML has no type, so its codes can be written out: `interface Register { codes: { loan_not_found: { id: number } } }`.
 */
export type RegisteredCodes = Register extends { catalogue: Catalogue<infer Codes> }
  ? Codes
  : Register extends { codes: infer Written extends CodeTable }
    ? Written
    : CodeTable

/** What follows a code: the values of its holes, which may be left out only where it has none. */
export type HoleArguments<Holes> =
  Readonly<Record<string, never>> extends Holes
    ? [holes?: Holes, fields?: readonly ProblemField[]]
    : [holes: Holes, fields?: readonly ProblemField[]]

/** Makes a problem to throw: `throw problem('loan_not_found', { id: 17 })`. */
export function problem<Code extends keyof RegisteredCodes & string>(
  code: Code,
  ...[holes, fields]: HoleArguments<RegisteredCodes[Code]>
): ProblemError {
  return createProblem(code, holes, fields)
}

/** The same, typed from one catalogue: for a server that has several, or that does not extend `Register`. */
export function problemsOf<Codes extends CodeTable>(
  _catalogue: Catalogue<Codes>,
): <Code extends keyof Codes & string>(code: Code, ...values: HoleArguments<Codes[Code]>) => ProblemError {
  return (code, ...[holes, fields]) => createProblem(code, holes, fields)
}

function createProblem(
  code: string,
  holes: Readonly<Record<string, HoleValue | undefined>> | undefined,
  fields: readonly ProblemField[] | undefined,
): ProblemError {
  return new ProblemError(code, holes, fields)
}
