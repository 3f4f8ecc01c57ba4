import type { TextTest } from '@problemshift/catalogue'
import type { Reason } from '../decide/reasons.ts'
import type { ts } from '../source/compiler.ts'

/** What a form asks about the constants of a file; the tracer answers. */
export interface Constants {
  /** The text of an expression that can hold no other. */
  readonly text: (node: ts.Expression) => string | null
  /** The texts of a list, a set or the keys of a table that can hold no others. */
  readonly texts: (node: ts.Expression) => readonly string[] | null
  /** The elements of a list that is written out and never changed. */
  readonly elements: (node: ts.Expression) => readonly ts.Expression[] | null
  /** The literal keys of a table: an object literal or `new Map([[…]])`. */
  readonly table: (node: ts.Expression) => Table | null
  /** A regular expression that never changes. */
  readonly regex: (node: ts.Expression) => RegexText | null
  /** What is known of a text, or of a regular expression, of which not all is known: what stands between its holes. */
  readonly pieces: (node: ts.Expression) => readonly string[] | null
  /** Every place that means the name declared here; `null` where it may be changed or seen from outside. */
  readonly uses: (name: ts.Identifier) => readonly ts.Identifier[] | null
  /** Whether two names mean the same. */
  readonly isSame: (name: ts.Identifier, other: ts.Identifier) => boolean
  /** The thing of a package or of the platform that an expression stands for. */
  readonly external: (node: ts.Expression) => External | null
}

/** `module` is `null` for a global. */
export interface External {
  readonly module: string | null
  readonly path: readonly string[]
}

export interface RegexText {
  readonly source: string
  readonly flags: string
}

export interface Table {
  readonly keys: readonly TableKey[]
  /** The declaration's name, where the table is not written on the spot. */
  readonly holder: ts.Identifier | null
}

export interface TableKey {
  readonly text: string
  /** The key as it is written: a name, a literal, or the first of a pair. */
  readonly node: ts.Node
  readonly entry: ts.Node
}

/** What a form found: which expression holds the text, and what is asked of it. */
export interface FormMatch {
  readonly form: string
  /** What is replaced when the site is rewritten. */
  readonly node: ts.Node
  readonly tested: ts.Expression
  readonly question: Question
  /** The other side, where nobody can tell by the looks which of two is the wording. */
  readonly either?: ts.Expression
  /** What stands in here was asked by this question: it asks nothing of its own. */
  readonly inside?: ts.Node
  /** Only of an assertion: where it finds the text in what it is given, and how it is written with a code. */
  readonly asserted?: Asserted
}

/** What an assertion looks at: the value itself, or what its promise resolves or rejects with, or what calling it throws. */
export type Whose = 'value' | 'resolution' | 'rejection' | 'thrown'

export interface Asserted {
  readonly whose: Whose
  /** The members that lead to the text; none where the value is the text. */
  readonly members: readonly ExpectedMember[]
  /** How it asks for one code, and for several; `null` where it cannot. A property of a literal is written by itself. */
  readonly one: readonly AssertedEdit[] | null
  readonly several: readonly AssertedEdit[] | null
  /** What is expected: the text, the pattern or the literal. */
  readonly expected: ts.Expression
}

export interface ExpectedMember {
  readonly name: string
  /** The property of the literal that expects it; `null` where the path is no literal. */
  readonly node: ts.PropertyAssignment | null
  /** The object that it stands in may have no other members. */
  readonly whole: boolean
  /** Nothing else is expected of the object that it stands in. */
  readonly alone: boolean
}

/** `$read` is the read of the code, `$code` and `$codes` the quoted codes, `$path` the quoted path to the code. */
export interface AssertedEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One question with yes or no, or one with an answer for each of several texts. */
export type Question =
  | Condition
  | { readonly kind: 'labels'; readonly labels: readonly Label[] }
  /** Whatever the text is, no code can stand for it here. `test`: what is known of the question. */
  | { readonly kind: 'kept'; readonly reason: Reason; readonly test: TextTest | null }

export interface Condition {
  readonly kind: 'condition'
  readonly test: TextTest
  readonly negated: boolean
  /** Where there is no text at all it comes out as if the test had failed: a test of the code does just that. */
  readonly failsOnNothing: boolean
}

export interface Label {
  readonly text: string
  /** What is replaced by the code. */
  readonly node: ts.Node
  /** The whole clause or entry. */
  readonly entry: ts.Node
  readonly place: 'case' | 'key'
  /** What labels with the same answer share; `null` for a label that shares it with none. */
  readonly answer: string | null
}

/** A form of testing a text: it looks at one node, and says what it asks there. */
export interface Form {
  readonly name: string
  readonly find: (node: ts.Node, constants: Constants) => FormMatch | null
}
